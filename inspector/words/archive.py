"""Sentences for the problems of archive."""

from collections.abc import Mapping

from inspector.core.errors import Problem

PROBLEMS: Mapping[Problem, str] = {}
