"""The language that this process speaks: Chinese from the source, others from catalogues."""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

DOMAIN = "inspector"
SOURCE_LANGUAGE = "zh"
LANGUAGES = (SOURCE_LANGUAGE, "en")


class _Voice:
    """The one catalogue in use; a process speaks one language (docs/adr/0004)."""

    def __init__(self) -> None:
        self.language = SOURCE_LANGUAGE
        self.catalogue: gettext.NullTranslations = gettext.NullTranslations()


_voice = _Voice()
_aside: ContextVar[_Voice | None] = ContextVar("aside", default=None)
"""The voice of one piece of work that speaks another language than the process."""


def _turn(voice: _Voice, language: str, locale_folder: Path) -> None:
    wanted = language if language in LANGUAGES else SOURCE_LANGUAGE
    voice.language = wanted
    if wanted == SOURCE_LANGUAGE:
        voice.catalogue = gettext.NullTranslations()
    else:
        voice.catalogue = gettext.translation(
            DOMAIN, str(locale_folder), languages=[wanted], fallback=True
        )


def speak(language: str, locale_folder: Path) -> None:
    """Switch to a language; an unknown one, or a missing catalogue, means Chinese."""
    _turn(_voice, language, locale_folder)


@contextmanager
def speaking(language: str, locale_folder: Path) -> Iterator[None]:
    """Speak another language within this block and this thread, as to repeat a paper's words."""
    voice = _Voice()
    _turn(voice, language, locale_folder)
    token = _aside.set(voice)
    try:
        yield
    finally:
        _aside.reset(token)


def _speaker() -> _Voice:
    return _aside.get() or _voice


def language() -> str:
    """Tell the language in use: `zh` or `en`."""
    return _speaker().language


def _(message: str) -> str:
    """Give a source sentence in the language in use."""
    return _speaker().catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that extractors know
    """Mark a sentence of a table for translation; it is translated where it is used."""
    return message


def local(zh: str, en: str) -> str:
    """Choose between the two titles that domain content carries; a missing one gives way."""
    return (en or zh) if language() == "en" else (zh or en)
