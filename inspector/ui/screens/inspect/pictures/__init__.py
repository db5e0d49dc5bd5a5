"""The photos of an answer."""
