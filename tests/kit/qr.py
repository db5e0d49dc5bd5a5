"""Read a QR code off a printed page as a scanner does: from its picture (ISO/IEC 18004).

It reads what we print: versions 1 to 6, level M, undamaged; nothing is corrected.
"""

from itertools import chain, groupby

import pypdfium2

_BLOCKS = {1: (1, 16), 2: (1, 28), 3: (1, 44), 4: (2, 32), 5: (2, 43), 6: (4, 27)}
"""Version: blocks, and data codewords in each, at level M."""
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
_MASKS = (
    lambda r, c: (r + c) % 2 == 0,
    lambda r, _c: r % 2 == 0,
    lambda _r, c: c % 3 == 0,
    lambda r, c: (r + c) % 3 == 0,
    lambda r, c: (r // 2 + c // 3) % 2 == 0,
    lambda r, c: r * c % 2 + r * c % 3 == 0,
    lambda r, c: (r * c % 2 + r * c % 3) % 2 == 0,
    lambda r, c: ((r + c) % 2 + r * c % 3) % 2 == 0,
)
_MM = 72 / 25.4
_SCALE = 4


def qr_on_page(path, number, box_mm):
    """Read the code that lies within a box of a page: left, top, right, bottom in millimetres."""
    document = pypdfium2.PdfDocument(path)
    try:
        image = document[number].render(scale=_SCALE).to_pil().convert("L")
    finally:
        document.close()
    part = image.crop([round(edge * _MM * _SCALE) for edge in box_mm])
    ink = part.point(lambda tone: 255 if tone < 128 else 0)
    return read_matrix(_modules(ink.crop(ink.getbbox())))


def _modules(ink):
    """Take the tone in the middle of each module; the finder's edge is seven modules long."""
    row = [ink.getpixel((x, 2)) > 0 for x in range(ink.width)]
    edge = next(len(list(run)) for is_dark, run in groupby(row) if is_dark)
    count = round(ink.width / (edge / 7))
    step = ink.width / count
    return [
        [ink.getpixel((int((c + 0.5) * step), int((r + 0.5) * step))) > 0 for c in range(count)]
        for r in range(count)
    ]


def read_matrix(modules):
    """Read the text of a matrix of dark (true) and light modules."""
    version = (len(modules) - 17) // 4
    blocks, size = _BLOCKS[version]
    codewords = _codewords(modules, version)
    rows = [codewords[at::blocks][:size] for at in range(blocks)]
    bits = "".join(f"{byte:08b}" for byte in chain.from_iterable(rows))
    return _text(bits)


def _codewords(modules, version):
    mask = _mask_of(modules)
    bits = [
        modules[r][c] != _MASKS[mask](r, c)
        for r, c in _path(len(modules), _fixed(modules, version))
    ]
    return [
        int("".join("1" if bit else "0" for bit in bits[at : at + 8]), 2)
        for at in range(0, len(bits) - 7, 8)
    ]


def _mask_of(modules):
    level_and_mask = [modules[8][c] for c in range(5)]
    told = int("".join("1" if bit else "0" for bit in level_and_mask), 2) ^ 0b10101
    assert told >> 3 == 0, "not level M"
    return told & 7


def _fixed(modules, version):
    """Tell which modules carry no data."""
    n = len(modules)
    middle = n - 7

    def is_fixed(r, c):
        corner = (r < 9 and c < 9) or (r < 9 and c >= n - 8) or (r >= n - 8 and c < 9)
        aligned = version > 1 and abs(r - middle) <= 2 and abs(c - middle) <= 2
        return corner or aligned or 6 in {r, c}

    return is_fixed


def _path(n, is_fixed):
    """Walk in pairs of columns from the right, upwards first."""
    upwards, right = True, n - 1
    while right > 0:
        right -= right == 6
        for r in range(n - 1, -1, -1) if upwards else range(n):
            for c in (right, right - 1):
                if not is_fixed(r, c):
                    yield r, c
        upwards, right = not upwards, right - 2


def _text(bits):
    mode = int(bits[:4], 2)
    if mode == 4:
        count = int(bits[4:12], 2)
        return bytes(int(bits[12 + 8 * at : 20 + 8 * at], 2) for at in range(count)).decode()
    assert mode == 2, mode
    count, at, found = int(bits[4:13], 2), 13, []
    while count > 1:
        pair = int(bits[at : at + 11], 2)
        found += [_LETTERS[pair // 45], _LETTERS[pair % 45]]
        count, at = count - 2, at + 11
    if count:
        found.append(_LETTERS[int(bits[at : at + 6], 2)])
    return "".join(found)
