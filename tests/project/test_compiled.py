"""The engine as machine code: used only where it is of these very sources, and with the same answers.

What belongs here: when a build is used, and that it changes no answer. What does not: how fast it is (benchmarks).
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sitrep import compiled

ROOT = Path(__file__).parents[2]

#: Prints whether the engine is compiled, then what it reads in the sample reports.
READ_ALL = """
import datetime as dt
from pathlib import Path
from sitrep import compiled
from sitrep.clean import clean, load_rules
from sitrep.extract import extract
from sitrep.ontology import load
from sitrep.sources import document_id, read_paths
day, rules, ontology = dt.date(2026, 1, 1), load_rules(), load()
print("compiled" if compiled.is_used() else "plain")
for delivery in read_paths([Path("corpus")]):
    for document in clean(delivery, document_id(delivery.payload), day, rules):
        if document.problem is None:
            print(extract(document, ontology, day))
"""


def read_all(**environment: str) -> tuple[str, str]:
    """Which engine a process of its own uses, and what it reads."""
    command = [sys.executable, "-c", READ_ALL]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=os.environ | environment, check=False)
    assert done.returncode == 0, done.stderr
    which, _, read = done.stdout.partition("\n")
    return which, read


def manifest(folder: Path, fingerprint: str) -> Path:
    """A folder that holds the manifest of a build."""
    modules = {"sitrep.extract.text": "sitrep/extract/text.so"}
    (folder / compiled.MANIFEST).write_text(json.dumps({"fingerprint": fingerprint, "modules": modules}))
    return folder


def test_a_build_of_these_sources_is_used(tmp_path: Path) -> None:
    found = compiled.built(manifest(tmp_path, compiled.fingerprint()))
    assert found == {"sitrep.extract.text": tmp_path / "sitrep/extract/text.so"}


@pytest.mark.parametrize("made_of", ["other sources", None])
def test_a_build_of_other_sources_or_none_is_passed_over(tmp_path: Path, made_of: str | None) -> None:
    assert compiled.built(manifest(tmp_path, made_of) if made_of else tmp_path) == {}


def test_a_broken_manifest_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / compiled.MANIFEST).write_text("{")
    assert compiled.built(tmp_path) == {}


def test_every_module_to_compile_exists_and_is_named_once() -> None:
    files = compiled.sources()
    assert files == sorted(set(files))
    assert [file for file in files if not (ROOT / file).is_file()] == []


def test_no_compiled_module_uses_what_the_compiler_reads_otherwise() -> None:
    """mypyc computes a cached property at every use, puts the file of a module elsewhere, and cannot copy objects."""
    asked = ("cached_property", "__file__", "import copy", "from copy", "pickle")
    assert [(str(f), word) for f in compiled.sources() for word in asked if word in (ROOT / f).read_text()] == []


def test_no_compiled_module_names_two_constants_alike() -> None:
    """mypyc makes no code where a name of a module is given twice, and the second would stand for the first as well."""
    twice = []
    for file in compiled.sources():
        made = [
            node for node in ast.parse((ROOT / file).read_text()).body if isinstance(node, ast.Assign | ast.AnnAssign)
        ]
        targets = [
            target for node in made for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        ]
        names = [name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)]
        twice += [f"{file}: {name}" for name in sorted(set(names)) if names.count(name) > 1]
    assert twice == []


def test_no_compiled_module_compares_with_a_list_of_unknown_length() -> None:
    """mypyc ends with an error of its own at a starred item in what is compared: `x in (one, *others)`."""
    found = [
        f"{file}:{node.lineno}"
        for file in compiled.sources()
        for node in ast.walk(ast.parse((ROOT / file).read_text()))
        if isinstance(node, ast.Compare) and any(_has_star(other) for other in node.comparators)
    ]
    assert found == []


def _has_star(node: ast.expr) -> bool:
    items = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else []
    return any(isinstance(item, ast.Starred) for item in items)


def test_the_engine_in_use_is_the_one_that_is_built() -> None:
    assert compiled.is_used() == (bool(compiled.built()) and os.environ.get("SITREP_COMPILED") != "0")


def test_plain_python_can_be_asked_for() -> None:
    which, read = read_all(SITREP_COMPILED="0")
    assert which == "plain"
    assert "Mention(" in read


def test_without_a_compiler_it_says_so_and_ends_well(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sitrep", tmp_path / "sitrep", ignore=shutil.ignore_patterns("*.yaml", "__pycache__"))
    (tmp_path / "scripts").mkdir()
    script = shutil.copy(ROOT / "scripts" / "compile", tmp_path / "scripts")
    environment = os.environ | {"CC": "no-such-compiler"}
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "no C compiler (no-such-compiler) was found: sitrep runs as plain Python, "
        "with the same answers at less than half of the speed\n",
        "",
    )


@pytest.mark.system
def test_compiled_and_plain_read_the_same() -> None:
    if shutil.which("cc") is None:
        pytest.skip("no C compiler: the engine runs as plain Python here")
    done = subprocess.run([sys.executable, "scripts/compile"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "could not" not in done.stdout, (ROOT / "build" / "compiled.log").read_text()[-2000:]
    fast, plain = read_all(), read_all(SITREP_COMPILED="0")
    assert (fast[0], plain[0]) == ("compiled", "plain")
    assert fast[1] == plain[1]
