"""The constructs of Markdown that hold text: CommonMark, GitHub's, and what pandoc, VuePress and Obsidian add.

https://spec.commonmark.org/0.31.2/, https://github.github.com/gfm/, https://pandoc.org/MANUAL.html#pandocs-markdown
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_CONSTRUCTS = {
    "paragraph": "☼",
    "heading": "## ☼",
    "heading with closing signs": "## ☼ ##",
    "heading underlined": "☼\n---",
    "heading with attributes": "## ☼ {#a .b}",
    "heading with braces": "## 渡 {☼}",
    "emphasis": "渡*☼*口",
    "strong": "渡**☼**口",
    "code": "渡`☼`口",
    "code in a block": "```\n☼\n```",
    "language of code": "```☼\n船\n```",
    "title of code": "```js {title=\"☼\"}\n船\n```",
    "language of code in a list": "- 船\n\n      ```☼\n      桨\n      ```",
    "code by indent": "    ☼",
    "code in tildes": "~~~\n☼\n~~~",
    "quotation": "> ☼",
    "list": "- ☼\n- 船",
    "list with numbers": "7. ☼\n8. 船",
    "list in a list": "- 船\n  - ☼",
    "loose list": "- 船\n\n  ☼\n\n- 桨",
    "task": "- [x] ☼\n- [ ] 船",
    "link": "[☼](https://port.example/)",
    "address of a link": "[渡](https://port.example/☼)",
    "title of a link": "[渡](https://port.example/ \"☼\")",
    "link by reference": "[☼][a]\n\n[a]: https://port.example/",
    "title of a reference": "[渡][a]\n\n[a]: https://port.example/ \"☼\"",
    "reference that nothing uses": "[a]: https://port.example/ \"☼\"",
    "reference twice": "[渡][a]\n\n[a]: https://port.example/\n[a]: https://port.example/ \"☼\"",
    "reference over lines": "[a]: https://port.example/\n  \"☼\"",
    "reference without an address": "[记者]: ☼",
    "link that is lacking": "[☼][b]",
    "automatic link": "<https://port.example/☼>",
    "picture": "![☼](a.png)",
    "title of a picture": "![渡](a.png \"☼\")",
    "picture by reference": "![☼][a]\n\n[a]: a.png",
    "picture with attributes": "![☼](a.png){width=50%}",
    "HTML block": "<div>☼</div>",
    "HTML inline": "渡<span>☼</span>口",
    "HTML in a table": "<table><tr><td>☼</td><td>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>",
    "HTML details": "<details><summary>船</summary>\n\n☼\n\n</details>",
    "entity": "&nbsp;☼&copy;",
    "escaped": "\\*☼\\*",
    "hard break": "渡  \n☼",
    "break by a sign": "渡\\\n☼",
    "rule": "渡\n\n***\n\n☼",
    "table": "| ☼ | 甲 |\n| --- | --- |\n| 乙 | 丙 |",
    "cell": "| 甲 | 乙 |\n| --- | --- |\n| ☼ | 丙 |",
    "cell too many": "| 甲 | 乙 |\n| --- | --- |\n| 丁 | 丙 | ☼ |",
    "cell with a line": "| 甲 | 乙 |\n| --- | --- |\n| 丁 | 丙\\|☼ |",
    "caption of a table": "| 甲 | 乙 |\n| --- | --- |\n| 丁 | 丙 |\n\n: ☼",
    "struck": "渡~~☼~~口",
    "footnote": "渡[^1]\n\n[^1]: ☼",
    "footnote over paragraphs": "渡[^1]\n\n[^1]: 船\n\n    ☼",
    "footnote that nothing leads to": "[^1]: ☼",
    "footnote twice": "渡[^1]\n\n[^1]: 船\n\n[^1]: ☼",
    "footnote inline": "渡^[☼]口",
    "mark that leads nowhere": "渡[^☼]口",
    "alert": "> [!NOTE]\n> ☼",
    "title of a callout": "> [!note] ☼\n> 船",
    "folded callout": "> [!tip]- 船\n> ☼",
    "list of definitions": "渡\n: ☼",
    "term": "☼\n: 渡",
    "marked": "渡==☼==口",
    "raised": "渡^☼^口",
    "lowered": "渡~☼~口",
    "inserted": "渡++☼++口",
    "ruby": "{渡|☼}口",
    "ruby of mistune": "[渡(☼)]口",
    "formula": "渡$☼_1$口",
    "formula apart": "$$\n☼\n$$",
    "formula in brackets": "渡\\(☼\\)口",
    "line block": "| ☼\n| 船",
    "example list": "(@) ☼",
    "fancy list": "a) ☼\nb) 船",
    "div of pandoc": "::: {.a}\n☼\n:::",
    "span of pandoc": "[☼]{.a}",
    "box": ":::tip\n☼\n:::",
    "title of a box": ":::tip ☼\n船\n:::",
    "box in a box": "::::tip\n:::info\n☼\n:::\n::::",
    "admonition": "!!! note \"☼\"\n    船",
    "text of an admonition": "!!! note\n    ☼",
    "tabs": "=== \"☼\"\n    船",
    "raw block": "```{=html}\n☼\n```",
    "raw inline": "`☼`{=html}",
    "citation": "渡[@☼, 第3页]口",
    "wiki link": "[[☼]]",
    "words of a wiki link": "[[船|☼]]",
    "target of a wiki link": "[[☼|船]]",
    "words of a wiki's picture": "![[a.png|☼]]",
    "note put in": "![[☼]]",
    "tag": "渡 #☼ 口",
    "block's name": "渡 ^☼",
    "comment of Obsidian": "渡%%☼%%口",
    "comment of HTML": "渡<!-- ☼ -->口",
    "comment of HTML apart": "<!-- ☼ -->",
    "comment without an end": "<!-- ☼",
    "contents": "[TOC]\n\n☼",
    "emoji": "渡:☼:口",
    "abbreviation": "渡口\n\n*[渡口]: ☼",
    "variable": "渡{{ ☼ }}口",
    "include": "<<< @/☼.md",
    "component": "<Badge text=\"☼\"/>",
    "text of a component": "<Badge>☼</Badge>",
    "short code": "{{% note %}}\n☼\n{{% /note %}}",
    "end of the file": "渡口\n\n☼",
}  # fmt: skip

_FRONT = {
    "title": "title: ☼",
    "date of a kind": "date: 2024-05-16\ntitle: ☼",
    "author": "author: ☼",
    "list of authors": "author:\n  - 江帆\n  - ☼",
    "description": "description: ☼",
    "tags": "title: 渡\ntags: [☼, 船]",
    "abstract": "title: 渡\nabstract: |\n  ☼\n  船",
    "other key": "title: 渡\nlayout: ☼",
    "comment": "title: 渡\n# ☼",
    "value over lines": "description: 渡\n  ☼",
    "key twice": "title: 渡\nsummary: 船\ndescription: ☼",
    "key under a key": "title: 渡\nsite:\n  name: ☼",
    "author with an address": "title: 渡\nauthor:\n  - 江帆\n    ☼",
}  # fmt: skip


def documents() -> Iterator[tuple[str, Callable[[str], bytes]]]:
    """Each construct's name, and what makes a text that holds one in it."""
    for name, inside in _CONSTRUCTS.items():
        yield name, _made(f"# 江边\n\n清晨有雾，渡船没有开。\n\n{inside}\n\n江上看不见一个人。\n")
    for name, front in _FRONT.items():
        yield f"front matter: {name}", _made(f"---\n{front}\n---\n\n# 江边\n\n清晨有雾，渡船没有开。\n")
    yield "front matter of TOML", _made('+++\ntitle = "☼"\n+++\n\n# 江边\n\n清晨有雾，渡船没有开。\n')
    yield "rule for front matter", _made("---\n\n☼\n\n---\n\n清晨有雾，渡船没有开。\n")
    yield "title of pandoc", _made("% ☼\n% 江帆\n\n清晨有雾，渡船没有开。\n")


def _made(text: str) -> Callable[[str], bytes]:
    return lambda token: text.replace("☼", token).encode()
