"""Guards for every test: a home of its own, no sockets, no threads or warnings left behind."""

import logging
import socket
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from inspector.operations.workspace import Workspace
from tests.kit.builders import StoppedClock, make_workspace

settings.register_profile(
    "inspector",
    deadline=None,  # no timed tests: two cores are shared
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("inspector")

_HOME_VARIABLES = ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
_JOIN_SECONDS = 5.0


@pytest.fixture(scope="session", autouse=True)
def _home_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep this person's own profile, settings and documents out of every test."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in _HOME_VARIABLES:
            patch.setenv(name, str(home))
        patch.setenv("XDG_DOCUMENTS_DIR", str(home / "documents"))
        patch.delenv("INSPECTOR_WORKSPACE", raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """Nothing needs a server: opening an internet socket fails the test."""

    class LocalSocket(socket.socket):
        def __init__(self, family: int = -1, *rest: int, **more: object) -> None:
            if family in {-1, socket.AF_INET, socket.AF_INET6} and "fileno" not in more:
                message = "a test opened an internet socket"
                raise AssertionError(message)
            super().__init__(family, *rest, **more)  # type: ignore[arg-type]  # passed through

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", LocalSocket)
        yield


@pytest.fixture(autouse=True)
def _no_thread_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    end = time.monotonic() + _JOIN_SECONDS
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(max(0.0, end - time.monotonic()))
    still = [thread.name for thread in left if thread.is_alive()]
    assert not still, f"threads left behind: {still}"


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_warning_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs WARNING or worse, unless it asked for `caplog`."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    assert "caplog" in request.fixturenames or not handler.lines, handler.lines


@pytest.fixture
def clock() -> StoppedClock:
    """Give a clock that stands until the test moves it."""
    return StoppedClock()


@pytest.fixture
def workspace(tmp_path: Path, clock: StoppedClock) -> Iterator[Workspace]:
    """Give a new workspace of 李工, closed afterwards."""
    made = make_workspace(tmp_path, clock=clock)
    clock.tick(timedelta(minutes=1))
    yield made
    made.close()
