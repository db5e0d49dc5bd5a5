"""How papers look: Song for text, Hei for titles and table heads (UI, Papers)."""

from inspector.reports.layout.colours import AGAINST, GREY
from inspector.reports.layout.fonts import Face
from inspector.reports.layout.prose import Align, Style

TITLE = Style(face=Face.HEI_BOLD, size=30, leading=44, align=Align.CENTRE)
SUBTITLE = Style(size=16, leading=26, align=Align.CENTRE)
FORM_TITLE = Style(face=Face.HEI_BOLD, size=18, leading=28, align=Align.CENTRE, after=6)
LETTERHEAD = Style(face=Face.HEI_BOLD, size=14, leading=22, align=Align.CENTRE, colour=AGAINST)
FIELD_LABEL = Style(size=13, leading=22, align=Align.RIGHT)
FIELD_VALUE = Style(face=Face.SONG_BOLD, size=13, leading=22)

CHAPTER = Style(face=Face.HEI_BOLD, size=14, leading=24, before=16, after=6)
BODY = Style(size=10.5, leading=18, align=Align.JUSTIFIED, indent=2)
PLAIN = BODY.but(indent=0)
REMARK = Style(size=8, leading=12, colour=GREY, align=Align.JUSTIFIED, before=2, after=4)

CAPTION = Style(face=Face.HEI_BOLD, size=9, leading=14, align=Align.CENTRE)
HEAD = Style(face=Face.HEI_BOLD, size=9, leading=13, align=Align.CENTRE)
LABEL = Style(face=Face.HEI, size=9, leading=14, align=Align.CENTRE)
CELL = Style(size=9, leading=14)
CELL_CENTRE = CELL.but(align=Align.CENTRE)
CELL_BOLD = CELL.but(face=Face.SONG_BOLD)
CELL_CENTRE_BOLD = CELL_CENTRE.but(face=Face.SONG_BOLD)

PHOTO_TITLE = Style(face=Face.HEI_BOLD, size=8, leading=12)
PHOTO_NOTE = Style(size=8, leading=11)
PHOTO_ABSENCE = PHOTO_NOTE.but(face=Face.SONG_BOLD, colour=AGAINST)
RUNNING = Style(size=8, leading=10, colour=GREY)
