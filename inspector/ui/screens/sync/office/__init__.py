"""单位: found it, ask to be enrolled, enrol, its key, its supervisors, the shared folder."""
