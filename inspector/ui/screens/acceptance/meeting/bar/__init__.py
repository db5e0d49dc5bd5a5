"""The bar of the parties."""
