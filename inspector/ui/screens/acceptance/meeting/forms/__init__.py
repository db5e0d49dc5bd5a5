"""The meeting's forms."""
