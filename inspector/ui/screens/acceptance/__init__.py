"""验收: how a project stands by its records, and the reports made of it."""
