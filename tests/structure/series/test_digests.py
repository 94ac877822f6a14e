"""A digest's titles are headlines of one level; a story's subheads stay subheads."""

import pytest

from converter.model import Role
from converter.readers.text import source_of
from converter.structure.search.grammar import STATES
from converter.structure.search.path import Reading
from converter.structure.series.digests import digest

DIGEST = (
    "渡口封航三小时\n旧码头今天凌晨封航检修，轮渡改靠石桥。\n修表人当选工匠\n修了四十年钟表的周守正昨天当选本市年度工匠。\n"
    "書店搬家\n開了三十年的東門舊書鋪下月遷往北港新址。\n"
)
STORY = (
    "渡口封航三小时\n渡口今天凌晨封航检修，轮渡改靠石桥。\n为什么封航\n渡口的浮桥去年撞坏，封航检修才能换链。\n"
    "多久开航\n渡口的浮桥换链以后，轮渡就能开航。\n"
)


@pytest.mark.parametrize(
    ("text", "roles", "expected"),
    [
        (DIGEST, "headline paragraph subhead paragraph subhead paragraph", [0, 2, 4]),
        ("渡口晨报\n" + DIGEST, "folio headline paragraph subhead paragraph headline paragraph", [1, 3, 5]),
        (DIGEST, "headline paragraph headline paragraph headline paragraph", []),
        (DIGEST, "headline lead subhead paragraph subhead paragraph", []),
        (STORY, "headline paragraph subhead paragraph subhead paragraph", []),
    ],
    ids=["subheads", "below-a-folio", "alike-already", "a-lead", "a-story"],
)
def test_digest(text: str, roles: str, expected: list[int]) -> None:
    """A title and a paragraph, again and again, each of another matter."""
    readings = [Reading(STATES.index((Role(role), "block")), 0.9, None) for role in roles.split()]
    assert [told.place for told in digest(source_of(text).lines, readings)] == expected
