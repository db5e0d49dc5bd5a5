"""Choosing items and places, to put the one on the other."""
