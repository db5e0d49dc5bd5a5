"""The two lists: places with their progress, items under their disciplines."""
