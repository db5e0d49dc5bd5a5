"""The ground of the meeting's forms."""
