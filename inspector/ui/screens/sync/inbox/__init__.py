"""What people left open, as cards to settle."""
