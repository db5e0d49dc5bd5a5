"""The process of a project, from the first consent to long-term management (plans S1-S4)."""
