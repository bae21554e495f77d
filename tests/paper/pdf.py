"""Read a PDF as a stranger would: poppler for the words in the order they are heard, pikepdf for the tags."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf


def _poppler(program: str, *arguments: str, pdf: bytes) -> bytes:
    found = shutil.which(program)
    assert found, f"{program} is needed; on Debian: apt-get install poppler-utils"
    return subprocess.run([found, *arguments], input=pdf, capture_output=True, check=True).stdout


def heard(pdf: bytes) -> str:
    """Give the words of the tagged content in order, without white space, list of contents or marks of lists."""
    told, inside = [], 99
    for line in _poppler("pdfinfo", "-struct-text", "-", pdf=pdf).decode(errors="replace").splitlines():
        depth = len(line) - len(line.lstrip())
        if depth <= inside:
            inside = 99
        if re.fullmatch(r"(TOC|Lbl)( .*|:)?", line.strip()):
            inside = min(inside, depth)
        elif depth < inside and line.strip().startswith('"'):
            told.append(line.strip()[1:-1])
    return squeezed("".join(told))


def read(pdf: bytes, *, page: int = 0) -> str:
    """Give the words as they stand on the paper, of one page where it is named."""
    only = ("-f", str(page), "-l", str(page)) if page else ()
    return _poppler("pdftotext", *only, "-", "-", pdf=pdf).decode()


def squeezed(text: str) -> str:
    """Take out what is white or unseen: where a line breaks is the drawing's business."""
    return re.sub(r"[\s\u2060\u00ad\u200b]+", "", text)


def drawn(pdf: bytes, *, dpi: int, page: int = 1) -> bytes:
    """Draw one page as a PNG."""
    return _poppler("pdftoppm", "-r", str(dpi), "-png", "-f", str(page), "-l", str(page), "-", pdf=pdf)


class Tags:
    """What the tags of a PDF say."""

    def __init__(self, pdf: bytes) -> None:
        self.file = pikepdf.open(io.BytesIO(pdf))
        root = self.file.Root
        self.language = str(root.Lang)
        self.marked = bool(root.MarkInfo.Marked)
        self.shows_title = bool(root.ViewerPreferences.DisplayDocTitle)
        with self.file.open_metadata() as about:
            self.title, self.part = about["dc:title"], about["pdfuaid:part"]
        self.elements = list(self._walk(root.StructTreeRoot.K))

    def _walk(self, node) -> Iterator[pikepdf.Dictionary]:
        for kid in node if isinstance(node, pikepdf.Array) else [node]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                yield kid
                if "/K" in kid:
                    yield from self._walk(kid.K)

    @property
    def roles(self) -> list[str]:
        return [str(one.S)[1:] for one in self.elements]

    def alts(self) -> list[str]:
        """Give the alternative text of every figure; nothing where it has none."""
        return [str(one.get("/Alt", "")) for one in self.elements if str(one.S) == "/Figure"]

    @property
    def fonts(self) -> set[str]:
        return {
            str(font.BaseFont).partition("+")[2]
            for page in self.file.pages
            for _name, font in page.Resources.get("/Font", {}).items()
        }

    def sizes(self) -> set[float]:
        """Give every size that letters are set in, in points."""
        return {
            round(float(operands[1]), 2)
            for page in self.file.pages
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "Tf"
        }


def pages(pdf: bytes) -> int:
    """Count the pages."""
    return len(pikepdf.open(io.BytesIO(pdf)).pages)
