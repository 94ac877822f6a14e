"""A real mail server on this machine, which the tests of delivery send to."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

aiosmtpd = pytest.importorskip("aiosmtpd.controller", reason="aiosmtpd is not installed: pip install '.[test]'")
smtp = pytest.importorskip("aiosmtpd.smtp")
trustme = pytest.importorskip("trustme")

USER, PASSWORD = "jiang", "no-such-bridge"
"""Who may log in."""


@dataclass
class Post:
    """What the server got, and its answers where they are not the usual ones, by the command's name."""

    answers: dict[str, str] = field(default_factory=dict)
    got: list[Any] = field(default_factory=list)
    logins: list[tuple[bytes, bytes]] = field(default_factory=list)

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        """The sender."""
        if answer := self.answers.get("MAIL"):
            return answer
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        """The recipient."""
        if answer := self.answers.get("RCPT"):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        """The message."""
        if answer := self.answers.get("DATA"):
            return answer
        self.got.append((server.transport.get_extra_info("sslcontext") is not None, envelope))
        return "250 OK"

    def authenticate(self, server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> Any:
        """A login."""
        self.logins.append((data.login, data.password))
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return smtp.AuthResult(success=right, handled=False)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Whom this machine trusts for the time of a test."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


@pytest.fixture
def post_office(authority: Any) -> Iterator[Callable[..., tuple[Post, int]]]:
    """Starts servers: gives what one gets, and its port."""
    running = []

    def started(security: str = "starttls", name: str = "localhost", **said: Any) -> tuple[Post, int]:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(context)
        post = Post(said.pop("answers", {}))
        tls: dict[str, Any] = {"starttls": {"tls_context": context}, "none": {}, "tls": {}}[security]
        if not said.pop("login", True):
            tls["auth_exclude_mechanism"] = ("LOGIN", "PLAIN")
        else:
            tls |= {"authenticator": post.authenticate, "auth_require_tls": security == "starttls"}
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        made = aiosmtpd.Controller(
            post, "127.0.0.1", port, ssl_context=context if security == "tls" else None, **tls, **said
        )
        made.start()
        running.append(made)
        return post, port

    yield started
    for made in running:
        made.stop()
