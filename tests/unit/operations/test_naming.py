"""What laptops are called: one name everywhere, and what came after a restore is told apart."""

import shutil

import pytest

from inspector.core.people import machine_code
from inspector.operations.conflicts import list_conflicts
from inspector.operations.exchange import list_receipts
from inspector.operations.history import history_of
from inspector.operations.naming import device_names
from inspector.operations.organisation import found_organisation, list_devices
from inspector.operations.taking import take_packages
from tests.kit.builders import reopen
from tests.kit.crossed import crossing
from tests.kit.exchanging import PHRASE, admit, key_of, replica_of


@pytest.fixture
def crossed(tmp_path):
    with crossing(tmp_path) as made:
        yield made


def restored(crossed, tmp_path, text):
    """Put back the image of the laptop's disk and let its person work on; give the new stream."""
    folder, image = tmp_path / "laptop", tmp_path / "image"
    crossed.laptop.close()
    if image.exists():
        shutil.rmtree(folder / "workspace")
        shutil.copytree(image, folder / "workspace")
    else:
        shutil.copytree(folder / "workspace", image)
    crossed.laptop = reopen(folder, clock=crossed.clock)
    crossed.differ(laptop=text)
    crossed.pass_on(crossed.laptop, crossed.office)
    return replica_of(crossed.laptop)


def names(workspace):
    with workspace.read() as office:
        return device_names(office)


def test_a_stream_after_a_restore_has_the_laptops_name_and_its_own(crossed, tmp_path):
    first = restored(crossed, tmp_path, "恢复前的")
    later = restored(crossed, tmp_path, "恢复后的")
    code = machine_code(bytes.fromhex(first))
    called = f"{code}/{machine_code(bytes.fromhex(later))}"
    known = names(crossed.office)
    assert (known[first], known[later], known[key_of(crossed.laptop)]) == (code, called, code)
    told = {value.value: value.device for value in crossed.open_one().values}
    assert told == {"恢复前的": code, "恢复后的": called}
    senders = [receipt.sender_name for receipt in list_receipts(crossed.office)]
    assert senders == [f"李工 {called}", f"李工 {code}"]
    (device,) = (d for d in list_devices(crossed.office) if d.key == key_of(crossed.laptop))
    assert (device.code, device.name, device.later) == (code, "李工", (called,))
    lines = history_of(crossed.office, crossed.defect.id)
    assert {line.device for line in lines} >= {code, called}


def test_the_code_that_was_given_stands_everywhere_at_once(crossed, tmp_path):
    first = restored(crossed, tmp_path, "李工的描述")
    found_organisation(crossed.office, "区住建局", PHRASE, [key_of(crossed.other)])
    admit(crossed.office, crossed.laptop, code="K1")
    assert names(crossed.office)[first] == "K1"
    assert list_receipts(crossed.office)[0].sender_name == "李工 K1"
    crossed.differ(other="张工的描述")
    crossed.pass_on(crossed.other, crossed.office)
    (conflict,) = list_conflicts(crossed.office)
    assert "K1" in {value.device for value in conflict.values}


def test_streams_of_one_code_are_counted(crossed, tmp_path):
    restored(crossed, tmp_path, "先写的")
    later = restored(crossed, tmp_path, "后写的")
    found_organisation(crossed.office, "区住建局", PHRASE)
    admit(crossed.office, crossed.laptop, code="K1")
    take_packages(crossed.laptop, [crossed.packed(crossed.office)], join=True)
    crossed.pass_on(crossed.laptop, crossed.office)
    own = names(crossed.office)
    assert own[later] == "K1/2"
