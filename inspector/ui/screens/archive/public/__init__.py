"""What goes into a public copy: photos that were looked at, received files that are released."""
