"""Which items are in scope where."""
