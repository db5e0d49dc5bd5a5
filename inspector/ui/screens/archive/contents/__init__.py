"""What goes into the bundle: its parts with their counts, and its tree."""
