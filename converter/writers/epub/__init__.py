"""``Issue`` → a book: EPUB 3.3, and what Kobo and Kindle want."""
