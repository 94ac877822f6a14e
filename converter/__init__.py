"""Banmian: the text of Chinese newspaper pages and other documents, made into well-set e-books."""

__version__ = "0.1.0"
