"""The items behind a number."""
