"""What becomes of each construct of each format that is read: its text is kept once, or counted in a warning."""
