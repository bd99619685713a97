"""Incidents kept up to date: what is linked step by step is what is linked at once."""

import random

import pytest

from benchmarks.resolution.stream import make_stream, stage_frames
from sitrep.resolve import resolution
from sitrep.resolve.accounts import accounts_of, unresolved_reason
from sitrep.resolve.linker import Linker, cluster, clustering_of
from sitrep.resolve.model import ResolveOptions
from sitrep.resolve.pool import Pool


@pytest.fixture(scope="module")
def accounts(types):
    frames = stage_frames(make_stream(60, seed=5))
    material = resolution._material(frames, resolution._texts(frames, ResolveOptions()), types)
    happenings = [row for row in material.mentions.values() if unresolved_reason(row, types) is None]
    return accounts_of(material, happenings)


def plain(clustering):
    clusters = {frozenset(account.key for account in members) for members in clustering.clusters}
    return clusters, clustering.unresolved, list(clustering.decisions)


@pytest.mark.parametrize("seed", range(12))
def test_linking_in_steps_is_linking_at_once(types, accounts, seed):
    chance = random.Random(seed)
    shuffled = chance.sample(accounts, len(accounts))
    linker = Linker(Pool(), types)
    while shuffled:
        size = chance.choice((1, 5, 40, 200))
        batch, shuffled = shuffled[:size], shuffled[size:]
        linker.update(batch)
    assert plain(clustering_of(linker)) == plain(cluster(accounts, types))


@pytest.mark.parametrize("seed", range(12))
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
        assert plain(clustering_of(linker)) == plain(cluster(present.values(), types))


def test_only_what_is_touched_is_reported(types, accounts):
    linker = Linker(Pool(), types)
    linker.update(accounts[1:])
    before = {name: set(members) for name, members in linker.members.items() if members}
    touched = linker.update(accounts[:1])
    after = {name: set(members) for name, members in linker.members.items() if members}
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed <= touched
    assert len(touched) <= 5
