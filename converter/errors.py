"""Every way in which Banmian can fail, with its exit code; each message says what to do next."""

from __future__ import annotations


class ConverterError(Exception):
    """Base of all errors that Banmian raises on purpose. ``exit_code`` is what the command ends with."""

    exit_code = 1


class UnfitCorrection(ConverterError):
    """A correction that cannot be: of a line or block that is not there, or one that contradicts itself."""

    exit_code = 2


class UnreadableInput(ConverterError):
    """The input is missing, empty, or is not what its format says."""

    exit_code = 3


class UndecodableText(UnreadableInput):
    """Bytes that none of the encodings tried can decode, or under ``strict`` a few of them; the message names the place
    and the encodings."""

    exit_code = 4


class UnknownFormat(ConverterError):
    """No reader or writer has that name or suffix."""

    exit_code = 5


class UnknownScript(ConverterError):
    """OpenCC has no configuration of that name."""

    exit_code = 6


class UnwritableOutput(ConverterError):
    """The output could not be written; an older file of that name is untouched."""

    exit_code = 7


class MissingExtra(ConverterError):
    """A package of an optional extra is not installed; the message names the extra."""

    exit_code = 8
