"""What several documents say of the issue that they are."""

from converter.model import Issue, Metadata
from converter.structure.issue.agree import agreed


def of(*said: Metadata) -> Metadata:
    """What documents agree in that say so much of themselves."""
    return agreed([Issue((), one) for one in said])


def test_the_first_that_knows_a_thing_counts() -> None:
    """Paper and day are the issue's, whichever page tells them."""
    said = of(Metadata(date="2021-01-05"), Metadata(paper="海湾晚报", date="2021-01-06", number="7"))
    assert said == Metadata(paper="海湾晚报", date="2021-01-05", number="7")


def test_a_storys_title_is_not_the_books() -> None:
    """A title counts where all have it; another word of a document on itself where none says otherwise."""
    one, other, silent = Metadata(title="桥", author="江帆"), Metadata(title="塔", author="水清"), Metadata()
    assert of(one, one) == one
    assert of(one, other) == Metadata()
    assert of(one, silent) == Metadata(author="江帆")
    assert of(one) == one
