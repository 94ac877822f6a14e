"""Issues made for the tests of writers."""

from __future__ import annotations

from converter.model import Article, Block, Issue, Kind, Role, Run, Section


def one_block(*runs: Run, role: Role = Role.PARAGRAPH, **more: object) -> Issue:
    """An issue of one paragraph."""
    return Issue((Section((Article(Kind.ARTICLE, (Block(role, runs),)),)),), **more)  # type: ignore[arg-type]
