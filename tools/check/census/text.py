"""The constructs of plain text: what pages of newspapers, and programs that text went through, leave in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_CONSTRUCTS = {
    "line": "☼",
    "line of spaces and text": "\u3000\u3000☼",
    "after a tab": "渡\t☼",
    "after a page's end": "\f☼",
    "after a line that ends in a tail": "清晨有雾，\n☼渡船没有开。",
    "beside a control character": "渡\x07☼",
    "beside a byte order mark": "\ufeff☼",
    "beside signs of no width": "渡\u200b☼\u200e口",
    "after U+2028": "渡\u2028☼",
    "row of a table": "☼\t甲\t乙\n丙\t丁\t戊",
    "box drawing": "┌──┐\n│☼│\n└──┘",
    "folio line": "2024年5月16日 第3版 ☼",
    "title in brackets": "【☼】",
    "picture's line": "[图片: 渡口.png|☼]",
    "number of a page": "— ☼ —",
    "editor": "责任编辑：☼",
    "place and agency": "本报☼5月16日电 渡船停航。",
    "note": "渡口①已停航。\n\n①☼",
    "address": "https://port.example/☼",
    "Markdown in it": "## ☼\n\n**船**",
    "lone sign of a tag": "a < ☼ > b",
    "tags left in it": "<p>渡口<b>☼</b></p>\n<p>船</p>",
    "reference left in it": "<p>渡口&nbsp;☼&copy;</p>\n<p>船</p>",
    "comment left in it": "<p>渡口<!-- ☼ --></p>\n<p>船</p>",
    "title left in it": "<p>渡<a href='https://port.example/' title='☼'>口</a></p>\n<p>船</p>",
    "words of a picture left in it": "<p>渡<img src='a.png' alt='☼'></p>\n<p>船</p>",
    "script left in it": "<p>渡口</p>\n<script>☼</script>\n<p>船</p>",
    "title in words": "<p>渡口</p>\n<title>☼</title>\n<p>船</p>",
    "site's line": "分享到：☼",
    "end of the file": "渡口\n☼",
}


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a text that holds one in it."""
    for name, inside in _CONSTRUCTS.items():
        yield name, _made(inside)


def _made(inside: str) -> Callable[[str], bytes]:
    text = f"江边的渡口\n\n清晨有雾，渡船没有开。\n\n{inside}\n\n江上看不见一个人。\n"
    return lambda token: text.replace("☼", token).encode()
