"""Lengths of a page, in points of 1/72 inch."""

MM: float = 72 / 25.4
PAGE_WIDTH: float = 210 * MM
PAGE_HEIGHT: float = 297 * MM
"""A4 (GB/T 148-1997; ISO 216)."""
