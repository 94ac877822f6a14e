"""The command ``banmian``: click in front of the library, a file a command."""

from converter.cli import completion, convert, deliver, inspect, shelf, verify
from converter.cli.group import EXIT_CODES, main

__all__ = ["EXIT_CODES", "completion", "convert", "deliver", "inspect", "main", "shelf", "verify"]
