"""The note to an item; half-typed text is never lost."""
