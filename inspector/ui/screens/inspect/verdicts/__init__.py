"""The verdict of an item, and the reason that one of them owes."""
