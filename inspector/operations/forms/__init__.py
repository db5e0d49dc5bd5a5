"""The forms of a joint acceptance: for groups, departments, residents, the five parties."""
