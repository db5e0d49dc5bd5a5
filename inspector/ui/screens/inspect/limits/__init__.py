"""What the limits of an item depend on: its case, the design value, the points due."""
