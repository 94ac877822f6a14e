"""What is said of work that is done: what was made, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence

import click

from converter.cli.language import translated
from converter.model import Issue, Kind
from converter.options import Options


def tell(message: str) -> None:
    """One line on stderr, so that stdout holds nothing but what was asked for."""
    click.echo(translated(" ".join(message.split())).encode(errors="backslashreplace"), err=True)


def made(output: str, issue: Issue, inputs: Sequence[str], options: Options = Options()) -> str:
    """What was made of ``inputs``: the stories in it, its doubtful blocks, and the command that shows them, which reads
    as ``options`` say.
    """
    stories = sum(article.kind in (Kind.ARTICLE, Kind.BRIEFS) for article in issue.articles())
    doubtful = sum(block.doubtful for block in issue.blocks())
    found = [counted(stories, "story", "stories")]
    if doubtful:
        found.append(counted(doubtful, "doubtful block", "doubtful blocks"))
    said = f"made {output}: {', '.join(found)}"
    if not doubtful or inputs[0] == "-":
        return said
    if len({*inputs}) != 1 or len(issue.documents) > 1:
        return f"{said} (banmian inspect shows those of one input)"
    import shlex

    read_as = {"--from": options.reader, "--encoding": options.encoding}
    words = [inputs[0], *(word for option, value in read_as.items() if value for word in (option, value))]
    return f"{said} (banmian inspect {shlex.join(words)})"


def counted(number: int, one: str, more: str) -> str:
    """So many of a thing."""
    return f"{number} {one if number == 1 else more}"
