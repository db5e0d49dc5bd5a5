"""A claim within a warranty: its facts, photos before and after, and its closing."""

from PySide6.QtCore import Signal

from inspector.core.evidence import PhotoRole
from inspector.operations.aftercare import ClaimLine
from inspector.ui.kit.pictures import Pictures
from inspector.ui.kit.widgets.buttons import KeyButton, Kind
from inspector.ui.kit.widgets.texts import SectionLabel
from inspector.ui.screens.projects.claims.model import claim_fields, claim_remark
from inspector.ui.screens.projects.records.view import Sheet
from inspector.ui.screens.projects.shots.view import ShotStrip
from inspector.words.language import _
from inspector.words.records import field_name


class ClaimSheet(Sheet):
    """The chosen claim.

    Signals:
        photos_wanted(str): add photos in this role.
        photo_opened(str): look at this photo.
        closing_wanted(): close it, or take the closing back.
    """

    photos_wanted = Signal(str)
    photo_opened = Signal(str)
    closing_wanted = Signal()

    def __init__(self, pictures: Pictures) -> None:
        super().__init__(field_name("warranty_claim"), claim_fields(), removal=_("删除"))
        self.before = ShotStrip(pictures, "claim_before", _("加照片…"))
        self.after = ShotStrip(pictures, "claim_after", _("加照片…"))
        at = self.body.indexOf(self.form) + 1
        for heading, strip, role in (
            (_("报修时的照片"), self.before, PhotoRole.BEFORE),
            (_("修复后的照片"), self.after, PhotoRole.AFTER),
        ):
            strip.asked.connect(lambda role=role: self.photos_wanted.emit(role.value))
            strip.opened.connect(self.photo_opened)
            self.body.insertWidget(at, SectionLabel(heading))
            self.body.insertWidget(at + 1, strip)
            at += 2
        self.closing = KeyButton(_("销项"), icon="check", kind=Kind.PRIMARY)
        self.closing.setObjectName("close_claim")
        self.closing.clicked.connect(self.closing_wanted)
        self.foot.addWidget(self.closing)

    def show_claim(self, line: ClaimLine) -> None:
        """Show how a claim stands."""
        claim = line.claim
        self.title.set(claim.text)
        self.remark.set(claim_remark(line))
        self.before.show_photos(line.before)
        self.after.show_photos(line.after)
        is_closed = claim.closed_on is not None
        self.closing.set_text(_("撤销销项") if is_closed else _("销项"))
        self.closing.setEnabled(is_closed or claim.repaired_on is not None)
        self.form.setEnabled(not is_closed)
