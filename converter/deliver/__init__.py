"""Books sent by mail, through the user's own server, to a reader that takes them so: Amazon's Send to Kindle."""
