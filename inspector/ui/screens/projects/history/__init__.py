"""What happened to a record."""
