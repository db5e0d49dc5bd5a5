"""What a photo says and proves, and what can be said about it."""
