"""The six caption elements of photos, said of one or of many at once."""
