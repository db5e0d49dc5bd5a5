"""发出: for whom, which projects, with or without photos; how large; written and read back."""
