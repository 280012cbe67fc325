"""Write the shipped model: `python -m training.export CHECKPOINT... --out FOLDER`.

Two graphs (`tags.onnx` and `pairs.onnx`), int8 with fp32 heads, and the tokenizer;
`--float` writes both in fp32, to compare. The card beside them holds defaults until
`training.tune` has run.
"""

import argparse
import logging
import shutil
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from training.card import CERTAINTY, THRESHOLDS, card_table, write_card
from training.model import STUDENT, Reader
from training.packages import minilm
from training.saved import load_reader

LOG = logging.getLogger("training")
OPSET = 17
TAG_INPUTS = {
    "ids": ("sentence", "piece"),
    "segments": ("sentence", "piece"),
    "shapes": ("sentence", "piece"),
    "mask": ("sentence", "piece"),
    "first": ("sentence", "word"),
}
PAIR_INPUTS = {
    "words": ("sentence", "word"),
    "mask": ("sentence", "word"),
    "actor_tags": ("sentence", "word"),
    "other_tags": ("sentence", "word"),
    "spans": ("sentence", "mention", "word"),
    "forms": ("sentence", "mention"),
    "sentence": ("claim",),
    "marks": ("claim", "word"),
    "distances": ("claim", "word"),
    "types": ("claim",),
}
# What decides stays in full precision: it is small, and rounding it costs most.
KEPT_IN_FULL = ("/mentions/", "/trigger/", "/claim_out/", "/about/", "/role_out/")


def main() -> None:
    """Export one checkpoint, or the mean of several of one run."""
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", choices=["raw", "average"], default="average")
    parser.add_argument("--float", action="store_true", help="no quantisation")
    args = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    args.out.mkdir(parents=True, exist_ok=True)
    model = load_reader(*args.checkpoint, weights=args.weights).cpu().eval()
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder)
        write_graphs(model, full)
        for name in ("tags.onnx", "pairs.onnx"):
            fused = fuse(full / name)
            if args.float:
                onnx.save(fused, args.out / name)
            else:
                onnx.save(fused, full / f"fused_{name}")
                shrink(full / f"fused_{name}", args.out / name)
    mark_hidden(args.out / "tags.onnx")
    shutil.copy(minilm() / "tokenizer.json", args.out / "tokenizer.json")
    write_card(args.out, card_table(THRESHOLDS, CERTAINTY, {}))
    for path in sorted(args.out.iterdir()):
        print(f"{path.name:16} {path.stat().st_size / 1e6:6.1f} MB")


def write_graphs(model: Reader, folder: Path) -> None:
    """Trace both passes with small inputs and named, dynamic axes."""
    zeros = torch.zeros(2, 7, dtype=torch.long)
    tag_inputs = (zeros, zeros, zeros, zeros + 1, torch.zeros(2, 5, dtype=torch.long))
    _trace(model.tagger, tag_inputs, folder / "tags.onnx", TAG_INPUTS)
    words = torch.zeros(2, 5, dtype=torch.long)
    claims = torch.zeros(3, 5, dtype=torch.long)
    pair_inputs = (
        torch.zeros(2, 5, STUDENT.encoder.wide),
        words + 1,
        words,
        words,
        torch.zeros(2, 4, 5),
        torch.zeros(2, 4, dtype=torch.long),
        torch.tensor([0, 1, 1]),
        claims,
        claims,
        torch.zeros(3, 27),
    )
    _trace(model.rereader, pair_inputs, folder / "pairs.onnx", PAIR_INPUTS)


def _trace(
    part: torch.nn.Module,
    inputs: tuple[torch.Tensor, ...],
    path: Path,
    axes: dict[str, tuple[str, ...]],
) -> None:
    outputs = {
        "tags.onnx": {
            "words_out": ("sentence", "word"),
            "scores": ("sentence", "word"),
        },
        "pairs.onnx": {
            "claims": ("claim",),
            "roles": ("claim", "mention"),
            "about": ("claim", "word"),
        },
    }[path.name]
    torch.onnx.export(
        part,
        inputs,
        str(path),
        input_names=list(axes),
        output_names=list(outputs),
        dynamic_axes={n: dict(enumerate(a)) for n, a in (axes | outputs).items()},
        opset_version=OPSET,
        dynamo=False,
    )


def fuse(path: Path) -> onnx.ModelProto:
    """Join what onnxruntime has one operator for (attention, gelu, norms)."""
    options = FusionOptions("bert")
    options.enable_embed_layer_norm = False
    encoder = STUDENT.encoder
    tags, pairs = (encoder.heads, encoder.wide), (STUDENT.heads, STUDENT.narrow)
    heads, wide = tags if path.name == "tags.onnx" else pairs
    optimised = optimize_model(
        str(path),
        model_type="bert",
        num_heads=heads,
        hidden_size=wide,
        optimization_options=options,
        opt_level=0,
    )
    known = {o.domain for o in optimised.model.opset_import}
    if "com.microsoft" not in known:
        optimised.model.opset_import.append(
            onnx.helper.make_opsetid("com.microsoft", 1)
        )
    LOG.warning("%s %s", path.name, optimised.get_fused_operator_statistics())
    return optimised.model


def shrink(path: Path, out: Path) -> None:
    """Quantise weights per channel to seven bits (eight overflow without VNNI)."""
    nodes = onnx.load(path).graph.node
    kept = [n.name for n in nodes if any(part in n.name for part in KEPT_IN_FULL)]
    quantize_dynamic(
        path,
        out,
        op_types_to_quantize=["MatMul", "Gather", "Attention"],
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
        extra_options={
            "MatMulConstBOnly": True,
            "DefaultTensorType": onnx.TensorProto.FLOAT,
        },
    )


def mark_hidden(path: Path) -> None:
    """Declare the hidden states, so that the bare encoder can be cut out and timed."""
    graph = onnx.load(path)
    pick = next(n for n in graph.graph.node if n.op_type == "GatherElements")
    known = {value.name for value in graph.graph.value_info}
    if pick.input[0] not in known:
        axes = ["sentence", "piece", STUDENT.encoder.wide]
        hidden = onnx.helper.make_tensor_value_info(
            pick.input[0], onnx.TensorProto.FLOAT, axes
        )
        graph.graph.value_info.append(hidden)
        onnx.save(graph, path)


if __name__ == "__main__":
    main()
