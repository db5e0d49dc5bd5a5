"""A paper of the tree, as it will be printed."""
