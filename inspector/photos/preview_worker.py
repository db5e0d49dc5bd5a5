"""What a preview worker does; light on purpose, so that the asking process loads no decoder."""

from inspector.photos.orders import Order, Trouble


def prepare() -> None:
    """Load the decoders into this worker process."""
    from inspector.photos import decode

    decode.prepare()


def fulfil(order: Order) -> Trouble | None:
    """Make the pictures of an order in this worker process."""
    from inspector.photos import decode

    return decode.fulfil(order)
