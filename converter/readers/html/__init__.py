"""HTML → ``Source``: a file for each question that a page raises; ``page.py`` puts the answers together."""
