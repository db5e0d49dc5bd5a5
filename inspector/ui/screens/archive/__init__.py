"""归档: what goes into the bundle of a project, sealing it, and checking any bundle."""
