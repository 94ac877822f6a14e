"""The style sheets: ``newspaper.css`` for every form, ``book.css`` and ``vertical.css`` over it, ``page.css`` for a
browser's page."""
