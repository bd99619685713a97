"""The Dagster UI over a home, with its real processes: it sees the runs of commands, and its own do the same work."""

from __future__ import annotations

import datetime as dt
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dagster_project.instance import open_instance
from sitrep.sources import read_paths
from sitrep.store import batches
from tests.pipeline.conftest import Place
from tests.pipeline.reports import AS_OF, write_reports

pytestmark = pytest.mark.system
PATIENCE = 900  # seconds that a busy machine may take to start a server, or a run
LAUNCH = """mutation($run: ExecutionParams!) {
  launchPipelineExecution(executionParams: $run) { __typename ... on LaunchRunSuccess { run { runId } } }
}"""
STATUS = "query($id: ID!) { runOrError(runId: $id) { ... on Run { status } } }"
RUNS = "{ runsOrError { ... on Runs { results { jobName status } } } }"
CODE = "{ repositoriesOrError { ... on RepositoryConnection { nodes { name location { name } } } } }"


class Server:
    """A running UI, asked over its own interface."""

    def __init__(self, port: int) -> None:
        self.address = f"http://127.0.0.1:{port}/graphql"

    def ask(self, query: str, **variables: Any) -> Any:
        body = json.dumps({"query": query, "variables": variables}).encode()
        request = urllib.request.Request(self.address, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)["data"]

    def is_up(self) -> bool:
        try:
            return bool(self.ask("{ version }"))
        except (urllib.error.URLError, ConnectionError):
            return False

    def run(self, job: str, **tags: str) -> str:
        """Start a job as the launchpad does, and wait for its end."""
        (code,) = self.ask(CODE)["repositoriesOrError"]["nodes"]
        where = {"repositoryLocationName": code["location"]["name"], "repositoryName": code["name"], "jobName": job}
        said = {"tags": [{"key": f"dagster/{key}", "value": value} for key, value in tags.items()]}
        wanted = {"selector": where, "mode": "default", "runConfigData": {}, "executionMetadata": said}
        run_id = self.ask(LAUNCH, run=wanted)["launchPipelineExecution"]["run"]["runId"]

        def ended() -> str | None:
            status = self.ask(STATUS, id=run_id)["runOrError"]["status"]
            return status if status in ("SUCCESS", "FAILURE", "CANCELED") else None

        return str(wait_for(ended))


def wait_for(ask: Callable[[], Any]) -> Any:
    """The first answer that is something."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.5)
    raise TimeoutError


def hear_signals() -> None:
    """As started at a terminal: what a background job of a shell inherits makes Dagster deaf to SIGINT and SIGTERM."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def ui(place: Place) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from dagster_project.cli import main; main()", "ui"]
    # A session of its own: where a shell has made it deaf to interrupts, Dagster's server never ends.
    process = subprocess.Popen(
        [*command, "--home", str(place.home.path), "--port", str(port)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=hear_signals,
        env=dict(os.environ),
    )
    try:
        server = Server(port)
        wait_for(server.is_up)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=60)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)


def test_runs_of_commands_are_seen_and_runs_started_there_do_the_same_work(copy: Place, tmp_path: Path) -> None:
    deliveries = read_paths([write_reports(tmp_path / "late", "islamabad.txt")])
    day, now = dt.date.fromisoformat(AS_OF), dt.datetime(2024, 3, 10, tzinfo=dt.UTC)
    with ui(copy) as server:
        seen = server.ask(RUNS)["runsOrError"]["results"]
        assert sorted((run["jobName"], run["status"]) for run in seen) == [
            ("ingest", "SUCCESS"),
            ("ingest", "SUCCESS"),
            ("publish", "SUCCESS"),
            ("publish", "SUCCESS"),
        ]
        # Only now, as the landing sensor asks for a run of its own for a batch that it finds.
        (batch_id,) = batches.make_batches(copy.home, deliveries, day, batches.Size(10), now).new
        with open_instance(copy.home) as instance:
            instance.add_dynamic_partitions("batches", [batch_id])
        assert server.run("ingest", partition=batch_id) == "SUCCESS"
        assert server.run("publish") == "SUCCESS"
    assert copy.states() == ["published"] * 3
    assert copy.rows("select count(*) from core.delivery where source_name = 'late'") == [(1,)]
