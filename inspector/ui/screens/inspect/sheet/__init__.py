"""One item: what is asked, what was found."""
