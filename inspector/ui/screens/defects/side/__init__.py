"""The list of defects with its filters."""
