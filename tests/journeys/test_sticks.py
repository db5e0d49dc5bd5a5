"""Sticks between an office and two laptops, in the worst order, typed: all end with the same data.

Everybody writes on the same records before they see each other. Sticks are taken in newest first,
twice, by way of a third, and one laptop comes back from last week's backup in between.
"""

from datetime import timedelta

import pytest

from tests.journeys.conftest import Site
from tests.kit.photo_files import make_block, make_jpeg

ANSWER = ("answer", "set", "--place", "12", "--item")
OFFICE, LI, ZHANG = "office", "li", "zhang"


class Owned(Site):
    """A workspace on a computer of its own: the person's profile, with its key, lies there."""

    def __init__(self, folder, clock, patch):
        super().__init__(folder / "w", clock)
        self._home, self._patch = folder / "home", patch

    def type(self, *arguments):
        self.at_home()
        return super().type(*arguments)

    def do(self, *arguments):
        self.at_home()
        return super().do(*arguments)

    def at_home(self):
        for name in ("HOME", "USERPROFILE", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
            self._patch.setenv(name, str(self._home))

    @property
    def content(self):
        return self.do("workspace", "info")["content_hash"]

    def stick(self, path):
        """Pack everything onto a stick."""
        self.do("sync", "pack", "--out", path)
        return path

    def takes(self, *sticks):
        """Take sticks in: of each operation it is told what became of it."""
        told = self.do("sync", "take", *sticks)
        for receipt in told["receipts"]:
            kinds = ("applied", "same", "conflict", "waiting", "quarantined")
            assert receipt["received"] == sum(receipt[kind] for kind in kinds)
        return told

    def edits(self, defect, text):
        self.clock.tick()
        self.do("defect", "edit", defect, "--set", f"text={text}")


@pytest.fixture
def three(tmp_path, clock, monkeypatch):
    """Give an office and two laptops that were set up from its stick; they know one defect."""
    office, li, zhang = (Owned(tmp_path / name, clock, monkeypatch) for name in (OFFICE, LI, ZHANG))
    office.do("workspace", "create", office.folder, "--person", "王工", "--unit", "区住建局")
    office.do("project", "create", "--code", "JF2", "--name", "解放二村")
    office.do("place", "add", "--kind", "community", "--code", "C", "--name", "解放二村")
    office.do("place", "add", "--code", "12", "--name", "12幢", "--parent", "C")
    office.do("visit", "create", "--kind", "spot_check")
    photo = tmp_path / "p.jpg"
    photo.write_bytes(make_jpeg(make_block()))
    where = ("--place", "12", "--item", "RD-005", "--severity", "major")
    defect = office.do("defect", "add", *where, "--text", "路面沉陷", "--photo", photo)
    first = office.stick(tmp_path / "0.ipkg")
    for laptop, person in ((li, "李工"), (zhang, "张工")):
        given = ("--person", person, "--unit", "区住建局", "--from", first)
        laptop.do("workspace", "create", laptop.folder, *given)
    return office, li, zhang, defect["id"]


def test_three_who_cross_sticks_in_the_worst_order_end_with_the_same_data(tmp_path, three):
    office, li, zhang, defect = three
    last_week = back_up(zhang, tmp_path)
    sticks = write_before_they_meet(office, li, zhang, defect, tmp_path)
    cross(office, li, zhang, sticks)

    zhang.folder = restored(zhang, last_week, tmp_path)
    zhang.edits(defect, "张工从备份恢复后又写的")
    after = zhang.stick(tmp_path / "zhang-after.ipkg")
    li.takes(after)
    zhang.takes(sticks["zhang late"], li.stick(tmp_path / "li-relays.ipkg"))
    office.takes(after, sticks["zhang early"])

    settle_apart(office, li, defect)
    settle_together(tmp_path, office, li, zhang)
    for site in three[:3]:
        assert site.do("sync", "conflicts") == []
        assert site.do("workspace", "check")["findings"] == []
        assert site.do("sync", "status")["forks"] == []  # who restores goes on as a new stream
    assert office.content == li.content == zhang.content
    for site in (office, li):
        assert "数据恢复或复制过" in site.type("device", "list").out
    everybody_wrote = "".join(str(site.do("history", defect)) for site in (office, li, zhang))
    for text in ("王工所写", "李工所写", "张工早先所写", "张工所写", "张工从备份恢复后又写的"):
        assert everybody_wrote.count(text) >= 3


def back_up(zhang, tmp_path):
    """A backup of last week, onto another disk."""
    zhang.do("workspace", "backup", "--to", tmp_path / "disk")
    zhang.clock.tick(timedelta(days=7))
    (backup,) = (tmp_path / "disk").iterdir()
    return backup


def write_before_they_meet(office, li, zhang, defect, tmp_path):
    """Everybody writes on the same defect and the same answer, and packs; Zhang twice."""
    office.edits(defect, "王工所写")
    office.do(*ANSWER, "RD-005", "--state", "pass")
    zhang.edits(defect, "张工早先所写")
    sticks = {"zhang early": zhang.stick(tmp_path / "zhang-early.ipkg")}
    zhang.edits(defect, "张工所写")
    zhang.do(*ANSWER, "RD-005", "--state", "fail", "--note", "有积水")
    sticks["zhang late"] = zhang.stick(tmp_path / "zhang-late.ipkg")
    li.edits(defect, "李工所写")
    li.do(*ANSWER, "RD-005", "--state", "na", "--reason", "本幢没有")
    sticks["li"] = li.stick(tmp_path / "li.ipkg")
    sticks["office"] = office.stick(tmp_path / "office.ipkg")
    return sticks


def cross(office, li, zhang, sticks):
    """Newest first, twice, and each has taken in something before it hands its own on."""
    li.takes(sticks["zhang late"])
    office.takes(sticks["zhang late"])
    assert office.takes(sticks["zhang early"])["applied"] == 0
    zhang.takes(sticks["office"], sticks["li"], sticks["office"])
    li.takes(sticks["office"])
    office.takes(sticks["li"], sticks["li"])
    fields = {one["field"] for one in office.do("sync", "conflicts")}
    assert {"text", "result"} <= fields


def restored(zhang, backup, tmp_path):
    """The disk died: go on from last week's backup, under the same key."""
    folder = tmp_path / "zhang" / "again"
    zhang.do("workspace", "restore", backup, folder)
    return folder


def settle_apart(office, li, defect):
    """Office and laptop settle the same conflicts, each otherwise."""
    for site, text in ((office, "王工裁定"), (li, "李工裁定")):
        site.clock.tick()
        for one in site.do("sync", "conflicts"):
            if one["field"] == "text":
                assert one["record_id"] == defect
                site.do("sync", "resolve", one["id"], "--set", text)
            else:
                site.do("sync", "resolve", one["id"], "--choose", one["values"][0]["value"])
        assert site.do("sync", "conflicts") == []


def settle_together(tmp_path, *sites):
    """Pass everything round until nothing is new, the office settling what is left."""
    office = sites[0]
    for turn in range(3):
        for giver in sites:
            stick = giver.stick(tmp_path / f"round-{turn}-{giver.folder.parent.name}.ipkg")
            for taker in sites:
                if taker is not giver:
                    taker.takes(stick)
        for one in office.do("sync", "conflicts"):
            office.do("sync", "resolve", one["id"], "--choose", one["values"][0]["value"])
