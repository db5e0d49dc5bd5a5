"""What can be checked of a bundle beyond its sums: that its parts tell one story."""
