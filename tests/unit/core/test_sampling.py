"""How many points are due."""

from decimal import Decimal

import pytest

from inspector.core.sampling import (
    PerPart,
    Quantity,
    SamplePart,
    Sampling,
    Share,
    Spot,
    WidthSteps,
    due_points,
)

EVENNESS = WidthSteps(under_9_m=1, from_9_to_15_m=2, over_15_m=3)
PER_UNIT_3 = PerPart(part=SamplePart.UNIT, points=3)
PER_SECTION = PerPart(part=SamplePart.SECTION, points=1)


def m(text):
    return Decimal(text)


@pytest.mark.parametrize(
    ("sampling", "quantity", "due"),
    [
        (Sampling(per_m=m("20"), points=1), Quantity(length_m=m("100")), 5),
        (Sampling(per_m=m("20"), points=1), Quantity(length_m=m("100.1")), 6),
        (Sampling(per_m=m("20"), points=1), Quantity(length_m=m("3")), 1),
        (Sampling(per_m=m("20"), points=1), Quantity(area_m2=m("3")), None),
        *(
            (
                Sampling(per_m=m("20"), by_width=EVENNESS),
                Quantity(length_m=m("40"), width_m=m(width)),
                due,
            )
            for width, due in (("8.99", 2), ("9", 4), ("15", 4), ("15.01", 6))
        ),
        (Sampling(per_m=m("20"), by_width=EVENNESS), Quantity(length_m=m("40")), None),
        (Sampling(per_m2=m("1000"), points=1), Quantity(area_m2=m("2001")), 3),
        (Sampling(per_m2=m("500"), points=3), Quantity(area_m2=m("500")), 3),
        (Sampling(per_m2=m("500"), points=3), Quantity(), None),
        (
            Sampling(per_m2=m("1000"), points=3, per_layer=True),
            Quantity(area_m2=m("1000"), layers=2),
            6,
        ),
        (Sampling(per_m2=m("1000"), per_layer=True), Quantity(area_m2=m("1000")), None),
        (Sampling(percent=m("10"), at_least=5), Quantity(count=101), 11),
        (Sampling(percent=m("10"), at_least=5), Quantity(count=20), 5),
        (Sampling(percent=m("10"), at_least=5), Quantity(count=3), 3),
        (Sampling(percent=m("10"), at_least=5), Quantity(), None),
        (Sampling(every=True), Quantity(count=7), 7),
        (Sampling(every=True), Quantity(), None),
        (Sampling(each=3), Quantity(count=4), 12),
        (Sampling(per=(PER_UNIT_3,)), Quantity(count=6), 18),
        (Sampling(per=(PER_SECTION,), points=3), Quantity(count=2), 6),
        (Sampling(per=(PerPart(part=SamplePart.UNIT, share=Share.ALL),)), Quantity(count=2), None),
        (Sampling(at_least=3, must=(Spot.NARROWEST,)), Quantity(), 3),
        (Sampling(), Quantity(count=5), None),
    ],
)
def test_points_due_follow_the_hint(sampling, quantity, due):
    assert due_points(sampling, quantity) == due
