"""Which conflicts can be settled by two records instead of one."""

_SPLIT = frozenset(
    {
        *(("defect", column) for column in ("text", "place_id", "measured", "demand")),
        ("reading", "value"),
        *(("party", column) for column in ("unit", "representative", "phone")),
    }
)
"""Records that stand beside others of their kind; what has a natural key cannot be there twice."""


def can_split(table: str, column: str) -> bool:
    """Tell whether each value of a conflict may get a record of its own."""
    return (table, column) in _SPLIT
