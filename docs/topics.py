"""Takes the pages of `onrecord help` over from the project's pages: `python -m docs.topics`."""

from __future__ import annotations

import re
from pathlib import Path

from cli.help.topics import TOPICS, Topic

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "cli" / "help" / "pages"


def main() -> None:
    """Writes every page anew, and removes those that are no topic's."""
    for old in PAGES.glob("*.txt"):
        old.unlink()
    for topic in TOPICS.values():
        (PAGES / f"{topic.name}.txt").write_text(page_of(topic), encoding="utf-8")


def page_of(topic: Topic) -> str:
    """The parts of the topic's page under one title, without links, which lead nowhere in a
    terminal."""
    title, sections = _sections((ROOT / topic.page).read_text("utf-8"))
    names = topic.sections or tuple(sections)
    if len(names) == 1 and names[0]:
        text = f"# {names[0]}\n\n{sections[names[0]]}"
    else:
        text = f"# {title}\n\n" + "\n".join(
            f"## {name}\n\n{sections[name]}" if name else sections[name] for name in names
        )
    return f"{_without_links(text)}\nFrom {topic.page}.\n"


def _sections(text: str) -> tuple[str, dict[str, str]]:
    """A page's title, and its sections by heading, "" for what stands before the first."""
    title, _, body = text.removeprefix("# ").partition("\n\n")
    parts = [part.strip("\n") + "\n" for part in re.split(r"^## (.+)\n\n", body, flags=re.M)]
    return title, {
        "": parts[0],
        **dict(zip((name.strip() for name in parts[1::2]), parts[2::2], strict=True)),
    }


def _without_links(text: str) -> str:
    text = re.sub(r"^!\[[^\]]*\]\([^)]*\)\n\n?", "", text, flags=re.M)
    return re.sub(r"\[([^\[\]]+)\]\([^)\s]+\)", r"\1", text)


if __name__ == "__main__":
    main()
