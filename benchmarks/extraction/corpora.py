"""What the engine finds in corpora that others marked by hand, with their own scorers.

    python -m benchmarks.extraction.corpora [muc4 | plover | wikievents | rams ...]

The corpora stand in ../shared/corpora beside the project; where they are absent this says so and ends. MUC-4 and PLOVER
are cut in halves by the hash of the document's id: `seen` may be studied, `unseen` is scored only, so that the two
columns tell how general the rules are. Errors by cause are told of the seen half alone.

What belongs here: running a corpus and printing its tables. What does not: causes of errors (causes.py), what is handed
over to MUC-4's scorer (answers.py), scoring.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb

from benchmarks.extraction.answers import answers
from benchmarks.extraction.causes import causes

SHARED = Path(__file__).parents[3] / "shared" / "corpora"
HALVES = ("seen", "unseen")
#: The command line, as this Python has it.
RUN = "from dagster_project.cli import main; main()"
Figures = Mapping[str, str]
#: Beside what MUC-4 asks for: all that sitrep reports, and the same as the corpora's own adapter hands it over.
_ALL_TOLD, _SHARED_FORM = " (all that is told)", " (all, by the shared adapter)"


@dataclass(frozen=True)
class Corpus:
    """A corpus: its folder, the prefix of its documents' addresses, the file with the answers, how it is scored."""

    folder: str
    prefix: str
    gold: str
    in_halves: bool
    score: Callable[[Path, Path, Path], Figures]  # corpus, gold of the half, home


def half_of(doc_id: str) -> str:
    """The half in which a document is, for good."""
    return HALVES[int(hashlib.sha256(doc_id.encode()).hexdigest(), 16) % 2]


def python(*arguments: object) -> str:
    """What another program prints; its own message where it fails."""
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, arguments))} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def score_muc4(corpus: Path, gold: Path, home: Path) -> Figures:
    """Precision, recall and F1 of each measure and of each type of incident."""
    figures = home / "figures.json"
    forms = {form: home / f"answers{number}.jsonl" for number, form in enumerate(("", _ALL_TOLD, _SHARED_FORM))}
    with duckdb.connect(str(warehouse(home)), read_only=True) as connection:
        for form in ("", _ALL_TOLD):
            lines = (json.dumps(line) + "\n" for line in answers(connection, all_told=bool(form)))
            forms[form].write_text("".join(lines), encoding="utf-8")
    python(SHARED / "adapter.py", "events", warehouse(home), forms[_SHARED_FORM], "--prefix", "muc4")
    found: dict[str, str] = {}
    for form, given in forms.items():
        python(corpus / "score.py", gold, given, "--json", figures)
        found |= {
            f"{name}{form}": f"{f['p']:.3f} {f['r']:.3f} {f['f1']:.3f}" if "f1" in f else f"{f['value'] or 0:17.3f}"
            for name, f in json.loads(figures.read_text()).items()
            if isinstance(f, dict) and ("f1" in f or "value" in f)
        }
    return {**found, **by_type(module(corpus / "score.py"), read_lines(gold), read_lines(forms[""]))}


def by_type(scorer: ModuleType, gold: Sequence[Any], given: Sequence[Any]) -> Figures:
    """Precision, recall and F1 of each type of incident, by documents and number."""
    system = {line["doc_id"]: line["events"] for line in given}
    found = {}
    for kind in sorted({t for line in gold for incident in line["incidents"] for t in incident["type_alternatives"]}):
        count = scorer.Count()
        for line in gold:
            types = [scorer.TYPE_MAP.get(event["type"]) for event in system.get(line["doc_id"], ())]
            wanted = [i for i in line["incidents"] if kind in i["type_alternatives"]]
            required = [{kind} for i in wanted if not i["optional"]]
            optional = [{kind} for i in wanted if i["optional"]]
            scorer.type_count(count, required, optional, [t for t in types if t == kind])
        figures = count.out()
        found[f"type: {kind}"] = f"{figures['p']:.3f} {figures['r']:.3f} {figures['f1']:.3f}"
    return found


def score_plover(corpus: Path, gold: Path, home: Path) -> Figures:
    """Recall, precision, source and target, and how many of each event are found."""
    printed = python(corpus / "score.py", warehouse(home), "--gold", gold)
    found = {name: value for value, name in re.findall(r"^([\d.]+)  (\w+)", printed, re.MULTILINE)}
    return {**found, **{f"event: {name}": share for name, share in re.findall(r"'(\w+)': '(\d+/\d+)'", printed)}}


def score_arguments(corpus: Path, _gold: Path, home: Path) -> Figures:
    """Every measure of the scorers of WikiEvents and RAMS."""
    figures = home / "figures.json"
    python(corpus / "score.py", warehouse(home), "--json", figures)
    return {name: f"{f['value']:.3f}" for name, f in _measures(json.loads(figures.read_text())).items()}


def _measures(content: Mapping[str, Any]) -> dict[str, Any]:
    """The measures of a scorer's file, wherever in it they stand."""
    found: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            found |= {name: value} if "value" in value else _measures(value)
    return found


CORPORA = {
    "muc4": Corpus("muc4_dev", "muc4", "templates.jsonl", in_halves=True, score=score_muc4),
    "plover": Corpus("plover_dev", "plover", "records.jsonl", in_halves=True, score=score_plover),
    "wikievents": Corpus("wikievents_dev", "wikievents", "records.jsonl", in_halves=False, score=score_arguments),
    "rams": Corpus("rams_dev", "rams", "records.jsonl", in_halves=False, score=score_arguments),
}


def warehouse(home: Path) -> Path:
    """The warehouse of a run."""
    return home / "warehouse" / "sitrep.duckdb"


def read_lines(path: Path) -> list[Any]:
    """The lines of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def module(path: Path) -> ModuleType:
    """A scorer as a module."""
    spec = importlib.util.spec_from_file_location(path.parent.name, path)
    assert spec is not None
    assert spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def measure(corpus: Corpus, half: str, home: Path) -> tuple[Figures, Mapping[str, int]]:
    """Runs the documents of one half ("all": every one) and scores them; the causes of errors of what may be seen."""
    folder = SHARED / corpus.folder
    for name in dict.fromkeys(("documents.jsonl", corpus.gold)):
        lines = [line for line in read_lines(folder / name) if half in ("all", half_of(line["doc_id"]))]
        (home / name).write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    landing = home / f"{corpus.prefix}.jsonl"
    python(SHARED / "adapter.py", "landing", home / "documents.jsonl", landing, "--prefix", corpus.prefix)
    python("-c", RUN, "run", landing, "--home", home / "home")
    figures = corpus.score(folder, home / corpus.gold, home / "home")
    told = causes(warehouse(home / "home"), read_lines(home / corpus.gold)) if half == "seen" else {}
    return figures, told


def show(name: str, columns: Mapping[str, Figures], told: Mapping[str, int]) -> None:
    """Prints the table of a corpus."""
    unit = " (precision recall F1)" if name == "muc4" else ""
    print(f"\n{name}{unit}\n{'':52}" + "".join(f"{half:>22}" for half in columns))
    for measured in dict.fromkeys(m for figures in columns.values() for m in figures):
        print(f"{measured:52}" + "".join(f"{figures.get(measured, '-'):>22}" for figures in columns.values()))
    for cause, number in told.items():
        print(f"{number:5}  {cause}")


def main(names: Sequence[str]) -> None:
    """Measures the corpora that are asked for, or all."""
    if unknown := [name for name in names if name not in CORPORA]:
        sys.exit(f"no corpus {', '.join(unknown)}; there are {', '.join(CORPORA)}")
    if not SHARED.is_dir():
        print(f"The corpora are not part of the project, and {SHARED} is not there: nothing to measure.")
        return
    for name in names or CORPORA:
        corpus, columns, told = CORPORA[name], {}, {}
        for half in HALVES if corpus.in_halves else ("all",):
            with tempfile.TemporaryDirectory(prefix="sitrep-corpus-") as folder:
                columns[half], of_half = measure(corpus, half, Path(folder))
                told = of_half or told
        show(name, columns, told)


if __name__ == "__main__":
    main(sys.argv[1:])
