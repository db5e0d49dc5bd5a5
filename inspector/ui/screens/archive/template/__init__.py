"""The template by which the office files."""
