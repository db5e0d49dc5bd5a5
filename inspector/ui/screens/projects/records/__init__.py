"""A list of records beside the sheet of the chosen one."""
