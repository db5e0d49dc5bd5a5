"""The conditions of passing, as a short list that leads to what stands against them."""
