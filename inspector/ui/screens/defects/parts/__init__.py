"""What the panels are made of: a day, photos to be added, a form with its foot."""
