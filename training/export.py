"""A checkpoint to the files that ship: an ONNX network of small integers, the linker's arrays and
the manifest.

Eight bits a weight for a small network, whose activations become integers too: fast. Four bits a
weight, in blocks with a scale each, for a large one, whose activations stay as they are: small, and
nothing else of it changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

from claims.detect.confidence import CERTAIN, measures
from training.lean import rewrite
from training.model import LINKS, Linker, Tagger
from training.train import shape_of

BLOCK = 64
"""Weights that share a scale, at four bits."""


def export_tagger(tagger: Tagger, path: Path, bits: int) -> None:
    """Write the tagger as ONNX: pieces, features -> logits, hidden; bits: 4, 8 or, for comparison,
    32."""
    tagger.eval()
    example = (torch.ones(2, 16, dtype=torch.long), torch.zeros(2, 16, dtype=torch.long))
    outputs = ["logits", "hidden", *(["entities"] if tagger.entities else [])]
    axes = {name: {0: "batch", 1: "pieces"} for name in ("pieces", "features", *outputs)}
    full = path if bits == 32 else path.with_suffix(".fp32.onnx")
    torch.onnx.export(
        tagger,
        example,
        str(full),
        dynamo=False,
        opset_version=17,
        dynamic_axes=axes,
        input_names=["pieces", "features"],
        output_names=outputs,
    )
    if bits == 8:
        quantize_dynamic(
            full,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    elif bits == 4:
        _four_bits(full, path)
    if full != path:
        full.unlink()
    rewrite(path, tagger.shape.heads)


def _four_bits(full: Path, path: Path) -> None:
    model = onnx.load(full)
    for op in model.opset_import:
        op.version = max(op.version, 21) if op.domain in ("", "ai.onnx") else op.version
    quantizer = MatMulNBitsQuantizer(
        model,
        block_size=BLOCK,
        is_symmetric=False,
        accuracy_level=4,
        op_types_to_quantize=("MatMul", "Gather"),
    )
    quantizer.process()
    quantizer.model.save_model_to_file(str(path), False)


def export_linker(linker: Linker, path: Path) -> None:
    """Write the linker's arrays, half precision for the matrices."""
    arrays: dict[str, np.ndarray] = {
        "none.weight": linker.none.weight[0],
        "none.bias": linker.none.bias,
    }
    for kind in LINKS:
        for side in ("a", "b"):
            layer = getattr(linker, side)[kind]
            arrays[f"{kind}.{side}.weight"] = layer.weight
            arrays[f"{kind}.{side}.bias"] = layer.bias
        arrays[f"{kind}.gap"] = linker.gap[kind].weight[:, 0]
        arrays[f"{kind}.between"] = linker.between[kind].weight[:, 0]
    np.savez_compressed(
        path, **{k: v.detach().numpy().astype(np.float16) for k, v in arrays.items()}
    )


def main() -> None:
    """Write the shipped files into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", required=True, type=Path)
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--name", required=True, help="what the manifest calls the network")
    parser.add_argument("--version", default="1", help="what it calls this state of it")
    parser.add_argument("--bits", type=int, choices=(4, 8, 32), default=8)
    parser.add_argument(
        "--readings",
        type=int,
        default=1,
        help="how often a text is read, each time in other windows",
    )
    args = parser.parse_args()
    saved = torch.load(args.checkpoint / "checkpoint.pt", weights_only=False)
    made = argparse.Namespace(**saved["args"])
    shape = shape_of(made)
    tagger, linker = Tagger(shape, made.frozen), Linker(shape.hidden)
    tagger.load_state_dict(saved["tagger"])
    linker.load_state_dict(saved["linker"])
    args.out.mkdir(parents=True, exist_ok=True)
    export_tagger(tagger, args.out / "tagger.onnx", args.bits)
    export_linker(linker, args.out / "linker.npz")
    files = [(args.out / name).read_bytes() for name in ("tagger.onnx", "linker.npz")]
    manifest = {
        "name": args.name,
        "version": args.version,
        "digest": hashlib.sha256(b"".join(files)).hexdigest(),
        "seed": made.seed,
        "steps": saved["step"],
        "least": 0.0,
        "entities": shape.entities,
        "readings": args.readings,
        "confidence": dict.fromkeys(["bias", *measures(CERTAIN)], 0.0),
    }
    (args.out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
