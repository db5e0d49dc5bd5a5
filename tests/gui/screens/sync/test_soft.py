"""What came together without a conflict and yet wants a look is listed and leads to its record."""

from inspector.ui.kit.widgets.texts import Words


def words(widget):
    return "\n".join(one.words() for one in widget.findChildren(Words) if one.isVisibleTo(widget))


def test_nothing_to_look_at_says_what_belongs_here(crossed, make_screen, press):
    screen = make_screen(crossed.office)
    press(screen, "show_soft")
    assert screen.pages.currentWidget() is screen.soft
    assert "没有要看的" in words(screen.soft)


def test_changes_of_different_fields_are_listed_and_lead_to_the_record(
    crossed, make_screen, press, desk, assert_accessible
):
    crossed.differ(laptop="李工说的")
    crossed.differ(field="demand", other="张工要求")
    crossed.gather()
    screen = make_screen(crossed.office)
    press(screen, "show_soft")
    (text,) = screen.soft.texts()
    assert "李工说的" in text
    assert "张工要求" in text
    assert_accessible(screen)
    press(screen, f"look_{crossed.defect.id}")
    target = {"project": crossed.project.id, "defect": crossed.defect.id}
    assert desk.go.calls == [(("defects",), target)]
