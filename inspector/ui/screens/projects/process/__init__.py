"""The way of a project: its gates, what each lacks, and how that is put on record."""
