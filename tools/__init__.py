"""What whoever works on the project needs and no user does; run from its folder: ``python -m tools.train.fit``.

``train`` makes the detector's weights and tells how well pages are read; ``check`` looks for faults in what Banmian
writes; ``make`` makes the files that are committed and not written by hand.
"""

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The project's folder."""
SEEDS = ROOT / "seeds"
"""Its sample pages."""
