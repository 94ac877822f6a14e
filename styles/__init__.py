"""The style sheets: ``newspaper.css`` for every form, ``page.css`` for a page in a browser."""
