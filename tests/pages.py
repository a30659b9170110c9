"""The project's pages and what they name: files, names in files, links."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("claims", "store", "cli")
_PATH = re.compile(
    r"(?<![\w./-])(?:claims|store|cli|tests|docs|training|benchmarks)/(?:[\w.*/-]*[\w*/])?"
)
_NAMES = re.compile(r"`([\w./-]+\.\w+)` \(((?:`\w+`(?:, | and )?)+)\)")
_LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")


def pages() -> list[Path]:
    """Every page that is written for people; outputs that tests compare with are none."""
    folders = ("docs", "training", "benchmarks", *ROOMS)
    below = (page for folder in folders for page in (ROOT / folder).rglob("*.md"))
    return sorted([*ROOT.glob("*.md"), *below])


def guides() -> list[Path]:
    """The pages that say where things are: their paths are held to what there is."""
    named = ("ARCHITECTURE.md", "CONTRIBUTING.md", "README.md")
    return [*(ROOT / name for name in named), *sorted((ROOT / "docs").rglob("*.md"))]


def paths(text: str) -> set[str]:
    """Every path from the root that a page names, in drawings and tables too."""
    return set(_PATH.findall(text))


def exists(path: str) -> bool:
    """Whether a path, which may hold stars, leads to a file or folder; a final slash asks for a
    folder."""
    there = list(ROOT.glob(path)) if "*" in path else [ROOT / path]
    return any(one.is_dir() if path.endswith("/") else one.exists() for one in there)


def names_in(text: str) -> list[tuple[str, str]]:
    """A file and a name that it holds, as in “`claims/ids.py` (`digest`)”, each of them."""
    found = _NAMES.findall(text)
    return [(path, name) for path, names in found for name in re.findall(r"`(\w+)`", names)]


def links(text: str) -> list[str]:
    """Links to files, without those to other sites."""
    return [link for link in _LINK.findall(text) if ":" not in link]


def anchors(page: Path, text: str) -> list[tuple[Path, str]]:
    """Headings that a page links to, each with the page that should have it."""
    found = re.findall(r"\]\(([^)\s#:]*)#([^)\s]+)\)", text)
    return [(page.parent / link if link else page, slug) for link, slug in found]


def headings(text: str) -> set[str]:
    """The slugs of a page's headings."""
    titles = re.findall(r"^#+ (.+)$", text, re.M)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}
