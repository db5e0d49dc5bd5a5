"""The program itself, as the system starts it."""

import os
import signal
import subprocess
import sys

from tests.kit.commands import ROOT, real_command
from tests.kit.photo_files import make_block, make_jpeg


def test_it_answers_in_utf_8_whatever_the_console_says(site):
    for environment in ({"LC_ALL": "C"}, {"PYTHONIOENCODING": "ascii"}, {"PYTHONUTF8": "0"}):
        ended = real_command("--workspace", site.folder, "place", "list", **environment)
        assert ended.code == 0, ended.err
        assert "12幢" in ended.out


def test_a_file_name_that_is_no_text_is_told_all_the_same(site, tmp_path):
    strange = os.fsencode(tmp_path) + b"/\xff\xfe.jpg"
    with open(strange, "wb") as file:  # noqa: PTH123 - a name that no Path would make
        file.write(b"no photo")
    ended = real_command("--workspace", site.folder, "photo", "import", os.fsdecode(strange))
    assert ended.code == 1
    assert "不是照片" in ended.err


def test_a_reader_that_goes_away_is_no_fault(site):
    words = [sys.executable, "-m", "inspector", "--workspace", str(site.folder)]
    with subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [*words, "checklist", "show", "--json"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0


def test_an_interrupt_stops_at_a_safe_point_and_keeps_what_is_done(site, tmp_path):
    card = tmp_path / "card"
    card.mkdir()
    for number in range(400):
        (card / f"{number}.jpg").write_bytes(make_jpeg(make_block()) + b"%d" % number)
    with subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [
            *(sys.executable, "-m", "inspector", "--workspace", str(site.folder)),
            *("photo", "import", str(card)),
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        while process.poll() is None and not any((site.folder / "photos").glob("??/*.jpg")):
            os.sched_yield()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (1, ""), err
    assert "停止" in err
    assert "Traceback" not in err
    photos = site.do("photo", "list")
    assert 0 < len(photos) < 400
    assert all(photo["is_here"] for photo in photos)


def test_a_mistyped_command_is_told_on_the_error_stream():
    ended = real_command("projekt")
    assert (ended.code, ended.out) == (2, "")
    assert "projekt" in ended.err


def test_it_tries_every_library_that_it_brings():
    ended = real_command("selftest")
    assert ended.code == 0, ended.out
    assert "sqlcipher3" in ended.out


def test_it_looks_at_the_computer(site):
    ended = real_command("--workspace", site.folder, "doctor", "--json")
    assert '"engine"' in ended.out
    assert "工作区可以读取" in ended.out
