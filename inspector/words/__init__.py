"""Sentences and names for codes, in the person's language."""
