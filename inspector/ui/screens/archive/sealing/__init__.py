"""How a bundle is sealed: as what, on which discs, and why with gaps."""
