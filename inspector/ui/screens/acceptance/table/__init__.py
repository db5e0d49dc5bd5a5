"""The results by discipline, every number leading to its list."""
