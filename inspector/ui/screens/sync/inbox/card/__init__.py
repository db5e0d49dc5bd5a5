"""One open conflict: its values side by side, its photos, what can be done."""
