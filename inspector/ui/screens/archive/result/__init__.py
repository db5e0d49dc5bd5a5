"""What a check of a bundle found."""
