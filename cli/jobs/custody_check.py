"""A store, and the file that was exported of it, held against a custody manifest: what changed, and
what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claims.errors import UsageError
from cli.jobs.custody import ManifestError, digest_of_file, read_manifest, run_note
from cli.views.cells import counted

if TYPE_CHECKING:
    from store import Store

Row = dict[str, Any]
_SAID_OF = {
    "doc": "its name", "url": "its address", "published": "its day", "read": "when it was read",
    "run": "the run that read it",
}  # fmt: skip
"""Of an article, beside text and claims."""
_ARTICLES_A_READ = 500
FORGET_RUN = "forget"
"""The command of a run that took something out for good."""


class Checked:
    """What a manifest finds: faults, what came since, and how many articles it speaks of."""

    def __init__(self) -> None:
        self.faults: list[str] = []
        self.since: list[str] = []
        self.articles = 0
        self.forgotten = Counter[str]()
        """What was forgotten since, by kind."""
        self.last_forgotten = ""
        """The day on which something was, "" where nothing was."""


def check_manifest(store: Store, path: Path) -> Checked:
    """Everything that a manifest notes, looked at; raises UsageError where it is none."""
    checked = Checked()
    try:
        head, articles = read_manifest(path)
    except ManifestError as error:
        checked.faults.append(str(error))
        return checked
    _note_forgotten(store, head["made"], checked)
    checked.faults += _of_export(head.get("export"), path.parent)
    checked.faults += _of_decisions(store, head["decisions"])
    checked.faults += _of_runs(store, head["runs"])
    noted = list(articles)
    checked.articles = len(noted)
    for start in range(0, len(noted), _ARTICLES_A_READ):
        _of_articles(store, noted[start : start + _ARTICLES_A_READ], checked)
    now = store.integrity.custody().counts
    for name in ("articles", "decisions", "runs"):
        more = now[name] - head["counts"][name]
        if more > 0:
            checked.since.append(f"{counted(more, name[:-1])} more than when the manifest was made")
        elif more < 0:
            checked.faults += _fewer(counted(-more, name[:-1]), checked.forgotten[name])
    return checked


def _fewer(many: str, forgotten: int) -> list[str]:
    since = f", of which {forgotten:,} forgotten on purpose" if forgotten else ""
    return [f"{many} fewer than when the manifest was made{since}"]


def _note_forgotten(store: Store, made: str, checked: Checked) -> None:
    """What `forget` took out since the manifest was made: the store keeps how much, and when."""
    for run in store.runs.select():
        if run.command == FORGET_RUN and run.started >= made:
            checked.forgotten.update(run.counts)
            checked.last_forgotten = max(checked.last_forgotten, run.started[:10])


def _of_export(export: Row | None, folder: Path) -> Iterator[str]:
    """The exported file, by its name from the manifest's folder."""
    if export is None:
        return
    path = folder / Path(export["file"]).name
    path = path if path.exists() else Path(export["file"])
    if not path.is_file():
        yield f"{export['file']}: the exported file is missing; it is looked for beside the manifest"
        return
    try:
        found = digest_of_file(path)
    except UsageError as error:
        yield str(error)
        return
    if found != {"bytes": export["bytes"], "sha256": export["sha256"]}:
        yield f"{path}: is not the file that was exported"


def _of_decisions(store: Store, noted: Row) -> Iterator[str]:
    if (
        noted["last"] is not None
        and store.integrity.digest_at(noted["last"]) != noted["chain_digest"]
    ):
        yield (
            f"decisions up to {noted['last']}: the chain does not run through the digest that was noted: "
            "they were changed, taken out or put in"
        )


def _of_runs(store: Store, noted: list[Row]) -> Iterator[str]:
    runs = {run.id: run_note(run) for run in store.runs.select()}
    for run in noted:
        if run["id"] not in runs:
            yield f"run {run['id']}: is missing"
        elif runs[run["id"]] != run:
            yield f"run {run['id']}: is not recorded as it was noted"


def _of_articles(store: Store, noted: list[Row], checked: Checked) -> None:
    now = {
        article.id: asdict(article)
        for article in store.integrity.custody_of_articles([row["id"] for row in noted])
    }
    gone = [(row["id"], row["url"]) for row in noted if row["id"] not in now]
    forgotten = store.forgetting.days_of(gone)
    for row in noted:
        if (found := now.get(row["id"])) is not None:
            _of_article(row, found, checked)
        elif row["id"] in forgotten:
            day = forgotten[row["id"]]
            checked.faults.append(
                f"{_name(row)}: was forgotten on purpose on {day}, and nothing of it is kept"
            )
        else:
            checked.faults.append(f"{_name(row)}: is missing")


def _of_article(row: Row, found: Row, checked: Checked) -> None:
    name = _name(row)
    if found["text_sha256"] != row["text_sha256"]:
        checked.faults.append(f"{name}: its text is not the one that was noted")
    changed = [words for key, words in _SAID_OF.items() if found[key] != row[key]]
    if changed:
        checked.faults.append(f"{name}: changed since: {', '.join(changed)}")
    if row["current"] and not found["current"]:
        checked.since.append(f"{name}: has a later edition, to which its claims went on")
    elif found["claims_sha256"] != row["claims_sha256"]:
        since = checked.last_forgotten
        why = f"; something was forgotten on purpose on {since}, which may be why" if since else ""
        checked.faults.append(
            f"{name}: its claims are not those that were noted ({row['claims']:,}, now {found['claims']:,}){why}"
        )


def _name(row: Row) -> str:
    return f"article {row['id']} ({row['doc']})"
