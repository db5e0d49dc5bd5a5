"""How papers are set: the text of the office file, and what it does."""
