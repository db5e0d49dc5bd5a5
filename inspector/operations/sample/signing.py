"""Those who carry the work sign what the second round came to, each with a hand of their own."""

import math
import random
from collections.abc import Mapping

from inspector.core.ink import FULL_PRESSURE, Ink, InkPoint, Stroke
from inspector.core.meetings import Meeting
from inspector.operations.sample.clock import StoryClock
from inspector.operations.signing import SignatureDraft, show_signatures, sign
from inspector.operations.workspace import Workspace

SIGNERS = ("owner", "survey", "design", "build", "supervisor", "community")
"""The five responsible units and the community; the others sign on paper."""
_PAD = (3600, 1200)
_CHARACTER = 620
_STROKES, _POINTS = 6, 12
_STEP_MS, _LIFT_MS = 9, 90


def sign_round(
    workspace: Workspace, clock: StoryClock, meeting: Meeting, parties: Mapping[str, str]
) -> None:
    """Let the signers sign one after the other what all of them were shown."""
    signing = show_signatures(workspace, meeting.id)
    units = {line.party.id: line.party for line in signing.sheet.parties}
    for key in SIGNERS:
        party = units[parties[key]]
        if party.representative:
            clock.tick(40)
            ink = handwriting(party.representative)
            draft = SignatureDraft(party_id=party.id, shown=signing.shown, ink=ink)
            sign(workspace, meeting.id, draft)


def handwriting(name: str) -> Ink:
    """Draw what looks like a name in somebody's hand; the same name is drawn the same way."""
    hand = random.Random(name)  # noqa: S311 - a drawing, no secret
    strokes: list[Stroke] = []
    ms = 0
    for at in range(len(name)):
        left = 300 + at * _CHARACTER
        for _number in range(_STROKES):
            strokes.append(_stroke(hand, left, ms))
            ms = strokes[-1][-1].ms + _LIFT_MS
    return Ink(*_PAD, tuple(strokes))


def _stroke(hand: random.Random, left: int, begun_ms: int) -> Stroke:
    """Draw one brush of the pen inside a character's square: straight, then bent at its end."""
    angle = hand.choice((0.0, 0.1, math.pi / 2, math.pi / 3, 2 * math.pi / 3))
    length, bend = hand.uniform(220, 460), hand.uniform(-0.9, 0.9)
    x, y = left + hand.uniform(40, 240), 320 + hand.uniform(0, 240)
    points = []
    for number in range(_POINTS):
        share = number / (_POINTS - 1)
        pressed = FULL_PRESSURE * (0.75 - 0.5 * share)
        points.append(InkPoint(*_on_pad(x, y), begun_ms + number * _STEP_MS, round(pressed)))
        turned = angle + bend * share * share
        x += math.cos(turned) * length / _POINTS
        y += math.sin(turned) * length / _POINTS
    return tuple(points)


def _on_pad(x: float, y: float) -> tuple[int, int]:
    width, height = _PAD
    return min(max(round(x), 0), width), min(max(round(y), 0), height)
