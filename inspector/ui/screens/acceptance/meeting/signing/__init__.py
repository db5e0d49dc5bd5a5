"""The step in which the parties sign."""
