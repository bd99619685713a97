"""Alerts: what they say, and that each channel takes them, over real servers on loopback."""

from __future__ import annotations

import datetime as dt
import json
import logging
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from dagster_project.notify import as_text, deliver
from sitrep.store import alerts, settings
from sitrep.store.alerts import Alert, Finding
from sitrep.store.home import Home

NOON = dt.datetime(2024, 3, 10, 12, tzinfo=dt.UTC)
ALERT = Alert(
    alert_id="run-1",
    title="ingest of batch b1: the gate of raw_text refused, raw_text.delivery.key_once (3)",
    at=NOON,
    job="ingest",
    batch_id="b1",
    findings=(
        Finding("raw_text", "raw_text.delivery.key_once", 3, "3 rows twice", "Rows that stand twice count twice."),
    ),
    error=None,
    link="https://desk.example.org/runs/run-1",
    what_to_do="See the guide.",
)


def channel(kind: str, **said: object) -> str:
    """A channel as sitrep.toml has it."""
    lines = [f"{name} = {json.dumps(value)}" for name, value in {"kind": kind, **said}.items()]
    return "\n".join(["[[notify]]", *lines, ""])


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path).open()
    assert alerts.put(made, ALERT)
    return made


def chosen(home: Home, text: str) -> settings.Settings:
    home.settings_file.write_text(text)
    return settings.load(home)


def states(home: Home) -> dict[str, tuple[bool, int]]:
    (posted,) = alerts.outbox(home)
    return {name: (state.done, state.tries) for name, state in posted.deliveries.items()}


class Hook(BaseHTTPRequestHandler):
    """A webhook that notes what it is sent, and answers as it is told."""

    def do_POST(self) -> None:
        length = int(self.headers["Content-Length"])
        self.server.heard.append((self.headers.get("Authorization"), json.loads(self.rfile.read(length))))  # type: ignore[attr-defined]
        self.send_response(self.server.answers.pop(0))  # type: ignore[attr-defined]
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


class Mail(socketserver.StreamRequestHandler):
    """As much of SMTP (RFC 5321) as a client needs to hand over one mail."""

    def handle(self) -> None:
        self.say("220 loopback")
        while line := self.rfile.readline().decode().strip():
            word = line.partition(" ")[0].upper()
            self.server.heard.append(line)  # type: ignore[attr-defined]
            if word == "DATA":
                self.say("354 go on")
                self.read_mail()
            self.say("221 bye" if word == "QUIT" else "250 fine")
            if word == "QUIT":
                return

    def read_mail(self) -> None:
        lines = iter(self.rfile.readline, b".\r\n")
        self.server.mails.append(b"".join(lines).decode())  # type: ignore[attr-defined]

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@contextmanager
def serving(server: socketserver.BaseServer) -> Iterator[int]:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_an_alert_names_gate_rule_count_and_link() -> None:
    text = as_text(ALERT)
    assert "gate raw_text, rule raw_text.delivery.key_once: 3 rows, 3 rows twice" in text
    assert "Where: https://desk.example.org/runs/run-1" in text
    assert "What to do: See the guide." in text


def test_an_alert_of_one_run_is_put_down_once(home: Home) -> None:
    assert not alerts.put(home, ALERT)
    assert [one.alert for one in alerts.outbox(home)] == [ALERT]


def test_a_webhook_is_tried_until_it_takes_the_alert_and_then_no_more(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Hook)
    server.heard, server.answers = [], [503, 200]  # type: ignore[attr-defined]
    monkeypatch.setenv("HOOK_TOKEN", "secret")
    with serving(server) as port:
        text = channel("webhook", url=f"http://127.0.0.1:{port}/", token_variable="HOOK_TOKEN")
        found = chosen(home, text)
        assert [deliver(home, found) for _ in range(3)] == [
            {"sent": 0, "failed": 1},
            {"sent": 1, "failed": 0},
            {"sent": 0, "failed": 0},
        ]
    assert states(home) == {"webhook": (True, 2)}
    (first, second) = server.heard  # type: ignore[attr-defined]
    assert first == second
    token, said = second
    assert token == "Bearer secret"
    assert said["text"] == as_text(ALERT)
    assert (said["findings"][0]["gate"], said["findings"][0]["count"]) == ("raw_text", 3)
    assert said["link"] == ALERT.link


def test_a_mail_server_is_handed_a_mail(home: Home) -> None:
    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Mail)
    server.heard, server.mails = [], []  # type: ignore[attr-defined]
    with serving(server) as port:
        text = channel("smtp", host="127.0.0.1", port=port, sender="a@x.org", to=["b@x.org", "c@x.org"])
        assert deliver(home, chosen(home, text)) == {"sent": 1, "failed": 0}
    told = [line for line in server.heard if line.startswith(("mail", "rcpt"))]  # type: ignore[attr-defined]
    assert [line.partition(">")[0].partition("<")[2] for line in told] == ["a@x.org", "b@x.org", "c@x.org"]
    (mail,) = server.mails  # type: ignore[attr-defined]
    head, _, content = mail.replace("\r\n", "\n").partition("\n\n")
    assert "Subject: [sitrep] ingest of batch b1" in head
    assert "rule raw_text.delivery.key_once: 3 rows" in content


def test_log_and_file_take_the_alert_and_a_dead_server_keeps_nobody_from_it(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    with socketserver.TCPServer(("127.0.0.1", 0), Mail) as free:
        port = free.server_address[1]
    text = channel("webhook", url=f"http://127.0.0.1:{port}/") + channel("log") + channel("file")
    with caplog.at_level(logging.WARNING, logger="sitrep.alerts"):
        assert deliver(home, chosen(home, text)) == {"sent": 2, "failed": 1}
    assert states(home) == {"webhook": (False, 1), "log": (True, 1), "file": (True, 1)}
    assert as_text(ALERT) in caplog.messages
    assert "channel webhook did not take the alert of run run-1" in caplog.text
    (line,) = (home.path / "alerts.jsonl").read_text().splitlines()
    assert json.loads(line)["title"] == ALERT.title


def test_a_channel_that_never_answers_is_given_up(home: Home) -> None:
    found = chosen(
        home, '[[notify]]\nkind = "smtp"\nhost = "127.0.0.1"\nport = 1\nsender = "a@x.org"\nto = ["b@x.org"]\n'
    )
    for _ in range(alerts.TRIES):
        assert deliver(home, found) == {"sent": 0, "failed": 1}
    assert deliver(home, found) == {"sent": 0, "failed": 0}


def test_a_secret_that_is_not_set_is_named(home: Home, caplog: pytest.LogCaptureFixture) -> None:
    deliver(
        home, chosen(home, '[[notify]]\nkind = "webhook"\nurl = "http://127.0.0.1:1/"\ntoken_variable = "NO_TOKEN"\n')
    )
    assert "the environment variable NO_TOKEN is not set" in caplog.text
