"""A folder of bundles, looked through again from time to time."""
