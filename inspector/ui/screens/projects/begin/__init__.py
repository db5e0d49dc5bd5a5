"""A new project, by hand or from a workbook."""
