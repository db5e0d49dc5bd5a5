"""Photos of one record as a strip."""
