"""Checklist packs: loading, checking, comparing, exporting; and the national starter pack."""
