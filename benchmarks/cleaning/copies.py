"""How well, and in what time, copies of texts are found in large sets.

    python -m benchmarks.cleaning.copies [NUMBER ...]     (default: 10000)

Texts are generated: of each ten, four are unrelated, two unrelated but with the same paragraph of background, two
copies of others (another page around them), one lightly edited (words changed, a sentence gone), one rewritten (half of
the sentences changed or gone). Signatures come from sitrep.clean, pairs from sitrep.resolve.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitrep.clean import clean, load_rules
from sitrep.records import Delivery
from sitrep.resolve.copies import alike_texts, band_keys, candidates

AS_OF = dt.date(2026, 11, 20)
SEED = 20240118
SENTENCES = 16
#: Share of runs of five words from which two texts are one made from the other (sitrep.resolve's own threshold).
LEAST = 0.4
NOUNS = (
    "gunman convoy bridge market soldier village road depot governor officer farmer driver rebel checkpoint border "
    "river school hospital truck station tower valley crowd minister spokesman commander patrol camp bomb shell drone "
    "rifle fire mosque church bus train port airport field forest hill tunnel wall gate court prison office shop house"
).split()
VERBS = "attacked burned crossed guarded raided left reached searched shelled closed opened stormed held took".split()
NAMES = "Karwat Dolna Hamrin Selburg Ostia Lumera Tarnia Orsk Marwan Berat Renn Maldo Dastan Orsic Vestrana".split()
#: What each ten texts are.
KINDS = "unrelated background unrelated copy light unrelated background heavy copy unrelated".split()
BACKGROUND = (
    "The conflict in the north began in 1998 when officers of the garrison at Orsk refused to hand in their arms. It "
    "has cost some forty thousand lives since, driven a million people from their homes and drawn in three neighbours. "
    "Two truces have failed. Under the last one, signed in Selburg under the eyes of the United Nations, both sides "
    "were to pull their heavy weapons back by fifteen kilometres and to free all prisoners, which neither has done."
)


@dataclass(frozen=True)
class Text:
    """A generated text: what it was made from, and how."""

    number: int
    kind: str  # unrelated, background, copy, light, heavy
    origin: int | None
    content: str


def sentence(dice: random.Random) -> str:
    """One sentence of news-like words."""
    words = f"{dice.choice(NAMES)} said on {dice.choice(['Monday', 'Tuesday', 'Friday'])} that {dice.randint(2, 90)}"
    for _ in range(dice.randint(2, 4)):
        words += f" {dice.choice(NOUNS)} {dice.choice(VERBS)} the {dice.choice(NOUNS)} near {dice.choice(NAMES)}"
    return words + "."


def texts(number: int) -> list[Text]:
    """The set, always the same for a number."""
    dice = random.Random(SEED)
    made: list[Text] = []
    sentences: dict[int, list[str]] = {}
    for at in range(number):
        kind = KINDS[at % 10]
        origin = None
        if kind in ("unrelated", "background"):
            own = [sentence(dice) for _ in range(SENTENCES)]
            sentences[at] = own
        else:
            origin = dice.choice([n for n in range(max(0, at - 200), at) if n in sentences])
            own = EDITS[kind](list(sentences[origin]), dice)
        parts = [f"{dice.choice(NOUNS)} {dice.choice(VERBS)} in {dice.choice(NAMES)} again".capitalize(), *own]
        content = "\n\n".join([*parts, BACKGROUND] if kind == "background" else parts)
        if kind == "copy":
            content = (
                f"By R. Roe\n\n{content}\n\nShare this: Facebook | Twitter\n\n© 2024 The Post. All rights reserved."
            )
        made.append(Text(at, kind, origin, content))
    return made


def light(own: list[str], dice: random.Random) -> list[str]:
    """A desk's edit: a sentence gone, a word changed in every fourth."""
    del own[dice.randrange(len(own))]
    return [_changed(s, dice) if dice.random() < 0.25 else s for s in own]


def heavy(own: list[str], dice: random.Random) -> list[str]:
    """A rewrite: a fourth of the sentences gone, a fourth new, words changed in others."""
    kept = [s for s in own if dice.random() > 0.25]
    return [sentence(dice) if dice.random() < 0.33 else _changed(s, dice) if dice.random() < 0.3 else s for s in kept]


def _changed(text: str, dice: random.Random) -> str:
    words = text.split()
    words[dice.randrange(len(words))] = dice.choice(NOUNS)
    return " ".join(words)


EDITS = {"copy": lambda own, _: own, "light": light, "heavy": heavy}


@dataclass(frozen=True)
class Result:
    """What was found of the pairs that there are, and the time it took."""

    recall: dict[str, float]
    precision: float
    seconds_signing: float
    seconds_joining: float


def measure(number: int) -> Result:
    """Cleans a generated set, joins its copies, and compares with what is known."""
    rules = load_rules()
    made = texts(number)
    names = [f"{t.number:07d}" for t in made]
    start = time.process_time()
    signatures: dict[str, tuple[int, ...]] = {}
    contents: dict[str, str] = {}
    for name, text in zip(names, made, strict=True):
        (document,) = clean(Delivery("bench", name, text.content.encode(), "text/plain"), name, AS_OF, rules)
        contents[name] = document.clean_text
        signatures[name] = document.signature
    signed = time.process_time()
    bands = ((band, name) for name, signature in signatures.items() for band in band_keys(signature))
    found = set(alike_texts(candidates(bands, signatures, signatures.keys(), LEAST), contents, LEAST))
    joined = time.process_time()
    return Result(_recall(made, names, found), _precision(made, names, found), signed - start, joined - signed)


def _recall(made: Sequence[Text], names: Sequence[str], found: set[tuple[str, str]]) -> dict[str, float]:
    shares = {}
    for kind in ("copy", "light", "heavy"):
        wanted = [(names[t.origin], names[t.number]) for t in made if t.kind == kind and t.origin is not None]
        shares[kind] = sum(pair in found or pair[::-1] in found for pair in wanted) / max(1, len(wanted))
    return shares


def _precision(made: Sequence[Text], names: Sequence[str], found: Iterable[tuple[str, str]]) -> float:
    """Pairs found that have one origin, of all that were found."""
    source = {names[t.number]: t.number if t.origin is None else t.origin for t in made}
    pairs = list(found)
    return sum(source[one] == source[other] for one, other in pairs) / max(1, len(pairs))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("numbers", type=int, nargs="*", default=[10_000])
    for number in parser.parse_args().numbers:
        result = measure(number)
        shares = ", ".join(f"{kind} {share:.4f}" for kind, share in result.recall.items())
        print(f"{number} texts: found of {shares}; right of those found {result.precision:.4f}")
        each = 1000 * result.seconds_joining / number
        print(f"  cleaning {1000 * result.seconds_signing / number:.2f} ms a text, joining {each:.3f} ms a text")


if __name__ == "__main__":
    main()
