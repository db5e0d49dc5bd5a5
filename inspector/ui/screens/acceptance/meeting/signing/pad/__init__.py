"""The pad over the whole screen."""
