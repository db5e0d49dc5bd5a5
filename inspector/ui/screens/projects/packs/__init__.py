"""Checklist packs, several versions side by side."""
