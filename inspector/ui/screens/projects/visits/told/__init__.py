"""What was told of a visit, once in writing, and what waits to be told."""
