"""How well a draft's quotations and indirect sayings are looked up, over made-up drafts.

python -m benchmarks.proof [tune|true|fresh|strangers|held|all]    onrecord
python -m benchmarks.proof --baselines        beside plain look-ups of the words
python -m benchmarks.proof --errors           every passage whose verdict is another than its label
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.proof import bundles, predict, score


def table(columns: Mapping[str, Mapping[str, float]]) -> str:
    """A row a figure, a column a predictor."""
    names = list(columns)
    lines = [f"| | {' | '.join(names)} |", f"|---|{'---|' * len(names)}"]
    for figure in columns[names[0]]:
        cells = " | ".join(_cell(columns[name][figure]) for name in names)
        lines.append(f"| {figure} | {cells} |")
    return "\n".join(lines)


def _cell(value: float) -> str:
    return f"{value:.3f}" if isinstance(value, float) else f"{value:,}"


def error(judged: predict.Judged) -> str:
    """A passage whose verdict is another than its label, as somebody reads it."""
    label, finding, record = judged.label, judged.finding, judged.label["record"] or {}
    harmless = ", harmless" if label["harmless"] else ""
    said = f"{label['verdict']} ({label['change']}{harmless}) → {judged.verdict} ({judged.change})"
    lines = [
        f"{judged.draft['draft']} {label['form']}: {said}",
        f"   draft:  {label['quote']} — {label['speaker']}",
        f"   label:  {record.get('quote')} — {record.get('speaker')} [{label['why']}]",
    ]
    if finding:
        voice = finding.passage.voice
        lines.append(
            f"   read:   {voice.kind} {voice.shown!r}; {finding.passage.claim and finding.passage.claim.stance}"
        )
        lines += [
            f"   found:  {p.nearness} {p.text!r} — {p.claim and p.claim.voice.shown}"
            for p in finding.places[:2]
        ]
        lines += [f"   reason: {reason}" for reason in finding.reasons]
        if finding.changes:
            lines.append(
                f"   change: {finding.changes} {[f'{p.sign}{p.text}' for p in finding.pieces if p.sign != '=']}"
            )
    return "\n".join(lines)  # fmt: skip


def main() -> None:
    """Print the table, and what was asked for besides."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument(
        "part",
        nargs="?",
        default="tune",
        choices=("tune", "true", "fresh", "strangers", "held", "all"),
    )
    parser.add_argument("--baselines", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--data", type=Path, default=bundles.DATA)
    args = parser.parse_args()
    rows = bundles.bundles(args.part, args.data)
    judged = list(predict.onrecord(bundles.read(rows)))
    columns: dict[str, Mapping[str, float]] = {"onrecord": score.figures(judged)}
    if args.baselines:
        columns |= _baselines(rows, args.data)
    print(table(columns))
    print(score.confusion(judged))
    if args.errors:
        wrong = [j for j in judged if j.verdict != j.label["verdict"]]
        print("\n".join(map(error, wrong)))


def _baselines(rows: Sequence[bundles.Row], folder: Path) -> dict[str, Mapping[str, float]]:
    """Plain look-ups, each at the threshold that is best where one may fit."""
    every: dict[str, Mapping[str, float]] = {}
    tune = bundles.bundles("tune", folder)
    for name, lookup in predict.BASELINES.items():
        at = predict.best_threshold(predict.scored(tune, lookup), score.found_or_not)
        judged = list(predict.baseline(predict.scored(rows, lookup), at))
        every[f"{name} (from {at})"] = score.figures(judged)
    return every


if __name__ == "__main__":
    main()
