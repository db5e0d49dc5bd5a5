"""The commands, one module for each word that may be typed first.

Only the one that is used is loaded, by its name in `parsing.COMMANDS`; the freezer is told of all.
"""
