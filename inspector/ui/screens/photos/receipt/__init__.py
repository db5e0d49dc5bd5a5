"""What became of the files that were given."""
