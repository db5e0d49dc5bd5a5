"""One project with its tabs."""
