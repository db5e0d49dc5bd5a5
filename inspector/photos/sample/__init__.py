"""Drawn site pictures for the sample community, with real EXIF: no stranger is shown."""
