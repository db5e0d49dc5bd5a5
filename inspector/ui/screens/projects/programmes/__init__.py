"""Programmes and their annual plans."""
