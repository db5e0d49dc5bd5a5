"""The pane at the left: the two big buttons, the next step, what came last, the laptops."""
