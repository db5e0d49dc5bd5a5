"""What a person does in the panels of notices."""
