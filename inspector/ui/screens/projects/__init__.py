"""Projects with their places, parties, scheme and visits."""
