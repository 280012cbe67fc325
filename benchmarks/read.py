"""How fast reading is, beside the bare encoder on the same sentences in the same run.

    python -m benchmarks.read [--sentences 10000] [--rounds 3]

Prints sentences a second of the bare int8 encoder (token ids in, hidden states out;
tokenising is not counted) and of the whole reading (documents in, resolved claims out),
on one and on two cores, with the ratio of the two, the peak memory of the reading
process, and the time from a cold start to the first claim. Rounds of the two alternate,
and the best of each is kept, so that a busy moment hits neither alone.

Texts: $REALPOLITIK_SHARED/docs or ../shared/docs (kremlin, free_docs, world_docs, taken
in turn), else the shipped examples, repeated.
"""

import argparse
import gzip
import itertools
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import onnxruntime

from evals.shared import ROOT, shared_folder
from realpolitik.core.document import Document, RawDocument
from realpolitik.documents.make import make_document
from realpolitik.pipeline import Pipeline, read_all
from realpolitik.reading.encoder import batches, first_pass
from realpolitik.reading.reader import MODEL
from realpolitik.reading.sentences import sentences_to_read
from realpolitik.sources.open import open_sources

Feed = dict[str, object]
# the process tells its own peak: ru_maxrss of a child begins with that of its parent
_PEAK = """
import pathlib, runpy, sys
try:
    runpy.run_module("realpolitik.cli", run_name="__main__", alter_sys=True)
finally:
    lines = pathlib.Path("/proc/self/status").read_text().splitlines()
    print(next(line.split()[1] for line in lines if "VmHWM" in line), file=sys.stderr)
"""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The texts of the benchmark: as rows and as documents."""

    raws: list[RawDocument]
    documents: list[Document]

    @property
    def sentences(self) -> int:
        """How many sentences are read."""
        return sum(len(d.sentences) for d in self.documents)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    corpus = gather(asked.sentences)
    print(f"{corpus.sentences} sentences in {len(corpus.documents)} documents")
    for cores in (1, 2):
        bare, whole = compare(corpus, cores=cores, rounds=asked.rounds)
        print(
            f"{cores} core(s): bare encoder {bare:7.1f}/s   "
            f"whole reading {whole:7.1f}/s   ratio {whole / bare:.2f}"
        )
    print(f"peak memory of a reading process: {peak_memory(corpus):.0f} MiB")
    print(f"cold start to first claim: {cold_start():.2f} s")


def compare(corpus: Corpus, *, cores: int, rounds: int) -> tuple[float, float]:
    """Give sentences a second of the bare encoder and of the whole reading."""
    bare = _bare_reading(corpus, cores)
    whole = _whole_reading(corpus, cores)
    times = [(_timed(bare), _timed(whole)) for _ in range(rounds)]
    return (
        corpus.sentences / min(t for t, _ in times),
        corpus.sentences / min(t for _, t in times),
    )


def gather(wanted: int) -> Corpus:
    """Take whole documents until there are enough sentences."""
    raws, documents, count = [], [], 0
    for raw in _texts():
        document = make_document(raw)
        raws.append(raw)
        documents.append(document)
        count += len(document.sentences)
        if count >= wanted:
            break
    return Corpus(raws, documents)


def peak_memory(corpus: Corpus) -> float:
    """Give the peak resident size, in MiB, of a fresh process that reads it all."""
    rows = [json.dumps({"text": raw.content.decode()}) for raw in corpus.raws]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("\n".join(rows), "utf-8")
        command = [sys.executable, "-c", _PEAK, "read", str(path)]
        command += ["--format", "jsonl", "-o", str(Path(folder) / "claims.jsonl")]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    return int(done.stderr.split()[-1]) / 1024


def cold_start() -> float:
    """Give seconds from the command to the claims of one sentence, best of three."""
    command = [sys.executable, "-m", "realpolitik.cli", "read", "-"]
    text = b"Russia and Israel signed a trade agreement on Monday."

    def once() -> None:
        subprocess.run(command, input=text, check=False, capture_output=True)

    return min(_timed(once) for _ in range(3))


def _texts() -> Iterator[RawDocument]:
    folder = shared_folder()
    if folder is None or not (folder / "docs").is_dir():
        found = list(open_sources([str(ROOT / "examples" / "documents")]))
        raws = [raw for raw in found if isinstance(raw, RawDocument)]
        return itertools.chain.from_iterable(itertools.repeat(raws, 20))
    docs = folder / "docs"
    names = ("kremlin.jsonl", "free_docs.jsonl", "world_docs.jsonl.gz")
    rows = [_rows(docs / name) for name in names]
    return itertools.chain.from_iterable(zip(*rows, strict=False))


def _rows(path: Path) -> Iterator[RawDocument]:
    with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            yield RawDocument("row", text.encode(), format="text")


def _whole_reading(corpus: Corpus, cores: int) -> Callable[[], None]:
    """One process a core, as `add` and `read` work; loading is not counted."""
    pipeline = Pipeline.load()

    def alone() -> None:
        for _ in read_all(corpus.raws, pipeline=pipeline):
            pass

    def shared() -> None:
        for _ in read_all(corpus.raws, workers=cores):
            pass

    return alone if cores == 1 else shared


def _bare_reading(corpus: Corpus, cores: int) -> Callable[[], None]:
    """Feed the same batches to the encoder alone, one session a core."""
    sessions = [_bare_encoder() for _ in range(cores)]
    feeds = list(_feeds(corpus))

    def run(share: int) -> None:
        for feed in feeds[share::cores]:
            sessions[share].run(None, feed)

    def all_cores() -> None:
        with ThreadPoolExecutor(cores) as pool:
            list(pool.map(run, range(cores)))

    return all_cores


def _feeds(corpus: Corpus) -> Iterator[Feed]:
    pieces = Pipeline.load().reader.sight.pieces
    for document in corpus.documents:
        sentences = dict.fromkeys(s for _, s in sentences_to_read(document))
        laid = [pieces.lay(sentence) for sentence in sentences]
        for batch in batches(laid):
            feed = first_pass([laid[i] for i in batch])
            yield {name: feed[name] for name in feed if name != "first"}


def _bare_encoder() -> onnxruntime.InferenceSession:
    """Cut the shipped graph where the words are picked from the hidden states."""
    import onnx  # slow to load, and reading processes import this module without need

    model = onnx.load(str(MODEL / "tags.onnx"))
    graph = model.graph
    pick = next(n for n in graph.node if n.op_type == "GatherElements")
    hidden = pick.input[0]
    needed, kept = {hidden}, []
    for node in reversed(graph.node):
        if needed.intersection(node.output):
            needed.update(node.input)
            kept.append(node)
    inputs = [i for i in graph.input if i.name in needed]
    output = onnx.helper.make_tensor_value_info(hidden, onnx.TensorProto.FLOAT, None)
    cut = onnx.helper.make_graph(
        kept[::-1], "encoder", inputs, [output], list(graph.initializer)
    )
    del model.graph.node[:]
    model.graph.CopyFrom(cut)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        model.SerializeToString(), options, providers=["CPUExecutionProvider"]
    )


def _timed(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
