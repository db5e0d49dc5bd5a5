"""Boxes over what must not be published: drawn, moved and kept by hand."""
