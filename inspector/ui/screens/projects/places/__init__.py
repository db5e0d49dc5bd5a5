"""The places of a project."""
