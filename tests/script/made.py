"""Issues made for the tests of this package, and what becomes of texts."""

from converter.model import Article, Block, Issue, Kind, Metadata, Role, Run, Section
from converter.script.passage import Passage
from converter.script.target import way


def issue_of(*runs: Run, name: str | None = None, metadata: Metadata = Metadata()) -> Issue:
    """An issue of one paragraph."""
    article = Article(Kind.ARTICLE, (Block(Role.PARAGRAPH, runs),))
    return Issue((Section((article,), "05", name),), metadata)


def convert_text(text: str, config: str) -> str:
    """``text`` by OpenCC's configuration and the words' edges, with no names and with its own quotes."""
    return Passage(way(config, text)).convert((text,))[0]


def texts_of(issue: Issue) -> list[str]:
    """The texts of the runs of the first block."""
    return [run.text for run in next(issue.blocks()).runs]
