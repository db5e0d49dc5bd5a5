"""The defects of a project: the list, the sheet of one, and what is done about it next."""
