"""What follows an acceptance."""
