"""Short reports for whole runs: plain enough that any engine of this project reads them.

What belongs here: texts, and writing them to a folder. What does not: expectations on what an engine reads in them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

AS_OF = "2024-03-10"

QUETTA = """Gunmen kill five soldiers near Quetta

QUETTA, Pakistan, March 5, 2024 - Gunmen killed five soldiers and wounded eight others in an ambush on a military
convoy near Quetta on Tuesday, police said.

The Baloch Liberation Army claimed responsibility for the attack.
"""
QUETTA_OTHER = """Seven troops dead in Balochistan ambush

March 6, 2024 - Seven Pakistani soldiers were killed when militants ambushed a convoy near Quetta on Tuesday,
hospital officials said. A military spokesman said the troops were returning to their base.
"""
KHARTOUM = """Shelling of Khartoum market kills at least 12 civilians

KHARTOUM, March 4, 2024 - Shelling by the Rapid Support Forces killed at least 12 civilians at a market in Khartoum
on Monday, doctors said. Another 30 people were wounded.
"""
MOGADISHU = """Car bomb in Mogadishu kills three

MOGADISHU, March 7, 2024 - A car bomb exploded outside a hotel in Mogadishu on Thursday, killing three people and
injuring nine, police said. Al-Shabaab said it had carried out the bombing.
"""
ISLAMABAD = """Pakistan condemns strike

ISLAMABAD, March 8, 2024 - Pakistan condemned an air strike on a hospital in Gaza that killed 20 people on Thursday.
The foreign ministry called for a ceasefire.
"""
MOPTI = """Four soldiers killed in Mopti

MOPTI, Mali, March 6, 2024 - Fighters of the Dune Falcons killed four soldiers at a checkpoint near Mopti on
Tuesday, officials said.
"""
REPORTS: Mapping[str, str] = {
    "quetta.txt": QUETTA,
    "quetta-other.txt": QUETTA_OTHER,
    "khartoum.txt": KHARTOUM,
    "mogadishu.txt": MOGADISHU,
    "islamabad.txt": ISLAMABAD,
}
PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4


def write_reports(folder: Path, *names: str) -> Path:
    """Some of the reports (all, where none is named) as files, each with a sidecar that dates it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or REPORTS:
        day = next(line for line in REPORTS[name].splitlines() if "March" in line).partition("March ")[2][0]
        (folder / name).write_text(REPORTS[name], encoding="utf-8")
        sidecar = {"url": f"https://example.org/{name}", "published": f"2024-03-0{day}", "publisher": f"The {name}"}
        (folder / f"{name}.meta.json").write_text(json.dumps(sidecar))
    return folder


def write_bytes(folder: Path, **files: bytes) -> Path:
    """Files of any content; double underscores in a name stand for the dot."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("__", ".")).write_bytes(content)
    return folder


def write_text(folder: Path, **files: str) -> Path:
    """Files of other texts than the reports; double underscores in a name stand for the dot."""
    return write_bytes(folder, **{name: text.encode() for name, text in files.items()})
