"""The reader matrix: the same books in the engines of reading systems, where validators find nothing and books fail."""
