"""The little QSS that palette and painting cannot say."""

from string import Template

from inspector.ui.kit.style.tokens import RADIUS, SPACE_2, Tokens, Tone

_SHEET = Template("""
QToolTip { color: $text; background: $surface; border: ${px}px solid $line; padding: 6px 8px; }
QAbstractScrollArea { background: $surface; border: none; }
QLineEdit, QPlainTextEdit, QSpinBox, QDateEdit, QTimeEdit {
  background: $surface; color: $text; border: ${px}px solid $line; border-radius: ${radius}px;
  padding: ${pad}px 10px; placeholder-text-color: $muted;
  selection-background-color: $accent; selection-color: $on_fill;
}
QLineEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus {
  border: 2px solid $accent; padding: ${focus_pad}px ${focus_side}px;
}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border-color: $failed; }
QLineEdit:disabled, QPlainTextEdit:disabled, QLineEdit:read-only { background: $canvas; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
  border: none; background: transparent; padding: 0;
}
QMenu { background: $surface; color: $text; border: ${px}px solid $line; padding: 6px 0; }
QMenu::item { padding: 9px 28px 9px 14px; }
QMenu::icon { padding-left: 12px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: ${px}px; background: $line; margin: 6px 0; }
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] { background: transparent; }
QTreeView, QListView, QTableView { outline: none; selection-background-color: transparent; }
QComboBox QAbstractItemView { selection-background-color: $tint; }
QHeaderView::section {
  background: $canvas; color: $muted; border: none; border-bottom: ${px}px solid $line;
  padding: 8px 10px;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 44px; }
QScrollBar::handle:horizontal { min-width: 44px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {
  background: none; border: none; width: 0; height: 0;
}
QComboBox QAbstractItemView { border: ${px}px solid $line; padding: 4px 0; outline: none; }
QComboBox QAbstractItemView::item { min-height: 40px; padding: 0 10px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $tint; color: $text; }
QCheckBox, QRadioButton { spacing: 10px; min-height: 44px; }
QSplitter::handle { background: $line; }
""")


def style_sheet(tokens: Tokens) -> str:
    """Fill the sheet with a mode's colours."""
    return _SHEET.substitute(
        text=tokens.text,
        muted=tokens.muted,
        surface=tokens.surface,
        canvas=tokens.canvas,
        line=tokens.line,
        px=tokens.line_px,
        accent=tokens.accent,
        failed=tokens.failed,
        on_fill=tokens.on_fill,
        tint=tokens.tint(Tone.ACCENT) if tokens.tint_share else tokens.hover(),
        handle=tokens.line if tokens.line_px == 1 else tokens.text,
        radius=RADIUS,
        pad=SPACE_2 - tokens.line_px,
        focus_pad=SPACE_2 - 2,
        focus_side=10 - (2 - tokens.line_px),
    )
