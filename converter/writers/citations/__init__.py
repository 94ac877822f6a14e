"""A list of an issue's stories for programs that keep references: a format a file, what a story is cited by in one."""
