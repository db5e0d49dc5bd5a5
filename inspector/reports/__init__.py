"""Papers: the joint acceptance report, notices and the forms of a volume, as PDF/A."""
