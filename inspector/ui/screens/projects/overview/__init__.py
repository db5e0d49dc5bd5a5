"""One project at a glance."""
