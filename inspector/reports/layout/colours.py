"""The few colours of a paper, spelled as the PDF operators want them (sRGB, 0 to 1)."""

from typing import NewType

Colour = NewType("Colour", str)

INK = Colour("0.067 0.067 0.067")
GREY = Colour("0.333 0.333 0.333")
LINE = Colour("0.133 0.133 0.133")
PALE_LINE = Colour("0.604 0.627 0.651")
HEAD_FILL = Colour("0.945 0.953 0.961")
AGAINST = Colour("0.639 0.086 0.051")
SEAL = Colour("0.75 0.75 0.75")
