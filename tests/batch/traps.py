"""Pages that kill the process which reads them, or hold it for good: for processes that are started anew."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

CRASHES, HANGS = "此页必亡", "此页必停"
"""What a page holds that is such a one."""

_CODE = f'''
import os, re, signal, sys
from importlib.abc import MetaPathFinder

class Traps(MetaPathFinder):
    """Sets the traps when the room is imported that reads pages."""
    def find_spec(self, name, path, target=None):
        if name == "converter.batch.work":
            sys.meta_path.remove(self)
            from converter.readers.entry import Entry
            read = Entry.read
            def trapped(entry):
                data = read(entry)
                if {CRASHES.encode()!r} in data:
                    os.kill(os.getpid(), signal.SIGKILL)
                if {HANGS.encode()!r} in data:
                    re.match("(a+)+$", "a" * 60 + "b")  # years, in C, and no thread of Python's gets a turn
                return data
            Entry.read = trapped

sys.meta_path.insert(0, Traps())
'''


def set_traps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that are started from now on have them."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(_CODE, "utf-8")
    before = os.environ.get("PYTHONPATH")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (str(folder), before))))
