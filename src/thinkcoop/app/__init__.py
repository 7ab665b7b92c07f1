"""What the product can do, one file for each use, and its ports to the world."""
