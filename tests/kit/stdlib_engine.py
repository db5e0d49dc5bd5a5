"""Make the SQLite wheel unimportable: the store must also work on Python's own engine.

A pytest plugin (`-p tests.kit.stdlib_engine`), loaded before the first import of the store.
"""

import sys

sys.modules["sqlcipher3"] = None  # type: ignore[assignment]  # the way to forbid an import
