"""What every page at the right of the room of exchange has."""
