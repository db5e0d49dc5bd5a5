"""A defect, recorded where it is found."""
