"""The visits of a project."""
