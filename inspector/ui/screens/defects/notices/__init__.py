"""The notices of a project: how they stand, their papers, and replies that come back."""
