"""What is seen of each line, in words; no cue knows a role or a weight."""
