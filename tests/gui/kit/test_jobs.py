"""Jobs: every listener on the main thread, in order, whatever happens."""

import threading

import pytest

from inspector.core.errors import Cancelled, InspectorError, Problem
from inspector.core.progress import tracked
from inspector.ui.kit.jobs import Job


class Told:
    """Listens to a job."""

    def __init__(self):
        self.news = []
        self.threads = set()

    def ear(self, kind):
        def hear(*facts):
            self.news.append((kind, *facts))
            self.threads.add(threading.current_thread())

        return hear

    def job(self, work):
        return Job(
            work=work,
            on_progress=self.ear("progress"),
            on_success=self.ear("success"),
            on_refusal=self.ear("refusal"),
            on_crash=self.ear("crash"),
            on_end=self.ear("end"),
        )

    def kinds(self):
        return [item[0] for item in self.news]


@pytest.fixture
def told():
    return Told()


def test_progress_success_and_end_come_in_order_on_the_main_thread(jobs, idle, told):
    jobs.long.start(told.job(lambda progress: list(tracked("ab", 2, progress))))
    idle(jobs)
    steps = [("progress", 0, 2), ("progress", 1, 2), ("progress", 2, 2)]
    assert told.news == [*steps, ("success", ["a", "b"]), ("end",)]
    assert told.threads == {threading.main_thread()}


def test_the_work_itself_runs_elsewhere(jobs, idle, told):
    jobs.acts.start(told.job(lambda _progress: threading.current_thread().name))
    idle(jobs)
    assert told.news[0][1].startswith("act")


def test_a_refusal_is_told_with_its_facts(jobs, idle, told):
    def refuse(_progress):
        raise InspectorError(Problem.NAME_EMPTY, field="name")

    jobs.acts.start(told.job(refuse))
    idle(jobs)
    assert told.kinds() == ["refusal", "end"]
    assert told.news[0][1].facts == {"field": "name"}


def test_a_crash_is_logged_and_told(jobs, idle, told, caplog):
    jobs.acts.start(told.job(lambda _progress: 1 // 0))
    idle(jobs)
    assert told.kinds() == ["crash", "end"]
    assert "job crashed" in caplog.text
    caplog.clear()


def test_stopping_is_silent(jobs, idle, told):
    started, may_go = threading.Event(), threading.Event()

    def work(progress):
        started.set()
        may_go.wait()
        list(tracked("abc", 3, progress))

    job = told.job(work)
    jobs.long.start(job)
    started.wait()
    job.stop()
    may_go.set()
    idle(jobs)
    assert told.kinds() == ["progress", "end"]


def test_a_job_stopped_before_its_turn_never_starts(jobs, idle, told):
    may_go = threading.Event()
    jobs.long.start(Job(work=lambda _progress: may_go.wait()))
    job = told.job(lambda _progress: pytest.fail("started"))
    jobs.long.start(job)
    job.stop()
    may_go.set()
    idle(jobs)
    assert told.kinds() == ["end"]


def test_acts_do_not_wait_for_long_work(jobs, qtbot, told):
    may_go = threading.Event()
    jobs.long.start(Job(work=lambda _progress: may_go.wait()))
    jobs.acts.start(told.job(lambda _progress: "done"))
    qtbot.waitUntil(lambda: told.kinds() == ["success", "end"])
    assert jobs.long.is_busy()
    may_go.set()


def test_closing_stops_what_runs_and_drops_what_waits(jobs, told):
    def until_stopped(progress):
        while not progress.wants_stop():
            pass
        raise Cancelled

    jobs.long.start(told.job(until_stopped))
    jobs.long.start(told.job(lambda _progress: pytest.fail("started")))
    jobs.close()


def test_a_thousand_ticks_all_arrive(jobs, idle, told):
    jobs.long.start(told.job(lambda progress: list(tracked(range(1000), 1000, progress))))
    idle(jobs)
    assert told.news[-3:] == [("progress", 1000, 1000), ("success", list(range(1000))), ("end",)]
    assert len(told.news) == 1003
