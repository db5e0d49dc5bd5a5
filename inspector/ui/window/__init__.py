"""The main window: frame, navigation and actions."""
