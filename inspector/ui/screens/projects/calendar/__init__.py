"""The holidays of a year."""
