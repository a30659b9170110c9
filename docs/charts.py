"""Draws the charts of docs/models.md from docs/figures.json: `python -m docs.charts`, with the
extra `charts`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import matplotlib
from matplotlib import pyplot as plt
from matplotlib.axes import Axes

HERE = Path(__file__).parent
PEOPLE = 0.75
"""Attribution F1 of two trained people with each other (PolNeAR)."""
COLOURS = {"fast": "#0b6e4f", "accurate": "#8a3ffc"}
PER_MB = 9
"""Square points of a disc for a megabyte of weights."""


def sizes(axes: Axes, models: list[dict[str, Any]]) -> None:
    """Accuracy over cost: a disc is as large as the weights; one that does not ship has a pale
    disc."""
    for one in models:
        colour = COLOURS.get(one["name"], "#9aa0a6")
        axes.scatter(
            one["cost"],
            one["attribution"],
            s=PER_MB * one["MB"],
            color=colour,
            alpha=0.45,
            linewidths=0,
        )
        axes.annotate(
            f"{one['name']}\n{one['what']}, {one['MB']:.0f} MB",
            (one["cost"], one["attribution"]),
            xytext=(-16, 0) if one.get("left") else (12, -3),
            textcoords="offset points",
            fontsize=8,
            ha="right" if one.get("left") else "left",
            va="center",
        )
    axes.axhline(PEOPLE, color="#5f6368", linewidth=0.8, linestyle="--")
    axes.annotate(
        "two people",
        (1, PEOPLE),
        xycoords=("axes fraction", "data"),
        fontsize=8,
        ha="right",
        va="bottom",
    )
    axes.set_xscale("log")
    axes.set_xlim(0.5, 80)
    axes.set_ylim(0.72, 0.82)
    axes.set_xlabel("CPU time of the whole, bare spaCy = 1")
    axes.set_ylabel("attribution F1, dev")


def reliability(axes: Axes, found: dict[str, Any]) -> None:
    """What confidences say over what is right, in ten bins of equal size."""
    axes.plot([0, 1], [0, 1], color="#5f6368", linewidth=0.8, linestyle="--")
    for name, figures in found.items():
        bins = figures["reliability"]
        axes.plot(
            [b[1] for b in bins],
            [b[2] for b in bins],
            "o-",
            color=COLOURS[name],
            label=name,
            markersize=4,
        )
    axes.set_xlim(0.3, 1)
    axes.set_ylim(0.3, 1)
    axes.set_xlabel("confidence, mean of a bin")
    axes.set_ylabel("share that is right")
    axes.legend(frameon=False)


def trade(axes: Axes, found: dict[str, Any]) -> None:
    """Precision over recall along `--min-confidence`."""
    for name, figures in found.items():
        curve = figures["curve"]
        axes.plot(
            [c[2] for c in curve],
            [c[1] for c in curve],
            "o-",
            color=COLOURS[name],
            label=name,
            markersize=4,
        )
        for least, precision, recall in curve:
            if least in (0.0, 0.5, 0.8, 0.9):
                axes.annotate(
                    f"{least:g}",
                    (recall, precision),
                    xytext=(5, 4),
                    textcoords="offset points",
                    fontsize=7,
                )
    axes.set_xlabel("recall")
    axes.set_ylabel("precision")
    axes.legend(frameon=False)


def main() -> None:
    """Write docs/sizes.svg and docs/confidence.svg, the same bytes for the same figures."""
    matplotlib.rcParams.update(
        {"svg.hashsalt": "onrecord", "font.size": 9, "axes.spines.top": False}
    )
    matplotlib.rcParams.update({"axes.spines.right": False})
    figures = json.loads((HERE / "figures.json").read_text(encoding="utf-8"))
    page, axes = plt.subplots(figsize=(7, 4), layout="constrained")
    sizes(axes, figures["models"])
    page.savefig(HERE / "sizes.svg", metadata={"Date": None})
    page, (left, right) = plt.subplots(1, 2, figsize=(7, 3.4), layout="constrained")
    reliability(left, figures["confidence"])
    trade(right, figures["confidence"])
    page.savefig(HERE / "confidence.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()
