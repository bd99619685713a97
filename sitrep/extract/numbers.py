"""How many a noun phrase speaks of, as a range.

What belongs here: digits, number words, vague amounts and the words before them. What does not: who is counted.
"at least 6" has no upper bound, "up to 10" is 0 to 10; what "dozens" is read as stands in words.yaml.
"""

from __future__ import annotations

from sitrep.ontology.patterns.lexicon import PLUS, Lexicon

Count = tuple[int, int | None]

_OPEN = frozenset(
    """at_least more_than no_fewer_than no_less_than not_less_than not_fewer_than
    upwards_of in_excess_of over above well_over a_minimum_of
    upward_of the_least""".split()
)  # fmt: skip
OR_MORE = " or more"
_ONE = frozenset({"a", "an", "another"})
_UNCOUNTED = frozenset({"many", "number", "numerous", "countless", "untold"})  # "a number of wounded": no number said
_YEARS = frozenset({"year", "years", "month", "months"})
_NOBODY = frozenset({"no", "none", "nobody", "no one"})
#: The least that a round number of units stands for.
_ROUND = {"tens of": 20, "tens": 20, "hundreds of": 200, "hundreds": 200, "dozens of": 24}
#: "several hundred": as many as "hundreds".
_FEW, _DOZEN = frozenset({"several", "few"}), 12
_UP_TO = frozenset("up_to at_most no_more_than as_many_as less_than fewer_than not_more_than under".split())


def is_counted(words: list[str], tags: list[str], first: int, head: int) -> bool:
    """'three airliners', 'a bus', 'another bus': so many, or one that the text brings in."""
    return words[first] in _ONE or "c" in tags[first:head]


def count_of(words: list[str], tags: list[str], first: int, last: int, lexicon: Lexicon) -> Count | None:
    """The number that the atoms [first, last) of a noun phrase state, if they state one."""
    if words[first] == "both" and first and words[first - 1] == ",":
        return None  # "two clerics, both Kenyan": counted before
    start = first
    while start < last and tags[start] != "c":
        start += 1
    if start >= last:
        return _collective(words, tags, first, last, lexicon)
    stop = start
    while stop < last and (tags[stop] == "c" or words[stop] in ("and", "-")):
        stop += 1
    value = read_number(words[start:stop], lexicon)
    if value is None:
        return None
    if words[stop : stop + 1] != [] and words[stop] in _YEARS and words[stop + 1 : stop + 2] == ["old"]:
        return _collective(words, tags, first, start, lexicon)  # "a 22 year old officer": his age
    bounds = {words[i].replace(" ", "_") for i in range(first, start)}
    if bounds & _UP_TO:
        return 0, value[1]
    if bounds & _OPEN:
        return value[0], None
    return value


def read_number(words: list[str], lexicon: Lexicon) -> Count | None:
    """The number that a run of words names: 'two hundred', '1,299', 'two dozen', 'dozens of', '5-7'."""
    if len(words) == 2 and (words[0].endswith("s of") or words[0] in _FEW):
        return _times(words[0], words[1], lexicon)
    total, current, seen = 0, 0, False
    upper: int | None = None
    for index, word in enumerate(words):
        if word == "and":
            continue
        part = _one_word(word, lexicon)
        if word in _ROUND and words[index + 1 :]:
            times = lexicon.scales.get(words[index + 1].removesuffix("s"))  # "tens of thousands"
            return (_ROUND[word] * times, None) if times is not None else part
        if part is None:
            return None
        low, high = part
        if word in lexicon.scales and seen:
            current = max(1, current) * low
            if low >= 1000:
                total, current = total + current, 0
        elif word in ("dozen", "hundred", "thousand", "score") and seen:
            current *= low
        elif high is None or high != low:
            return low * max(1, current), None if high is None else high * max(1, current)
        else:
            current += low
        seen = True
    total += current
    return (total, upper if upper is not None else total) if seen else None


def _times(many: str, scale: str, lexicon: Lexicon) -> Count | None:
    """'tens of thousands', 'several hundred', 'a few dozen': at least so many."""
    if many in _FEW:
        each = _DOZEN if scale == "dozen" else lexicon.scales.get(scale)
        return (2 * each, None) if each is not None else None
    least, times = _one_word(many, lexicon), lexicon.scales.get(scale.removesuffix("s"))
    return (least[0] * times, None) if least is not None and times is not None else None


def _one_word(word: str, lexicon: Lexicon) -> Count | None:
    plain = word.replace(",", "")
    if plain.isdigit():
        return (int(plain), int(plain)) if len(plain) < 8 else None
    if word in lexicon.numbers:
        return lexicon.numbers[word], lexicon.numbers[word]
    if word in lexicon.scales:
        return lexicon.scales[word], lexicon.scales[word]
    if word in lexicon.vague:
        return lexicon.vague[word]
    if word.endswith(OR_MORE) or "-" in word or " to " in word:
        return _several(word, lexicon)
    for part in reversed(word.split()):  # units: "a number of", "dozens of", "tens of thousands of"
        if part in lexicon.vague and part != "number":
            low, high = lexicon.vague[part]
            return (low * 10, high) if word.startswith("tens of") and part == "thousands" else (low, high)
    if "number" in word:
        return lexicon.vague["number"]
    return None


def _several(word: str, lexicon: Lexicon) -> Count | None:
    """'25 or more', 'twenty-six', '5-7', 'five to seven'."""
    if word.endswith(OR_MORE):
        least = _one_word(word.removesuffix(OR_MORE), lexicon)
        return (least[0], None) if least is not None else None
    return _hyphened(word, lexicon) if "-" in word else _range(word, lexicon)


def _range(word: str, lexicon: Lexicon) -> Count | None:
    """'five to seven': from one number to a greater one."""
    low, high = (_one_word(part, lexicon) for part in word.split(" to ", 1))
    if low is None or high is None or high[1] is None or low[0] > high[1]:
        return None
    return low[0], high[1]


def _hyphened(word: str, lexicon: Lexicon) -> Count | None:
    """'twenty-six' is a sum, '5-7' a range, '180-plus' a least."""
    first, _, second = word.partition("-")
    if second in PLUS and first.isdigit():
        return int(first), None
    low, high = _one_word(first, lexicon), _one_word(second, lexicon)
    if low is None or high is None or low[1] is None or high[1] is None:
        return None
    if first.isdigit():
        return (low[0], high[0]) if low[0] <= high[0] else None
    return low[0] + high[0], low[0] + high[0]


def _collective(words: list[str], tags: list[str], first: int, last: int, lexicon: Lexicon) -> Count | None:
    """'one of its colonels' is one; 'no casualties' is none."""
    is_both = False
    for index in range(first, last):
        word = words[index]
        if tags[index] == "K" and word.startswith(("one of", "a member of", "each of")):
            return 1, 1
        if word in _NOBODY:
            return 0, 0
        if word == "both":
            is_both = True
    return lexicon.vague["both"] if is_both else None


def is_unnumbered(words: list[str]) -> bool:
    """Whether a phrase tells of several without a number: 'a number of wounded', but not 'as many as 43'."""
    return bool(_UNCOUNTED & {part for word in words if word != "as many as" for part in word.split()})


def says_number(words: list[str], lexicon: Lexicon) -> bool:
    """'over 20', 'at least a hundred', not 'dozens of': whether words name a number."""
    opening = [word.split("-")[0] for word in words]
    return any(word[:1].isdigit() or word in lexicon.numbers or word in lexicon.scales for word in opening)
