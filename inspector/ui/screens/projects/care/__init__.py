"""A visit of long-term management, point by point."""
