"""What things are and which rules hold: pure, standard library only."""
