"""What a check found, file by file."""
