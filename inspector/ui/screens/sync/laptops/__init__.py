"""The laptops around this one, each with how it stands."""
