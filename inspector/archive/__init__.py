"""Seal, list and verify the archive bundle."""
