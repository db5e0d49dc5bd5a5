"""The heart of the program: places, items, and what was found."""
