"""What happened to an answer."""
