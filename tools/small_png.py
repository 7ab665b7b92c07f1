"""Make a picture of a screen small: the browser counts its colours, and a palette is enough."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

COLOURS = 96
SIGNATURE = b"\x89PNG\r\n\x1a\n"

COUNT = """async ([data, most]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + data;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const bytes = pen.getImageData(0, 0, image.width, image.height).data;
  const counts = new Map();
  const of = (i) => bytes[i] << 16 | bytes[i + 1] << 8 | bytes[i + 2];
  for (let i = 0; i < bytes.length; i += 4) counts.set(of(i), (counts.get(of(i)) || 0) + 1);
  const palette = [];
  const far = (a, b) => {
    const [red, green, blue] = [(a >> 16) - (b >> 16),
      (a >> 8 & 255) - (b >> 8 & 255), (a & 255) - (b & 255)];
    return red * red + green * green + blue * blue;
  };
  const often = Array.from(counts).sort((a, b) => b[1] - a[1]).map((pair) => pair[0]);
  for (const apart of [600, 150, 0])
    for (const colour of often)
      if (palette.length < most && palette.every((known) => far(known, colour) > apart))
        palette.push(colour);
  const nearest = new Map();
  for (const colour of often) {
    let best = 0;
    palette.forEach((known, i) => {
      if (far(known, colour) < far(palette[best], colour)) best = i;
    });
    nearest.set(colour, best);
  }
  let rows = "";
  const part = [];
  for (let i = 0; i < bytes.length; i += 4) {
    part.push(nearest.get(of(i)));
    if (part.length === 8192) rows += String.fromCharCode(...part.splice(0));
  }
  rows += String.fromCharCode(...part);
  return {width: image.width, height: image.height, palette, rows: btoa(rows)};
}"""


def small_png(browser: Browser, png: bytes) -> bytes:
    """The same picture with at most `COLOURS` colours, packed as well as zlib can."""
    page = browser.new_page()
    found = page.evaluate(COUNT, [base64.b64encode(png).decode(), COLOURS])
    page.close()
    width, height = int(found["width"]), int(found["height"])
    points = base64.b64decode(found["rows"])
    rows = b"".join(b"\0" + points[y * width : (y + 1) * width] for y in range(height))
    palette = b"".join(struct.pack(">I", colour)[1:] for colour in found["palette"])
    return (
        SIGNATURE
        + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0))
        + _chunk(b"PLTE", palette)
        + _chunk(b"IDAT", zlib.compress(rows, 9))
        + _chunk(b"IEND", b"")
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
