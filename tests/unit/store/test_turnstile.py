"""One writes at a time, and the person's acts go before waiting steps of long work."""

import threading

import pytest

from inspector.store.turnstile import Turnstile


class Door:
    """A turnstile with a record of who came through, and threads that wait before it."""

    def __init__(self):
        self.turnstile = Turnstile()
        self.order = []
        self.threads = []

    def wait_outside(self, name, *, step):
        """Start a thread that waits its turn, and return when it does wait."""
        waiting_before = self._waiting()

        def go():
            with self.turnstile.turn(step=step):
                self.order.append(name)

        thread = threading.Thread(target=go)
        thread.start()
        self.threads.append(thread)
        while self._waiting() == waiting_before:
            pass

    def _waiting(self):
        return len(self.turnstile._condition._waiters)

    def join(self):
        for thread in self.threads:
            thread.join(10)
        assert not any(thread.is_alive() for thread in self.threads)


@pytest.fixture
def door():
    return Door()


def test_the_persons_act_goes_before_steps_that_waited_longer(door):
    with door.turnstile.turn(step=True):
        door.wait_outside("step 1", step=True)
        door.wait_outside("step 2", step=True)
        door.wait_outside("act 1", step=False)
        door.wait_outside("act 2", step=False)
    door.join()
    assert sorted(door.order[:2]) == ["act 1", "act 2"]
    assert sorted(door.order[2:]) == ["step 1", "step 2"]


def test_steps_go_on_when_no_person_waits(door):
    with door.turnstile.turn(step=False):
        door.wait_outside("step", step=True)
    door.join()
    assert door.order == ["step"]


def test_only_one_is_inside_at_a_time():
    turnstile, inside, most = Turnstile(), [0], [0]

    def work(number):
        for _round in range(200):
            with turnstile.turn(step=number % 2 == 0):
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert most == [1]


def test_a_failure_inside_lets_the_next_one_in(door):
    with pytest.raises(ValueError, match="x"), door.turnstile.turn(step=False):
        raise ValueError("x")
    with door.turnstile.turn(step=True):
        pass


def test_an_act_within_an_act_is_refused_at_once(door):
    def nest():
        with door.turnstile.turn(step=False), door.turnstile.turn(step=True):
            pass

    with pytest.raises(RuntimeError, match="act within an act"):
        nest()
    with door.turnstile.turn(step=False):
        pass
