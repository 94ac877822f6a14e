"""Newspaper pages as PDF of which every line's place is known, to measure the reader of PDF by and to test it with.

    python -m tools.make.pages FOLDER    writes FOLDER/pages/NAME.PRODUCER.pdf and FOLDER/truth.jsonl

``setting`` places lines, ``producers`` draw them, ``layouts`` has the pages; the words are those of the labelled pages
in ``tests/cases``.
"""
