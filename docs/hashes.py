"""Writes the files in `hashes/`: the releases that `constraints.txt` pins, each with the digests of all
its files on the package index that pip is set up with; no addresses.

    python -m docs.hashes

`plain.txt` holds what the plain install needs on Linux, macOS and Windows with Python 3.11 to 3.14,
`all.txt` what every extra needs beside it. torch is left out with the extra `train`:
which build of it fits depends on the machine. pip itself says what needs what and
which files there are. A release that is in a file already is not asked for again, for what is released
never changes; `--anew` asks for all.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PINS, FOLDER = ROOT / "constraints.txt", ROOT / "hashes"
UNPINNED_EXTRAS = {"train"}
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
HEAD = """\
# {what}, each release of constraints.txt with the digests of its files.
# Made by `python -m docs.hashes`, never by hand. Install nothing but these files:
#     pip install --require-hashes --only-binary :all: -r hashes/{name}
"""
FILES = {
    "plain.txt": "What the plain install needs",
    "all.txt": "What onrecord needs with every extra except `train`, and its developers",
}
_PIN = re.compile(r"^([\w.-]+)==([^\s;\\#]+)")


def canonical(name: str) -> str:
    """The name as an index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> dict[str, str]:
    """The pinned version of each package that a file names."""
    found = map(_PIN.match, text.splitlines())
    return {canonical(match[1]): match[2] for match in found if match}


def digests(text: str) -> dict[str, list[str]]:
    """The digests of each package in a file of hashes."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in text.splitlines():
        if match := _PIN.match(line):
            name = canonical(match[1])
        found.setdefault(name, []).extend(re.findall(r"--hash=sha256:([0-9a-f]{64})", line))
    found.pop("", None)
    return found


def written(file: str, versions: dict[str, str], found: dict[str, list[str]]) -> str:
    """The file: a requirement a package, a line a digest, both in order."""
    entries = (
        " \\\n".join(
            [f"{name}=={versions[name]}", *(f"    --hash=sha256:{one}" for one in found[name])]
        )
        for name in sorted(found)
    )
    return HEAD.format(what=FILES[file], name=file) + "".join(entry + "\n" for entry in entries)


def asked() -> dict[str, list[str]]:
    """The requirements behind each file, as the project states them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    more = [one for name, some in extras.items() if name not in UNPINNED_EXTRAS for one in some]
    return {
        "plain.txt": project["dependencies"],
        "all.txt": [*project["dependencies"], *more],
    }


def needed(
    requirements: Iterable[str], needs: dict[str, list[str]], leaves: Iterable[str] = ()
) -> set[str]:
    """Every package that the requirements lead to on any of the systems; needs holds those of each
    package, leaves what may be without."""
    from packaging.requirements import Requirement

    environments = _environments()
    found: set[str] = set()
    todo = [(Requirement(one), "") for one in requirements]
    done: set[tuple[str, str]] = set()
    while todo:
        one, extra = todo.pop()
        name = canonical(one.name)
        if one.marker and not any(one.marker.evaluate({**e, "extra": extra}) for e in environments):
            continue
        found.add(name)
        for asked_for in {"", *one.extras} - {extra for known, extra in done if known == name}:
            done.add((name, asked_for))
            if name not in needs and name not in leaves:
                raise SystemExit(f"{name}: not among what pip would install here")
            todo += [(Requirement(more), asked_for) for more in needs.get(name, [])]
    return found


def _environments() -> list[dict[str, Any]]:
    """What markers ask of each of the systems."""
    from packaging.markers import default_environment

    here: dict[str, Any] = dict(default_environment())
    return [
        {**here, "sys_platform": system, "platform_system": name,
         "os_name": "nt" if system == "win32" else "posix",
         "python_version": python, "python_full_version": f"{python}.1"}
        for system, name in SYSTEMS.items()
        for python in PYTHONS
    ]  # fmt: skip


def _needs(requirements: list[str]) -> dict[str, list[str]]:
    """What each package needs, as pip would install the requirements here."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    done = subprocess.run(
        [*command, "--report", "-", "-c", str(PINS), *requirements],
        stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    packages = [one["metadata"] for one in json.loads(done.stdout)["install"]]
    return {canonical(one["name"]): one.get("requires_dist", []) for one in packages}


class Index:
    """The index that pip is set up with, the first where there are several."""

    def __init__(self) -> None:
        from pip._internal.commands import create_command

        command: Any = create_command("download")
        options, _ = command.parse_args(["x"])
        with command.main_context():
            session = command.get_default_session(options)
            self._finder = command._build_package_finder(options, session)

    def files(self, name: str, version: str) -> list[str]:
        """The digests of every file of a release, for any machine."""
        from pip._internal.index.collector import parse_links
        from pip._internal.models.link import Link
        from pip._vendor.packaging.version import Version

        place = self._finder.search_scope.get_index_urls_locations(name)[0]
        page = self._finder._link_collector.fetch_response(Link(place))
        if page is None:
            raise SystemExit(f"{name}: the index has no such package")
        wanted = (name, str(Version(version)))
        links = [link for link in parse_links(page) if _release(link.filename) == wanted]
        found = sorted({link.hash for link in links if link.hash and link.hash_name == "sha256"})
        if not found:
            raise SystemExit(f"{name}=={version}: the index has no file of it")
        return found


def _release(filename: str) -> tuple[str, str] | None:
    """Package and version of a wheel or of a source archive; None for anything else."""
    from pip._vendor.packaging.utils import (
        InvalidSdistFilename,
        InvalidWheelFilename,
        parse_sdist_filename,
        parse_wheel_filename,
    )
    from pip._vendor.packaging.version import InvalidVersion

    try:
        if filename.endswith(".whl"):
            name, version, *_ = parse_wheel_filename(filename)
        else:
            name, version = parse_sdist_filename(filename)
    except (InvalidSdistFilename, InvalidVersion, InvalidWheelFilename):
        return None
    return str(name), str(version)


def main() -> int:
    """Writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--anew", action="store_true", help="ask for every release again")
    options = parser.parse_args()
    versions, wanted = pins(PINS.read_text(encoding="utf-8")), asked()
    known: dict[tuple[str, str], list[str]] = {}
    for old in [] if options.anew else FOLDER.glob("*.txt"):
        text = old.read_text(encoding="utf-8")
        known |= {(name, pins(text)[name]): found for name, found in digests(text).items()}
    needs, index = _needs(wanted["all.txt"]), Index()
    for file, requirements in wanted.items():
        names = needed(requirements, needs, versions)
        if missing := names - set(versions):
            raise SystemExit(f"constraints.txt lacks {', '.join(sorted(missing))}")
        found = {}
        for name in names:
            release = name, versions[name]
            found[name] = known[release] = known.get(release) or index.files(*release)
        (FOLDER / file).write_text(written(file, versions, found), encoding="utf-8")
        sys.stderr.write(f"{file}: {len(found)} packages, {sum(map(len, found.values()))} files\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
