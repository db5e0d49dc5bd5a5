"""The photos of a project: the contact sheet, the tray, one photo large with what proves it."""
