"""The style sheets that every book is given."""
