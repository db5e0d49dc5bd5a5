"""What waits for people is counted without looking at photos."""

from inspector.operations.exchange import Pending, count_pending, sync_status
from inspector.operations.organisation import found_organisation
from inspector.operations.packing import sendable
from tests.kit.crossed import crossing


def test_what_waits_is_counted(tmp_path):
    with crossing(tmp_path) as crossed:
        crossed.differ()
        crossed.gather()
        found_organisation(crossed.office, "区住建局", "correct horse")
        crossed.differ(field="demand", laptop="铲除重做")
        crossed.pass_on(crossed.laptop, crossed.office)
        pending = count_pending(crossed.office)
        status = sync_status(crossed.office)
        assert pending == Pending(
            unsent=sendable(crossed.office, ()), conflicts=status.conflicts, set_aside=2
        )
        assert status.quarantined > 0
        assert pending.unsent > 0
