"""What an elderly hand and eye need of a page, asked of the browser that shows it: each script gives what is wrong."""

from __future__ import annotations

_SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, summary, label.choice, input[type=text]')]
  .filter(e => e.offsetParent !== null && !e.closest('details:not([open]) > :not(summary)'))
  .map(e => [e, e.getBoundingClientRect()])
  .filter(([e, box]) => box.width < 44 || box.height < 44)
  .map(([e, box]) => `${e.tagName} ${e.textContent.trim()} ${box.width}x${box.height}`)"""

_SMALL_WORDS = """() => [...document.querySelectorAll('body *')]
  .filter(e => e.offsetParent !== null && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .map(e => [e, parseFloat(getComputedStyle(e).fontSize)])
  .filter(([e, size]) => size < 18).map(([e, size]) => `${e.tagName} ${size}`)"""

_POOR_CONTRAST = """() => {
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = e => { for (; e; e = e.parentElement) {
    const c = parts(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  return [...document.querySelectorAll('body *')]
    .filter(e => e.offsetParent !== null && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
    .map(e => { const [a, b] = [light(parts(getComputedStyle(e).color)), light(ground(e))];
      return [e, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)]; })
    .filter(([e, ratio]) => ratio < 7).map(([e, ratio]) => `${e.tagName} ${e.textContent} ${ratio}`); }"""

_NAMELESS = """() => [...document.querySelectorAll('input:not([type=hidden])')]
  .filter(e => !e.labels.length || ![...e.labels].some(l => l.textContent.trim()))
  .map(e => e.outerHTML)"""

CHECKS = {
    "targets": _SMALL_TARGETS,
    "words": _SMALL_WORDS,
    "contrast": _POOR_CONTRAST,
    "names": _NAMELESS,
    "width": "() => document.documentElement.scrollWidth <= innerWidth ? [] : ['too wide']",
}
EVERY_CHECK = "() => ({" + ", ".join(f"{check!r}: ({script})()" for check, script in CHECKS.items()) + "})"
