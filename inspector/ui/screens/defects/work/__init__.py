"""What is done about a defect: its sheet, and the panels that open over it."""
