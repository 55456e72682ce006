"""Turn a checkpoint into what ships: `python -m training.export CHECKPOINT FOLDER [--full]`.

Writes FOLDER/attribution.onnx (weights as 8-bit integers, activations quantised as they come), tokenizer.json and
their SHA256SUMS; with --full the 32-bit network is written beside it as attribution-full.onnx, to measure what the
integers cost.
"""

import argparse
import shutil
from hashlib import sha256
from pathlib import Path

import torch
from torch import Tensor, nn

from sayso.read.attribute.model import SUMS
from training.network import Network, shape_of
from training.train import base_folder

INPUTS = ("ids", "case", "quote", "begins")


class Alone(nn.Module):
    """The network for one unpadded window."""

    def __init__(self, net: Network) -> None:
        super().__init__()
        self.net = net

    def forward(self, ids: Tensor, case: Tensor, quote: Tensor, begins: Tensor) -> tuple[Tensor, Tensor]:
        """Give tags [1, n, 3, 3] and links [1, 3, n, n], both as chances; there is no padding to mask."""
        tags, scores = self.net(ids, case, quote, begins, None)
        return tags.softmax(-1), scores.softmax(-1)


def full(net: Network, path: Path) -> None:
    """Write the 32-bit network as ONNX, its window length left open."""
    sample = tuple(torch.ones(1, 24, dtype=torch.long) for _ in INPUTS)
    lengths: dict[str, dict[int, str]] = {name: {1: "pieces"} for name in (*INPUTS, "tags")}
    torch.onnx.export(
        Alone(net.eval()), sample, str(path), input_names=list(INPUTS), output_names=["tags", "links"],
        dynamic_axes=lengths | {"links": {2: "pieces", 3: "pieces"}}, opset_version=17, dynamo=False,
    )  # fmt: skip


def quantised(source: Path, target: Path) -> None:
    """Write the 8-bit network: matrices a scale for each column, word tables too."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        source, target, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["MatMul", "Gather", "Gemm"]
    )


def main() -> None:
    """Export one checkpoint's averaged weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--full", action="store_true", help="keep the 32-bit network too")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    weights = torch.load(args.checkpoint, weights_only=True)["average"]
    net = Network(shape_of(weights))
    net.load_state_dict(weights)
    whole = args.folder / "attribution-full.onnx"
    full(net, whole)
    quantised(whole, args.folder / "attribution.onnx")
    if not args.full:
        whole.unlink()
    shutil.copyfile(base_folder() / "tokenizer.json", args.folder / "tokenizer.json")
    files = sorted(f for f in args.folder.iterdir() if f.suffix in (".onnx", ".json"))
    sums = "".join(f"{sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)
    (args.folder / SUMS).write_text(sums, "ascii")


if __name__ == "__main__":
    main()
