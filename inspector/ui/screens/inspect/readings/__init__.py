"""The measured points of an item."""
