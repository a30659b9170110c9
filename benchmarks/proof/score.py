"""From verdicts beside labels to figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from benchmarks.proof.predict import MISSED, Judged

CLEAN = ("verbatim", "paraphrase")
SILENT = (*CLEAN, MISSED)
"""What leaves a fault unsaid."""


def figures(judged: Sequence[Judged]) -> dict[str, float]:
    """Every figure by its name; shares from 0 to 1."""
    quoted = [j for j in judged if j.label["form"] == "quotation"]
    indirect = [j for j in judged if j.label["form"] == "indirect"]
    true = _of(quoted, "verbatim")
    altered = [j for j in _of(quoted, "altered") if not j.label["harmless"]]
    invented = _of(quoted, "not_on_record")
    faulty = [j for j in indirect if j.label["verdict"] != "paraphrase"]
    return {
        "quotations": len(quoted),
        "indirect": len(indirect),
        "false alarm on true quotations": 1 - _share(_seen(true), lambda j: j.verdict in CLEAN),
        "true quotations missed in the draft": _share(true, lambda j: j.verdict == MISSED),
        "altered or invented: found": _share([*altered, *invented], lambda j: j.verdict not in SILENT),
        "altered: found": _share(altered, lambda j: j.verdict not in SILENT),
        "invented: found": _share(invented, lambda j: j.verdict not in SILENT),
        "altered: called so": _share(altered, _right),
        "altered: kind right": _share(altered, lambda j: _right(j) and j.change == j.label["change"]),
        "invented: called so": _share(invented, _right),
        "wrong mouth: called so": _share(_of(quoted, "other_speaker"), _right),
        "wrong stance: called so": _share(_of(quoted, "other_stance"), _right),
        "wrong time or office: called so": _share(_of(judged, "other_time"), _right),
        "quotations: verdict right": _share(quoted, _right),
        "indirect: right or cannot tell": _share(indirect, lambda j: _right(j) or j.verdict == "cannot_tell"),
        "indirect: right": _share(indirect, _right),
        "indirect: cannot tell": _share(indirect, lambda j: j.verdict == "cannot_tell"),
        "indirect: false alarm on true ones": 1 - _share(_seen(_of(indirect, "paraphrase")), _is_quiet),
        "indirect: fault found": 1 - _share(faulty, _is_quiet),
        "passages of the draft missed": _share(judged, lambda j: j.verdict == MISSED),
    }  # fmt: skip


def _of(judged: Sequence[Judged], verdict: str) -> list[Judged]:
    return [j for j in judged if j.label["verdict"] == verdict]


def _seen(judged: Sequence[Judged]) -> list[Judged]:
    """Those that were found in the draft at all."""
    return [j for j in judged if j.verdict != MISSED]


def _right(judged: Judged) -> bool:
    return judged.verdict == judged.label["verdict"]


def _is_quiet(judged: Judged) -> bool:
    return judged.verdict in (*SILENT, "cannot_tell")


def _share(judged: Sequence[Judged], holds: Callable[[Judged], bool]) -> float:
    return sum(map(holds, judged)) / len(judged) if judged else float("nan")


def found_or_not(judged: Sequence[Judged]) -> float:
    """By what thresholds of plain look-ups are chosen: the mean of true ones found and of altered and
    invented ones not found."""
    got = figures(judged)
    return 1 - got["false alarm on true quotations"] + got["altered or invented: found"]


def confusion(judged: Sequence[Judged]) -> str:
    """How often each label got each verdict."""
    counts = Counter((j.label["form"], j.label["verdict"], j.verdict) for j in judged)
    lines = [f"{form:10} {label:14} → {said:14} {n}" for (form, label, said), n in sorted(counts.items())]  # fmt: skip
    return "\n".join(lines)
