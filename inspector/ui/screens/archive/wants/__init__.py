"""What the archive asks for: there, missing, waived, not applicable."""
