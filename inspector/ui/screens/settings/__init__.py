"""The person's settings and the workspace's state."""
