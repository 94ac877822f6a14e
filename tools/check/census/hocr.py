"""The constructs of hOCR that hold text (https://kba.github.io/hocr-spec/1.2/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_CONSTRUCTS = {
    "line": "<span class='ocr_line' title='bbox 9 80 400 120'>☼</span>",
    "word": "<span class='ocr_line' title='bbox 9 80 400 120'><span class='ocrx_word'>☼</span></span>",
    "header": "<span class='ocr_header' title='bbox 9 80 400 120'>☼</span>",
    "caption": "<span class='ocr_caption' title='bbox 9 80 400 120'>☼</span>",
    "text outside of lines": "<p>☼</p>",
}


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a page that holds one."""
    for name, inside in _CONSTRUCTS.items():
        yield name, _made(inside)


def _made(inside: str) -> Callable[[str], bytes]:
    usual = "<span class='ocr_line' title='bbox 9 9 400 49'>渡口的船</span>"
    text = f"<html><body><div class='ocr_page' title='bbox 0 0 900 900'>{usual}{inside}</div></body></html>"
    return lambda token: text.replace("☼", token).encode()
