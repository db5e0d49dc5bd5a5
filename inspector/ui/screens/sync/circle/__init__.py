"""The laptops and the organisation, put together: their pages over one board."""
