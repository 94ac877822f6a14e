"""Who draws a page: ReportLab with fonts of the reader's own (no file is embedded), or Chromium (fonts as Type 3)."""

from __future__ import annotations

import html
import random
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import pypdfium2 as pdfium
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from tools.make.pages.setting import Page, Set, spread

FACES = {"zh-Hans": "STSong-Light", "zh-Hant": "MSung-Light"}
DESCENT = 0.12


def reportlab(page: Page, path: Path, language: str = "zh-Hans") -> None:
    """Write a page with ReportLab; an upright line a character at a time."""
    face = FACES[language]
    pdfmetrics.registerFont(UnicodeCIDFont(face))
    turned = page.rotate % 180 != 0
    across, down = (page.height, page.width) if turned else (page.width, page.height)
    canvas = Canvas(
        str(path), pagesize=(page.width, page.height), invariant=1
    )  # which ReportLab swaps where it is turned
    canvas.translate(*page.origin)
    if page.rotate:
        canvas.setPageRotation(page.rotate)
        canvas.translate(*{90: (across, 0), 180: (across, down), 270: (0, down)}[page.rotate])
        canvas.rotate(page.rotate)
    _deco(canvas, page)
    lines = list(page.lines)
    if page.shuffled:
        random.Random(page.name).shuffle(lines)
    for line in lines:
        for shift in (0.0, 0.3) if page.twice else (0.0,):
            _line(canvas, line, page.height, face, shift)
    if page.watermark:
        canvas.saveState()
        canvas.setFillColor(Color(0.85, 0.85, 0.85))
        canvas.setFont(face, 60)
        canvas.translate(page.width / 4, page.height / 3)
        canvas.rotate(40)
        canvas.drawString(0, 0, page.watermark)
        canvas.restoreState()
    canvas.save()
    if page.origin != (0, 0):
        left, bottom = page.origin
        document = pdfium.PdfDocument(path.read_bytes())
        document[0].set_mediabox(left, bottom, left + across, bottom + down)
        document.save(path)


def _deco(canvas: Canvas, page: Page) -> None:
    height = page.height
    for x0, y0, x1, y1 in page.tints:
        canvas.setFillColor(Color(0.92, 0.92, 0.88))
        canvas.rect(x0, height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
    canvas.setFillColor(Color(0, 0, 0))
    canvas.setLineWidth(0.6)
    for x0, y0, x1, y1 in page.frames:
        canvas.rect(x0, height - y1, x1 - x0, y1 - y0)
    for x0, y0, x1, y1 in page.rules:
        canvas.line(x0, height - y0, x1, height - y1)
    for x0, y0, x1, y1 in page.pictures:
        from reportlab.lib.utils import ImageReader

        with tempfile.NamedTemporaryFile(suffix=".png") as file:
            Path(file.name).write_bytes(picture())
            canvas.drawImage(ImageReader(file.name), x0, height - y1, x1 - x0, y1 - y0)


def _line(canvas: Canvas, line: Set, height: float, face: str, shift: float) -> None:
    size = line.type.size
    canvas.setFont(face, size)
    for char, at in spread(line):
        if char == "\u3000":
            continue
        x, y = (line.x, line.y + at) if line.type.upright else (line.x + at, line.y)
        canvas.drawString(x + shift, height - y - size * (1 - DESCENT), char)


def chromium(page: Page, path: Path, language: str = "zh-Hans", family: str = "Noto Sans CJK SC") -> None:
    """Write a page with Chromium: a line an element, upright ones in upright writing."""
    body = ""
    for kind, boxes in (("tint", page.tints), ("frame", page.frames), ("rule", page.rules), ("picture", page.pictures)):
        for x0, y0, x1, y1 in boxes:
            style = f"left:{x0}pt;top:{y0}pt;width:{max(x1 - x0, 0.6)}pt;height:{max(y1 - y0, 0.6)}pt"
            look = {
                "tint": "background:#eee9dd",
                "frame": "box-sizing:border-box;border:.6pt solid",
                "rule": "background:#000",
            }
            body += (
                f'<img src="p.png" style="{style}">' if kind == "picture" else f'<i style="{style};{look[kind]}"></i>'
            )
    lines = list(page.lines)
    random.Random(page.name).shuffle(lines)
    for line in lines:
        size = line.type.size
        hung = (
            line.room and line.text[-1] in "，。、；：？！”’）》」』】" and spread(line)[-1][1] + size > line.room + 1
        )
        text = html.escape(line.text[:-1] if hung else line.text)
        run = "writing-mode:vertical-rl;height" if line.type.upright else "width"
        room = spread(line)[-1][1] if hung else line.room
        how = (
            f"{run}:{room:.2f}pt;text-align-last:justify"
            if line.room
            else run.removesuffix("width").removesuffix("height")
        )
        weight = 700 if line.type.bold else 400
        tail = ""
        if hung:
            at = spread(line)[-1][1]
            x, y = (line.x, line.y + at) if line.type.upright else (line.x + at, line.y)
            run = "writing-mode:vertical-rl" if line.type.upright else ""
            style = f"left:{x:.2f}pt;top:{y:.2f}pt;font:{weight} {size}pt/1 '{family}';{run}"
            tail = f'<div style="{style}">{html.escape(line.text[-1])}</div>'
        style = f"left:{line.x:.2f}pt;top:{line.y:.2f}pt;font:{weight} {size}pt/1 '{family}';{how}"
        body += f'<div style="{style}">{text}</div>{tail}'
    sheet = f"@page{{size:{page.width}pt {page.height}pt;margin:0}}"
    css = f"{sheet}body{{margin:0}}div,i,img{{position:absolute;white-space:nowrap}}"
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(
            f'<!doctype html><html lang="{language}"><meta charset=utf-8><style>{css}</style>{body}', "utf-8"
        )
        Path(folder, "p.png").write_bytes(picture())
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
        subprocess.run([*command, f"--print-to-pdf={path.resolve()}", source.as_uri()], check=True, capture_output=True)


def picture(width: int = 64, height: int = 40) -> bytes:
    """Bands of grey, as a PNG."""
    rows = b"".join(b"\0" + bytes((90 + 3 * y + x) % 256 for x in range(width)) for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
