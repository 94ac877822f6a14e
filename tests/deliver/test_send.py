"""Books reach a real server, or the failure says what to do."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from converter.deliver import send as sending
from converter.deliver.message import message
from converter.deliver.send import Server, send, server_at
from converter.errors import (
    NotDelivered,
    RefusedAddress,
    RefusedLogin,
    TooMuch,
    UnreachableServer,
    UnsafeServer,
)
from tests.deliver.conftest import PASSWORD, USER, Post

Start = Callable[..., tuple[Post, int]]


@pytest.fixture
def mail(tmp_path: Path) -> EmailMessage:
    """A message with a book."""
    book = tmp_path / "桥.epub"
    book.write_bytes(b"\0\r\n.\r\n" * 999)
    return message([book], "me@example.org", "me@kindle.com")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_a_book_arrives_whole_over_tls(security: str, mail: EmailMessage, post_office: Start) -> None:
    """Bytes, name, sender and recipient; the login goes over TLS too."""
    post, port = post_office(security)
    send(mail, Server("localhost", port, True, security == "tls"), USER, PASSWORD)
    ((encrypted, envelope),) = post.got
    assert (encrypted, envelope.mail_from, envelope.rcpt_tos) == (True, "me@example.org", ["me@kindle.com"])
    (part,) = message_from_bytes(envelope.content, policy=SMTP).iter_attachments()
    assert (part.get_filename(), part.get_content()) == ("桥.epub", b"\0\r\n.\r\n" * 999)
    assert post.logins == [(USER.encode(), PASSWORD.encode())]


def test_a_server_on_this_machine_may_do_without(mail: EmailMessage, post_office: Start) -> None:
    """Without TLS and without a login, if both are said."""
    post, port = post_office("none", login=False)
    send(mail, Server("localhost", port, False, False), "", "")
    assert [encrypted for encrypted, _ in post.got] == [False]


def test_a_wrong_password_is_told(mail: EmailMessage, post_office: Start) -> None:
    """Nothing is sent."""
    post, port = post_office()
    with pytest.raises(RefusedLogin, match=f"localhost:{port} refused the login of jiang .* app password"):
        send(mail, Server("localhost", port, True, False), USER, "wrong")
    assert post.got == []
    with pytest.raises(RefusedLogin, match="outside of ASCII"):
        send(mail, Server("localhost", port, True, False), USER, "密码")


def test_a_server_without_logins_is_told(mail: EmailMessage, post_office: Start) -> None:
    """It says that --no-login may be wanted."""
    _, port = post_office(login=False)
    with pytest.raises(RefusedLogin, match="knows no login of ours .* --no-login"):
        send(mail, Server("localhost", port, True, False), USER, PASSWORD)


def test_a_server_without_tls_gets_nothing(mail: EmailMessage, post_office: Start) -> None:
    """Neither the password nor the book: with STARTTLS not offered, and with no TLS where it should begin."""
    post, port = post_office("none")
    with pytest.raises(UnsafeServer, match="offers no TLS, and nothing was sent"):
        send(mail, Server("localhost", port, True, False), USER, PASSWORD)
    with pytest.raises(UnsafeServer, match="no safe connection"):
        send(mail, Server("localhost", port, True, True), USER, PASSWORD)
    assert (post.got, post.logins) == ([], [])


@pytest.mark.parametrize("at_once", [True, False])
def test_a_certificate_of_another_server_is_not_trusted(at_once: bool, mail: EmailMessage, post_office: Start) -> None:
    """Its name has to be the server's."""
    post, port = post_office("tls" if at_once else "starttls", name="elsewhere.example.org")
    with pytest.raises(UnsafeServer, match="no safe connection to localhost.*certificate is not valid for 'localhost'"):
        send(mail, Server("localhost", port, True, at_once), USER, PASSWORD)
    assert (post.got, post.logins) == ([], [])


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    mail: EmailMessage, post_office: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the authority that signed it."""
    _, port = post_office()
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(UnsafeServer, match="no safe connection .*certificate"):
        send(mail, Server("localhost", port, True, False), USER, PASSWORD)


@pytest.mark.parametrize(
    ("answers", "error", "said"),
    [
        ({"RCPT": "550 no such user"}, RefusedAddress, "refused me@kindle.com .550 no such user.: check the address"),
        ({"MAIL": "553 not yours"}, RefusedAddress, "refused the sender me@example.org .553 not yours.: say --from"),
        ({"MAIL": "552 too large"}, TooMuch, "takes no message that large"),
        ({"DATA": "552 too large"}, TooMuch, "takes no message that large"),
        ({"DATA": "554 looks like spam"}, NotDelivered, "refused the message .554 looks like spam.: try again later"),
    ],
)
def test_what_the_server_refuses_is_told(
    answers: dict[str, str], error: type[NotDelivered], said: str, mail: EmailMessage, post_office: Start
) -> None:
    """Each refusal is an error of its kind, with the server's own words."""
    _, port = post_office(answers=answers)
    with pytest.raises(error, match=said) as caught:
        send(mail, Server("localhost", port, True, False), USER, PASSWORD)
    assert type(caught.value) is error


def test_a_server_s_own_limit_is_checked_first(mail: EmailMessage, post_office: Start) -> None:
    """It says how much it takes (RFC 1870), so nothing larger is sent."""
    post, port = post_office(data_size_limit=1000)
    with pytest.raises(TooMuch, match=r"and localhost:\d+ takes 0\.0"):
        send(mail, Server("localhost", port, True, False), USER, PASSWORD)
    assert post.logins == []


def test_a_server_that_is_not_there_is_told(mail: EmailMessage) -> None:
    """No such name, and nobody at the port."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnreachableServer, match=r"cannot be reached \(Connection refused\): check --smtp"):
        send(mail, Server("localhost", port), "", "")
    with pytest.raises(UnreachableServer, match="there is no server nowhere.invalid"):
        send(mail, Server("nowhere.invalid", 465), "", "")


@pytest.mark.parametrize(("greeting", "said"), [(b"", "did not go on"), (b"554 no\r\n", "takes no mail now .554 no")])
def test_a_server_that_hangs_up_or_is_silent_is_told(
    greeting: bytes, said: str, mail: EmailMessage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that says nothing, one that says no."""
    monkeypatch.setattr(sending, "PATIENCE", 0.5)
    with socket.create_server(("localhost", 0)) as server:
        answered = threading.Thread(target=_greet, args=(server, greeting), daemon=True)
        answered.start()
        with pytest.raises(UnreachableServer, match=said):
            send(mail, Server("localhost", server.getsockname()[1], True, False), "", "")
        answered.join(5)


def _greet(server: socket.socket, greeting: bytes) -> None:
    """Say this to who comes, and wait until they go."""
    connection, _ = server.accept()
    with connection:
        connection.settimeout(3)
        connection.sendall(greeting)
        connection.recv(999)


@pytest.mark.parametrize(
    ("said", "tls", "expected"),
    [
        ("smtp.example.org", True, Server("smtp.example.org", 465, True, True)),
        ("smtp.example.org:587", True, Server("smtp.example.org", 587, True, False)),
        ("smtps://localhost:4650", True, Server("localhost", 4650, True, True)),
        ("localhost", False, Server("localhost", 25, False, False)),
        ("[::1]:2525", False, Server("::1", 2525, False, False)),
        ("::1", True, Server("::1", 465, True, True)),
    ],
)
def test_servers_are_named_with_and_without_a_port(said: str, tls: bool, expected: Server) -> None:
    """Without one it is that of mail over TLS."""
    assert server_at(said, tls) == expected


@pytest.mark.parametrize("said", ["", ":25", "host:port", "host:0", "host:70000"])
def test_what_is_no_server_is_refused(said: str) -> None:
    """Before anything else is done."""
    with pytest.raises(ValueError, match="."):
        server_at(said or ":")
