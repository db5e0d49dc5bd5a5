"""Measure the program against peers and floors, as ratios within one run: `make bench`."""
