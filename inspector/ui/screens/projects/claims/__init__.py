"""A claim within a warranty."""
