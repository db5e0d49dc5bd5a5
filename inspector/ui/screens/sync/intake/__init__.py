"""What came of taking packages in, in plain words."""
