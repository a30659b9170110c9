"""A checkpoint to the files that ship: int8 ONNX, the linker's arrays, tokenizer and manifest."""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.model import LINKS, Linker, Tagger

VERSION = "1"


def export_tagger(tagger: Tagger, path: Path) -> None:
    """Write the tagger as int8 ONNX: pieces, features -> logits, hidden."""
    tagger.eval()
    example = (torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16, dtype=torch.long))
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "features", "logits", "hidden")}
    full = path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        tagger,
        example,
        str(full),
        dynamo=False,
        opset_version=17,
        dynamic_axes=axes,
        input_names=["pieces", "features"],
        output_names=["logits", "hidden"],
    )
    quantize_dynamic(
        full, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul", "Gather"]
    )
    full.unlink()


def export_linker(linker: Linker, path: Path) -> None:
    """Write the linker's arrays, half precision for the matrices."""
    arrays: dict[str, np.ndarray] = {"none.weight": linker.none.weight[0], "none.bias": linker.none.bias}
    for kind in LINKS:
        for side in ("a", "b"):
            layer = getattr(linker, side)[kind]
            arrays[f"{kind}.{side}.weight"] = layer.weight
            arrays[f"{kind}.{side}.bias"] = layer.bias
        arrays[f"{kind}.gap"] = linker.gap[kind].weight[:, 0]
        arrays[f"{kind}.between"] = linker.between[kind].weight[:, 0]
    np.savez_compressed(path, **{k: v.detach().numpy().astype(np.float16) for k, v in arrays.items()})


def main() -> None:
    """Write the shipped files into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--encoder", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--threshold", type=float, default=0.0)
    parser.add_argument("--temperature", type=float, default=1.0)
    args = parser.parse_args()
    saved = torch.load(args.checkpoint / "checkpoint.pt", weights_only=False)
    tagger, linker = Tagger(), Linker()
    tagger.load_state_dict(saved["tagger"])
    linker.load_state_dict(saved["linker"])
    args.out.mkdir(parents=True, exist_ok=True)
    export_tagger(tagger, args.out / "tagger.onnx")
    export_linker(linker, args.out / "linker.npz")
    shutil.copy(args.encoder / "tokenizer.json", args.out / "tokenizer.json")
    digest = hashlib.sha256(
        (args.out / "tagger.onnx").read_bytes() + (args.out / "linker.npz").read_bytes()
    ).hexdigest()
    manifest = {
        "name": "onrecord-minilm6",
        "version": VERSION,
        "digest": digest,
        "seed": saved["args"]["seed"],
        "steps": saved["args"]["steps"],
        "threshold": args.threshold,
        "temperature": args.temperature,
    }
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
