"""Where a detector's weights lie and what they say of themselves; loads no weights.

Two models ship, `fast` and `accurate`; any other name is the path of a folder that holds the same
files.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from claims.detect.four_bits import WEIGHTS
from claims.errors import ModelError

SHIPPED = ("fast", "accurate")
DEFAULT = "fast"
FILES = ("tagger.onnx", "linker.npz", "manifest.json")
NAMES = "names.npz"
"""The reader of names, where a model has one."""


@dataclass(frozen=True)
class Manifest:
    """Name, version and digest of the weights, and how their confidences are read."""

    name: str
    version: str
    digest: str
    least: float
    """Attributions less likely right are dropped."""
    confidence: Mapping[str, float]
    """Weights of the signs in claims/detect/confidence.py."""
    entities: bool = False
    """Whether the network guesses at named entities, so that spaCy need not."""
    names: bool = False
    """Whether a reader of its own, trained on labelled names, finds people and bodies on the network's
    states; it needs the entities."""
    names_of: str = ""
    """The model that finds entities for one that finds none."""
    readings: int = 1
    """How often a text is read, each time in other windows."""
    four_bits: bool = False
    """Whether the network's matrices lie in a file of their own, four bits a weight."""

    @property
    def named(self) -> bool:
        """Whether entities are found here, so that spaCy need not."""
        return self.entities or bool(self.names_of)


def folder(model: str = DEFAULT) -> Traversable:
    """The folder of a model's files, by name or path; raises ModelError where one of them is
    missing."""
    place: Traversable = (
        files("claims.weights") / model if model in SHIPPED else Path(model).expanduser()
    )
    _none_lacks(model, place, FILES)
    return place


def _none_lacks(model: str, place: Traversable, names: Sequence[str]) -> None:
    lacking = [name for name in names if not (place / name).is_file()]
    if lacking and model in SHIPPED:
        raise ModelError(
            f"the weights of the model {model!r} are missing; reinstall onrecord, then run `onrecord doctor`"
        )
    if lacking:
        raise ModelError(
            f"no detector at {model!r}: it lacks {', '.join(lacking)}; "
            f"use {' or '.join(SHIPPED)}, or the folder that training/export.py wrote"
        )


@lru_cache(maxsize=4)
def manifest(model: str = DEFAULT) -> Manifest:
    """The manifest of a model; raises ModelError where weights are missing or are not those it
    describes."""
    place = folder(model)
    try:
        raw = json.loads((place / "manifest.json").read_text(encoding="utf-8"))
        loaded = Manifest(
            **{field.name: raw[field.name] for field in fields(Manifest) if field.name in raw}
        )
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"{place / 'manifest.json'} is no manifest of a detector: {error!r}; export it again"
        ) from error
    if loaded.four_bits:
        _none_lacks(model, place, [WEIGHTS])
    if model not in SHIPPED and digest_of(place) != loaded.digest:
        raise ModelError(
            f"the weights in {model!r} are not those its manifest describes; export them again"
        )
    return loaded


def digest_of(place: Traversable) -> str:
    """SHA-256 of tagger, linker and, where there are any, reader of names and weights, one after the other."""
    held = [name for name in (*FILES[:2], NAMES, WEIGHTS) if (place / name).is_file()]
    return hashlib.sha256(b"".join((place / name).read_bytes() for name in held)).hexdigest()
