"""Letters big enough for the back row: a small pixel font drawn in half blocks, at any whole size.

A pixel of size s is s cells wide and s half rows high, so that it looks square. Size 2 is five rows high.
"""

from __future__ import annotations

HEIGHT = 5
_GLYPHS = {
    "0": "### #.# #.# #.# ###",
    "1": ".#. ##. .#. .#. ###",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    "A": "### #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": "### #.. #.. #.. ###",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": "#### #... #.## #..# ####",
    "H": "#.# #.# ### #.# #.#",
    "I": "### .#. .#. .#. ###",
    "J": "..# ..# ..# #.# ###",
    "K": "#..# #.#. ##.. #.#. #..#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": ".##. #..# #..# #..# .##.",
    "P": "### #.# ### #.. #..",
    "Q": ".##. #..# #..# #.## .###",
    "R": "##. #.# ##. #.# #.#",
    "S": ".### #... .##. ...# ###.",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#...# #...# .#.#. .#.#. ..#..",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#...# .#.#. ..#.. .#.#. #...#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "#### ...# .##. #... ####",
    ":": ". # . # .",
    ".": ". . . . #",
    ",": ".. .. .. .# #.",
    "-": "... ... ### ... ...",
    "+": "... .#. ### .#. ...",
    "£": ".## .#. ### .#. ###",
    "€": ".## #.. ##. #.. .##",
    "$": ".## ##. .## .## ##.",
    "/": "..# ..# .#. #.. #..",
    " ": ".. .. .. .. ..",
}
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


def drawable(text: str) -> bool:
    """Whether every letter has a big form."""
    return all(letter in _GLYPHS for letter in text)


def width(text: str, size: int) -> int:
    """Count the cells a text takes across at a size."""
    return size * (sum(len(_GLYPHS[letter].partition(" ")[0]) + 1 for letter in text) - 1) if text else 0


def height(size: int) -> int:
    """Count the rows a line of big letters takes at a size."""
    return (HEIGHT * size + 1) // 2


def rows(text: str, size: int) -> list[str]:
    """Draw the text at a size, a string a row."""
    pixels = ["".join(_GLYPHS[letter].split(" ")[y] + "." for letter in text)[:-1] for y in range(HEIGHT)]
    grown = ["".join(pixel * size for pixel in line) for line in pixels for _ in range(size)]
    if len(grown) % 2:
        grown.append("." * len(grown[0]))
    return [
        "".join(_HALVES[top == "#", low == "#"] for top, low in zip(*pair, strict=True))
        for pair in zip(grown[::2], grown[1::2], strict=True)
    ]
