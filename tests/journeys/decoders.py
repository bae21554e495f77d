"""Three readers of squares that are none of ours, and none of one another's: what one phone reads, another must too."""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy
import zxingcpp
from PIL import Image
from pyzbar import pyzbar


def zxing(picture: Image.Image) -> set[str]:
    """Read with ZXing, never inverted."""
    return {one.text for one in zxingcpp.read_barcodes(picture, try_invert=False)}


def zbar(picture: Image.Image) -> set[str]:
    """Read with ZBar."""
    found = pyzbar.decode(picture, symbols=[pyzbar.ZBarSymbol.QRCODE])
    return {one.data.decode() for one in found}


def opencv(picture: Image.Image) -> set[str]:
    """Read with OpenCV."""
    pixels = numpy.asarray(picture.convert("L"))
    found, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(pixels)
    return {text for text in texts if text} if found else set()


DECODERS: dict[str, Callable[[Image.Image], set[str]]] = {"ZXing": zxing, "ZBar": zbar, "OpenCV": opencv}
