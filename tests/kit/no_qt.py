"""Make PySide6 unimportable: everything below the window must work without it."""

import sys

sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
