"""The look: tokens, palette, fonts and the little QSS that is needed."""
