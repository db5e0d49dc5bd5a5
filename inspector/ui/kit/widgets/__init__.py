"""The widgets that screens are made of; all paint from the tokens of the mode that is on."""
