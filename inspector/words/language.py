"""The language that this process speaks: Chinese from the source, others from catalogues."""

import gettext
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


def speak(language: str, locale_folder: Path) -> None:
    """Switch to a language; an unknown one, or a missing catalogue, means Chinese."""
    wanted = language if language in LANGUAGES else SOURCE_LANGUAGE
    _voice.language = wanted
    if wanted == SOURCE_LANGUAGE:
        _voice.catalogue = gettext.NullTranslations()
    else:
        _voice.catalogue = gettext.translation(
            DOMAIN, str(locale_folder), languages=[wanted], fallback=True
        )


def language() -> str:
    """Tell the language in use: `zh` or `en`."""
    return _voice.language


def _(message: str) -> str:
    """Give a source sentence in the language in use."""
    return _voice.catalogue.gettext(message)


def N_(message: str) -> str:  # noqa: N802 - the name that extractors know
    """Mark a sentence of a table for translation; it is translated where it is used."""
    return message


def local(zh: str, en: str) -> str:
    """Choose between the two titles that domain content carries; a missing one gives way."""
    return (en or zh) if _voice.language == "en" else (zh or en)
