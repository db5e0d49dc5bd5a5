"""The parties of a project."""
