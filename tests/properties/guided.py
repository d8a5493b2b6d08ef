"""Coverage-guided fuzzing of validation: bytes that reach new code are kept and changed further.

    python tests/properties/guided.py FOLDER SUFFIX [libFuzzer's options and folders of inputs]

`run` starts that for one language and waits. Only our validation is instrumented. libFuzzer itself watches the time and
the memory of each case; what it finds it leaves in a file of FOLDER.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from properties.hostile_words import TOKENS

ROOT: Final = Path(__file__).parents[2]
SUFFIXES: Final = {".yaml": (".yaml",), ".json": (".json",), ".jsonl": (".jsonl", ".json")}
"""Language → suffixes of the examples that it begins with."""
MISSING: Final = "skipped: atheris is not installed (pip install '.[fuzz]')"
CASE_S: Final = 10
"""How long one case may take, which is at most `MOST_BYTES` long."""
MOST_BYTES: Final = 4096
MEMORY_MB: Final = 1024
_COUNT: Final = re.compile(r"stat::number_of_executed_units:\s*(\d+)|^Done (\d+) runs", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guided:
    """What came of one language."""

    cases: int
    found: tuple[bytes, ...]
    """Inputs that raised, hung or took too much memory."""
    complaint: str
    """What the engine says of the first of them: the traceback. Empty if there is none."""


def is_available() -> bool:
    """Whether the fuzzing engine is installed."""
    return find_spec("atheris") is not None


def run(suffix: str, seconds: int, seed: int) -> Guided:
    """Fuzzes one language in a process of its own, beginning with the examples."""
    with TemporaryDirectory(prefix="guided-") as name:
        folder = Path(name)
        for part in ("inputs", "found"):
            (folder / part).mkdir()
        _examples(folder / "inputs", suffix)
        (folder / "words").write_text("".join(map(_word, TOKENS)), encoding="ascii")
        options = [
            f"-max_total_time={seconds}", f"-seed={seed + 1}", f"-timeout={CASE_S}", f"-max_len={MOST_BYTES}",
            f"-rss_limit_mb={MEMORY_MB}", f"-artifact_prefix={folder}/found/", f"-dict={folder}/words", "-print_final_stats=1",
        ]  # fmt: skip
        command = [sys.executable, __file__, name, suffix, *options, str(folder / "inputs")]
        path = os.pathsep.join(filter(None, (str(ROOT / "tests"), os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONPATH": path}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, errors="replace", check=False)
        found = tuple(file.read_bytes() for file in sorted((folder / "found").iterdir()))
    output = done.stdout + done.stderr
    counts = [int(number) for pair in _COUNT.findall(output) for number in pair if number]
    if not counts or (done.returncode and not found):
        raise RuntimeError(f"the fuzzing engine did not run: {output[-3000:]}")
    complaint = output[output.rfind("=== Uncaught Python exception") :] if found else ""
    return Guided(cases=max(counts), found=found, complaint=complaint[:3000])


def _examples(folder: Path, suffix: str) -> None:
    files = (file for file in sorted((ROOT / "examples").rglob("*")) if file.suffix in SUFFIXES[suffix])
    for number, file in enumerate(files):
        (folder / str(number)).write_bytes(file.read_bytes()[:MOST_BYTES])


def _word(token: str) -> str:
    """A line of libFuzzer's dictionary."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in token.encode("utf-8", "surrogatepass")) + '"\n'


def main(folder: str, suffix: str, options: list[str]) -> None:
    """Fuzzes in this process, until libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=["openmetadata_provider.validation"], enable_loader_override=False):
        from openmetadata_provider.validation.run import Options
        from properties.hostile import OPTIONS, survives
    fast = Options(kind=OPTIONS.kind)  # lines of JSON Lines that pass are passed over

    def case(data: bytes) -> None:
        survives(Path(folder), data, suffix)
        survives(Path(folder), data, suffix, fast)

    atheris.Setup([sys.argv[0], *options], case)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
