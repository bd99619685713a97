"""The engine as machine code: used in place of the sources it was made of, and only while they are unchanged.

What belongs here: which modules may be compiled, whether a build is of these very sources, and importing it instead of
them. What does not: compiling (scripts/compile). Both give the same answers; the build takes less than half the time.
A build that is missing, or older than a source, is passed over: an edited module takes effect at once.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Iterable, Mapping, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_file_location
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "compiled"
MANIFEST = "manifest.json"

#: Folders of modules that are compiled, and single modules of others: where reading spends its time.
_FOLDERS = ("sitrep/extract", "sitrep/timex")
_MODULES = (
    "sitrep/ontology/actors.py",
    "sitrep/ontology/choosing.py",
    "sitrep/ontology/composing.py",
    "sitrep/ontology/context.py",
    "sitrep/ontology/event_type.py",
    "sitrep/ontology/gazetteer.py",
    "sitrep/ontology/matching.py",
    "sitrep/ontology/place_table.py",
    "sitrep/ontology/whole.py",
    "sitrep/ontology/patterns/forms.py",
    "sitrep/ontology/patterns/lexicon.py",
    "sitrep/records.py",
)
#: Whose sources the compiled modules are bound to.
_BOUND = ("sitrep/extract", "sitrep/ontology", "sitrep/timex", "sitrep/records.py")
#: Read once a batch, or by people.
_PLAIN = frozenset({"__init__.py", "batch.py", "tracing.py"})


def sources() -> list[Path]:
    """The modules that may be compiled, relative to the checkout."""
    found = [path for folder in _FOLDERS for path in (ROOT / folder).glob("*.py") if path.name not in _PLAIN]
    return sorted([*(path.relative_to(ROOT) for path in found), *map(Path, _MODULES)])


def fingerprint() -> str:
    """What a build is made of: the sources, all that they are bound to, and the Python it is for."""
    digest = hashlib.sha256(f"{sys.version}\0{sysconfig.get_config_var('EXT_SUFFIX')}".encode())
    for file in sorted(file for part in _BOUND for file in _files(ROOT / part)):
        digest.update(f"\0{file.relative_to(ROOT).as_posix()}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _files(part: Path) -> Iterable[Path]:
    return [part] if part.is_file() else part.rglob("*.py")


def built(folder: Path = FOLDER) -> dict[str, Path]:
    """The compiled modules by name; none where there is no build of these sources."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
        if manifest["fingerprint"] != fingerprint():
            return {}
        return {name: folder / file for name, file in manifest["modules"].items()}
    except (OSError, ValueError, KeyError):
        return {}


class Finder(MetaPathFinder):
    """Finds the compiled modules before their sources."""

    def __init__(self, modules: Mapping[str, Path]) -> None:
        self.modules = modules

    def find_spec(
        self, fullname: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a module of the build lies; None for all others."""
        file = self.modules.get(fullname)
        return spec_from_file_location(fullname, file) if file is not None else None


def use(folder: Path = FOLDER) -> bool:
    """Lets the modules of a build be imported, if it is of these sources and SITREP_COMPILED is not 0."""
    modules = built(folder) if os.environ.get("SITREP_COMPILED") != "0" else {}
    if modules:
        sys.meta_path.insert(0, Finder(modules))
    return bool(modules)


def is_used() -> bool:
    """Whether the engine that reads texts runs compiled."""
    from sitrep.extract import engine

    return not str(engine.__file__).endswith(".py")
