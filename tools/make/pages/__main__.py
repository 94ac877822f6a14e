"""Write the pages and what they are: ``python -m tools.make.pages FOLDER``."""

import json
import sys
from pathlib import Path

from tools.make.pages.layouts import LAYOUTS
from tools.make.pages.producers import chromium, reportlab


def main(folder: Path) -> None:
    """Write every layout by both producers, and the truth."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    rows = []
    for make in LAYOUTS:
        page = make()
        language = "zh-Hant" if page.name.startswith("u") else "zh-Hans"
        reportlab(page, folder / "pages" / f"{page.name}.reportlab.pdf", language)
        chromium(page, folder / "pages" / f"{page.name}.chromium.pdf", language)
        rows.append(json.dumps(page.truth(language), ensure_ascii=False) + "\n")
    (folder / "truth.jsonl").write_text("".join(rows), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
