"""The meeting, run from top to bottom before the participants."""
