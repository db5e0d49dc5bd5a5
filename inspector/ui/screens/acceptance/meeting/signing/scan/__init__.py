"""A scanned page, and who of the parties signed it."""
