"""Sentences for the problems of reports."""

from collections.abc import Mapping

from inspector.core.errors import Problem

PROBLEMS: Mapping[Problem, str] = {}
