"""``Issue`` → a web page, or a site of them."""
