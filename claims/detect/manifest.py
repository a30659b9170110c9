"""What the shipped weights say of themselves; loads no weights."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from claims.errors import ModelError


@dataclass(frozen=True)
class Manifest:
    """Name, version and digest of the weights, and how their confidences are read."""

    name: str
    version: str
    digest: str
    threshold: float
    """Attributions below this confidence are dropped."""
    temperature: float
    """Divides the tag logits, so that confidences are no larger than the share that is right."""


@lru_cache(maxsize=1)
def manifest() -> Manifest:
    """The manifest in the package; raises ModelError where the weights are missing."""
    file = files("claims.weights") / "manifest.json"
    if not file.is_file():
        raise ModelError("the detector's weights are missing; reinstall onrecord, then run `onrecord doctor`")
    raw = json.loads(file.read_text(encoding="utf-8"))
    return Manifest(raw["name"], raw["version"], raw["digest"], raw["threshold"], raw["temperature"])
