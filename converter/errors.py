"""Every way in which Banmian can fail, with its exit code; each message says what to do next."""

from __future__ import annotations

INTERRUPTED = 130
"""The exit code of what Ctrl-C ended; it is no error."""


class ConverterError(Exception):
    """Base of all errors that Banmian raises on purpose. ``exit_code`` is what the command ends with."""

    exit_code = 1


class UnfitArgument(ConverterError, ValueError):
    """An argument that cannot be; the message names it, its value, and what it may be."""

    exit_code = 2


class UnfitCorrection(UnfitArgument):
    """A correction that cannot be: of a line or block that is not there, or one that contradicts itself."""


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
    """A package that Banmian, or an optional extra of it, needs is not installed; the message names it."""

    exit_code = 8


class NotDelivered(ConverterError):
    """A book was not sent by mail: the server refused the message. The kinds below say why, where that is known."""

    exit_code = 100


class UnreachableServer(NotDelivered):
    """The mail server is not there, or does not answer."""

    exit_code = 101


class UnsafeServer(NotDelivered):
    """The mail server offers no TLS, or a certificate that is not to be trusted; nothing was sent."""

    exit_code = 102


class RefusedLogin(NotDelivered):
    """No password is known, or the mail server does not take it."""

    exit_code = 103


class RefusedAddress(NotDelivered):
    """The mail server does not take the address of the recipient or of the sender."""

    exit_code = 104


class TooMuch(NotDelivered):
    """There are more files, or larger ones, than the recipient or the mail server takes."""

    exit_code = 105


class LostScheduler(ConverterError):
    """The scheduler of a cluster cannot be reached, or went away while a batch ran; what was made is kept."""

    exit_code = 110
