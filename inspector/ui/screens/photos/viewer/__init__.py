"""One photo, as large as the screen."""
