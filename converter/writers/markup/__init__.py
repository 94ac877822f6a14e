"""Blocks → mark-up: what books and web pages share."""
