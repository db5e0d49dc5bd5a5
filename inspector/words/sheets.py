"""Sentences for the problems of sheets."""

from collections.abc import Mapping

from inspector.core.errors import Problem

PROBLEMS: Mapping[Problem, str] = {}
