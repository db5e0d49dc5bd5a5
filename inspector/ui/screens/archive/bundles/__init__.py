"""The bundles that were sealed."""
