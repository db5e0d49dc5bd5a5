"""发出, put together: its page over its board."""
