"""axe-core, the newest from npm, fetched once a test run into a folder of its own; and what it finds on a page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from playwright.async_api import BrowserContext, Page

# beside WCAG 2.2 AA: two rules of AAA, and what axe's authors advise of every page
_RUN = """async () => (await axe.run(document, {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'],
  rules: {'color-contrast-enhanced': {enabled: true}, 'target-size': {enabled: true}},
  resultTypes: ['violations'],
})).violations.flatMap(found => found.nodes.map(node => `${found.id}: ${node.target} ${node.failureSummary}`))"""


def fetch(folder: Path) -> str:
    """Fetch axe-core by its name, without running anything of the package, and give its source."""
    npm = shutil.which("npm")
    assert npm, "npm is needed to fetch axe-core; on Debian: apt-get install npm"
    done = subprocess.run(
        [npm, "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "axe-core"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"axe-core could not be fetched:\n{done.stderr}"
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


async def carry(context: BrowserContext, source: str) -> None:
    """Let every page of this phone come with axe in it."""
    await context.add_init_script(source)


async def faults(page: Page) -> list[str]:
    """Unfold all there is to unfold and give every fault axe finds."""
    await page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)")
    return await page.evaluate(_RUN)
