"""The constructs of subtitles that hold text: SubRip and WebVTT (W3C, https://www.w3.org/TR/webvtt1/)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

_CONSTRUCTS = {
    "what is said": "☼",
    "second line": "渡\n☼",
    "another speaker": "- 渡\n- ☼",
    "emphasis": "<i>☼</i>",
    "font": "<font color='red'>☼</font>",
    "class": "<c.a>☼</c>",
    "voice": "<v ☼>渡",
    "what a voice says": "<v 江帆>☼</v>",
    "language": "<lang zh>☼</lang>",
    "ruby": "<ruby>渡<rt>☼</rt></ruby>",
    "after a time": "渡<00:00:01.500>☼",
    "after a setting of place": "{\\an8}☼",
    "in brackets": "[☼]",
    "in braces": "{☼}",
    "with music": "♪ ☼ ♪",
    "reference": "&amp;☼&lrm;",
}
_APART = {
    "title": "WEBVTT ☼\n\n{}",
    "header": "WEBVTT\n☼: zh\n\n{}",
    "note": "WEBVTT\n\nNOTE ☼\n\n{}",
    "note over lines": "WEBVTT\n\nNOTE\n☼\n\n{}",
    "style": "WEBVTT\n\nSTYLE\n::cue(.☼) { }\n\n{}",
    "region": "WEBVTT\n\nREGION\nid:☼\n\n{}",
    "name of a cue": "WEBVTT\n\n☼\n{}",
    "text outside of all": "{}\n\n☼",
}


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes subtitles that hold one in them."""
    for name, inside in _CONSTRUCTS.items():
        yield name, _made(f"1\n00:00:01,000 --> 00:00:02,000\n{inside}\n\n2\n00:00:03,000 --> 00:00:04,000\n船\n")
    for name, around in _APART.items():
        yield name, _made(around.replace("{}", "00:00:01.000 --> 00:00:02.000\n船\n"))
    yield "setting of a cue", _made("WEBVTT\n\n00:00:01.000 --> 00:00:02.000 region:☼\n船\n")


def _made(text: str) -> Callable[[str], bytes]:
    return lambda token: text.replace("☼", token).encode()
