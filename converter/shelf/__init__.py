"""A folder of books and sites → static files: a calendar of issues, an Atom feed, OPDS catalogues, the latest book."""
