"""Take photos in, read what they say, and make previews; the only door to image libraries."""
