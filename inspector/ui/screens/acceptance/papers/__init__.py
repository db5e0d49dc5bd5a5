"""The reports that were made."""
