"""What stands under a picture of a page."""

from __future__ import annotations

from itertools import pairwise

from converter.model import Opens, Role
from converter.press.captions import is_caption
from converter.readers.html.draft import Draft


def set_captions(drafts: list[Draft]) -> None:
    """Give captions under pictures their role: here, since a picture that the page names may not be in the source."""
    for picture, draft in pairwise(drafts):
        apart = draft.centred or draft.broken and not draft.is_bold  # behind a <br> it is in the picture's own element
        if picture.is_picture and draft.is_free and is_caption(draft.text, apart, draft.is_bold):
            draft.role, draft.opens = Role.CAPTION, Opens.BLOCK
