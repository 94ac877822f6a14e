"""The places of a zip of documents that hold text; a file that no reader reads is counted as a file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator

_PAGES = {"第1版.txt": "江边的渡口\n\n清晨有雾，渡船没有开。\n"}


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each place's name, and what makes a zip that holds a text there."""
    yield "document", _made({"第2版.txt": "☼\n\n船。"})
    yield "document in a folder", _made({"二/第2版.txt": "☼\n\n船。"})
    yield "document of another format", _made({"第2版.html": "<h1>渡</h1><p>☼</p>"})


def _made(parts: dict[str, str]) -> Callable[[str], bytes]:
    def made(token: str) -> bytes:
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for name, text in {**_PAGES, **parts}.items():
                archive.writestr(name.replace("☼", token), text.replace("☼", token))
        return file.getvalue()

    return made
