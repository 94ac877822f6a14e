"""What newspaper people know, each thing once: names, posts, dates, numbers, pages (版), marks, and which characters belong together."""
