"""Checks of what Banmian writes: books and pages by public validators and by rules of our own, script by its cases."""
