"""The constructs of a page saved as one file (RFC 2557) that hold text."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator
from email.header import Header
from quopri import encodestring

_PAGE = (
    "<html><head><title>江边的渡口</title></head><body><h1>江边的渡口</h1><p>清晨有雾，渡船没有开。</p><p>{}</p></body>"
    "</html>"
)


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a file that holds one in it."""
    yield "page", _made()
    yield "page in Base64", _made(form="base64")
    yield "title of the file", _made("船", called="☼")
    yield "page in a page (frame)", _made("船", part="text/html", inside="<html><body><p>☼</p></body></html>")
    yield "text beside the page", _made("船", part="text/plain", inside="☼")
    yield "picture that is nowhere (alt)", _made("<img src='cid:a' alt='☼'>")
    yield "style", _made("<span style='color:red'>☼</span>")


def _made(
    text: str = "☼", called: str = "", form: str = "quoted-printable", part: str = "", inside: str = ""
) -> Callable[[str], bytes]:
    coded = b64encode if form == "base64" else encodestring

    def made(token: str) -> bytes:
        parts = [("text/html", _PAGE.format(text)), *([(part, inside)] if part else [])]
        subject = Header(called.replace("☼", token), "utf-8").encode()
        data = f"Subject: {subject}\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n".encode()
        for number, (kind, content) in enumerate(parts):
            data += f"--b\nContent-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: {form}\n".encode()
            data += f"Content-Location: https://port.example/{number}\n\n".encode()
            data += coded(content.replace("☼", token).encode()) + b"\n"
        return data + b"--b--\n"

    return made
