"""The peers, each by its own fastest documented settings and given the same ready material."""
