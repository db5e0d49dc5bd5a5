"""What a bundle says of itself, and its check value beside that of the paper."""
