"""Sample pages that show every feature of a real page; all text is invented."""
