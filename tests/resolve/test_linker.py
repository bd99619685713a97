"""Incidents kept up to date: what is linked step by step is what is linked at once."""

import random

import pytest

from benchmarks.resolution.stream import make_stream, stage_frames
from sitrep import schemas
from sitrep.resolve import tables
from sitrep.resolve.linker import Linker, cluster
from sitrep.resolve.memory import Memory
from sitrep.resolve.model import ResolveOptions
from sitrep.resolve.pool import Pool
from sitrep.resolve.recall import Recall
from sitrep.resolve.texts import read_texts


@pytest.fixture(scope="module")
def accounts(types):
    frames = stage_frames(make_stream(60, seed=5))
    documents = tables.rows(frames.document, schemas.DOCUMENT)
    texts = read_texts(documents, tables.rows(frames.delivery, schemas.DELIVERY), Memory(), ResolveOptions())
    return Recall(texts, Memory(), types).take_new(frames)


def plain(linker):
    clusters = {frozenset(members) for members in linker.members.values() if members}
    unresolved = {key: reason for key in linker.pool.accounts if (reason := linker.open_reason(key))}
    return clusters, unresolved, linker.evidence.listed()


@pytest.mark.parametrize("seed", range(4))
def test_linking_in_steps_is_linking_at_once(types, accounts, seed):
    chance = random.Random(seed)
    shuffled = chance.sample(accounts, len(accounts))
    linker = Linker(Pool(), types)
    while shuffled:
        size = chance.choice((1, 5, 40, 200))
        batch, shuffled = shuffled[:size], shuffled[size:]
        linker.update(batch)
    assert plain(linker) == plain(cluster(accounts, types))


@pytest.mark.parametrize("seed", range(4))
def test_taking_accounts_out_leaves_what_the_rest_alone_would_give(types, accounts, seed):
    chance = random.Random(seed)
    linker = Linker(Pool(), types)
    linker.update(accounts)
    present = {account.key: account for account in accounts}
    for _ in range(6):
        gone = chance.sample(sorted(present), min(len(present), chance.choice((1, 7, 30))))
        back = {key: present[key] for key in gone if chance.random() < 0.3}
        linker.update(back.values(), gone)
        for key in gone:
            if key not in back:
                del present[key]
        assert plain(linker) == plain(cluster(present.values(), types))


def test_only_what_is_touched_is_reported(types, accounts):
    linker = Linker(Pool(), types)
    linker.update(accounts[1:])
    before = {name: set(members) for name, members in linker.members.items() if members}
    touched = linker.update(accounts[:1])
    after = {name: set(members) for name, members in linker.members.items() if members}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed <= touched
    assert len(touched) <= 5
