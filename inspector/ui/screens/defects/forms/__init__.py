"""The panels in which defects are recorded, changed, answered and put on a notice."""
