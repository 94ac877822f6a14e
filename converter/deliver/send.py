"""A mail message → the user's server (SMTP, RFC 5321), over TLS (RFC 8314), and what each failure means."""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP as WIRE

from converter.errors import NotDelivered, RefusedAddress, RefusedLogin, TooMuch, UnreachableServer, UnsafeServer
from converter.press.numbers import whole_number
from converter.records import NamedTuple

TLS_PORT, OTHER_PORT, PLAIN_PORT = 465, 587, 25
"""The ports of submission over TLS and with STARTTLS (RFC 8314, 3.3; RFC 6409, 3.1), and of mail between servers."""

PATIENCE = 60
"""Seconds that the server may take to answer."""

TOO_LARGE = (523, 534, 552)
"""What a server says to a message that is larger than it takes (RFC 3463, x.3.4; RFC 1870, 6)."""


class Server(NamedTuple):
    """A user's mail server. Without ``tls`` neither password nor books are kept from who listens; ``at_once`` says
    that it begins with the connection, not after STARTTLS.
    """

    host: str
    port: int
    tls: bool = True
    at_once: bool = True

    @property
    def name(self) -> str:
        """How messages name it."""
        return f"{self.host}:{self.port}"


def server_at(said: str, tls: bool = True) -> Server:
    """The server that ``HOST`` or ``HOST:PORT`` names; an IPv6 address with a port stands in brackets.

    TLS begins with the connection on its port, and on any port after ``smtps://``. Raises ``ValueError``.
    """
    at_once = said.startswith("smtps://")
    said = said.removeprefix("smtps://").removeprefix("smtp://")
    host, port = said, ""
    if said.startswith("["):
        host, _, port = said[1:].partition("]")
        port = port.removeprefix(":")
    elif said.count(":") == 1:
        host, _, port = said.partition(":")
    number = whole_number(port, 65535, 1) if port else TLS_PORT if tls else PLAIN_PORT
    if not host or number is None:
        raise ValueError(said)
    return Server(host, number, tls, tls and (at_once or number == TLS_PORT))


def send(message: EmailMessage, server: Server, user: str, password: str) -> None:
    """Send the message; with an empty ``user`` nobody logs in.

    Raises ``UnreachableServer``, ``UnsafeServer``, ``RefusedLogin``, ``RefusedAddress``, ``TooMuch``, ``NotDelivered``.
    """
    data = message.as_bytes(policy=WIRE)
    with _told(server), _connected(server) as connection:
        most = whole_number(connection.esmtp_features.get("size"), len(data) - 1, 1)
        if most:
            raise TooMuch(
                f"the message has {len(data) / 1_000_000:.1f} MB, and {server.name} takes {most / 1_000_000:.1f}: "
                "send fewer books at once, or use another server"
            )
        if user:
            _login(connection, server, user, password)
        connection.sendmail(message["From"].addresses[0].addr_spec, [message["To"].addresses[0].addr_spec], data)


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    """The connection, encrypted where it shall be. What goes wrong when it ends, after all is sent, does not count."""
    context = ssl.create_default_context()
    if server.at_once:
        connection: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=PATIENCE, context=context)
    else:
        connection = smtplib.SMTP(server.host, server.port, timeout=PATIENCE)
    try:
        connection.ehlo_or_helo_if_needed()
        if server.tls and not server.at_once:
            _secure(connection, server, context)
        yield connection
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()


def _secure(connection: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    """Go over to TLS (STARTTLS, RFC 3207)."""
    advice = f"and nothing was sent: try port {TLS_PORT} or {OTHER_PORT}, or say --no-tls for a server on this machine"
    if not connection.has_extn("starttls"):
        raise UnsafeServer(f"{server.name} offers no TLS, {advice}")
    try:
        connection.starttls(context=context)
    except smtplib.SMTPResponseException as error:
        raise UnsafeServer(f"{server.name} offers TLS and does not begin it ({_said(error)}), {advice}") from error
    connection.ehlo()


def _login(connection: smtplib.SMTP, server: Server, user: str, password: str) -> None:
    """Log in."""
    try:
        connection.login(user, password)
    except smtplib.SMTPAuthenticationError as error:
        advice = "check user and password (many providers want an app password here)"
        raise RefusedLogin(f"{server.name} refused the login of {user} ({_said(error)}): {advice}") from error
    except (smtplib.SMTPServerDisconnected, smtplib.SMTPResponseException):
        raise
    except smtplib.SMTPException as error:
        advice = "say --no-login if it needs none, or use another port"
        raise RefusedLogin(f"{server.name} knows no login of ours ({error}): {advice}") from error
    except UnicodeEncodeError as error:
        raise RefusedLogin(
            "user or password has characters outside of ASCII, which this login cannot say: choose an app password"
        ) from error


@contextmanager
def _told(server: Server) -> Iterator[None]:
    """What fails in here becomes an error that says what to do."""
    name = server.name
    try:
        yield
    except smtplib.SMTPRecipientsRefused as error:
        address, (code, said) = next(iter(error.recipients.items()))
        raise RefusedAddress(f"{name} refused {address} ({code} {_text(said)}): check the address") from error
    except smtplib.SMTPSenderRefused as error:
        _raise_if_large(error, name)
        raise RefusedAddress(
            f"{name} refused the sender {error.sender} ({_said(error)}): say --from the address of your account"
        ) from error
    except smtplib.SMTPConnectError as error:
        raise UnreachableServer(f"{name} takes no mail now ({_said(error)}): try again later") from error
    except smtplib.SMTPResponseException as error:
        _raise_if_large(error, name)
        raise NotDelivered(f"{name} refused the message ({_said(error)}): try again later") from error
    except ssl.SSLError as error:
        why = getattr(error, "verify_message", "") or error.reason or str(error)
        advice = f"check its name and port ({TLS_PORT} for TLS, {OTHER_PORT} for STARTTLS)"
        raise UnsafeServer(f"no safe connection to {name} ({why}): {advice}") from error
    except (smtplib.SMTPServerDisconnected, TimeoutError) as error:
        why = "it did not answer in time" if isinstance(error, TimeoutError) else str(error)
        raise UnreachableServer(
            f"{name} did not go on ({why}): check name and port, and whether the network lets mail through"
        ) from error
    except socket.gaierror as error:
        raise UnreachableServer(f"there is no server {server.host} ({error.strerror}): check --smtp") from error
    except OSError as error:
        raise UnreachableServer(
            f"{name} cannot be reached ({error.strerror or error}): check --smtp and the network"
        ) from error


def _raise_if_large(error: smtplib.SMTPResponseException, name: str) -> None:
    if error.smtp_code in TOO_LARGE:
        raise TooMuch(f"{name} takes no message that large ({_said(error)}): send fewer books at once") from error


def _said(error: smtplib.SMTPResponseException) -> str:
    """A server's answer in one line."""
    return f"{error.smtp_code} {_text(error.smtp_error)}"


def _text(said: bytes | str) -> str:
    return " ".join((said.decode("utf-8", "replace") if isinstance(said, bytes) else said).split())
