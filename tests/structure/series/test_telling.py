"""What is told of a line is put into it, and only where nothing is told yet."""

from converter.model import Form, Opens, Role
from converter.structure.series.telling import Told, free_of, paragraphs, tell
from tests.structure.made import lines


def test_telling() -> None:
    """Role, opening and depth; a line that has a role, a form or a level is no longer free."""
    found = lines("渡口", "船", "灯")
    tell(found, [Told(0, Role.HEADLINE, Opens.ARTICLE, 2), *paragraphs([2])])
    assert [(line.role, line.opens, line.depth) for line in found] == [
        (Role.HEADLINE, Opens.ARTICLE, 2),
        (None, None, 0),
        (Role.PARAGRAPH, Opens.BLOCK, 0),
    ]
    assert list(free_of(found)) == [1]
    assert not any(line.is_free for line in [*lines("诗", form=Form.VERSE), *lines("章", level=1)])
