"""A new visit."""
