"""What is made by a command and committed: lists of words, data of other projects, man pages and pictures."""
