"""Segments of the journal: their body, hash and signature."""
