"""The channels: log, file, mail, webhook. Each sends one alert, or raises what kept it from doing so.

What belongs here: sending, and keeping count of it. What does not: what is said (messages).
"""

from __future__ import annotations

import json
import logging
import os
import smtplib
import ssl
from collections.abc import Callable, Mapping
from dataclasses import asdict
from email.message import EmailMessage
from typing import Any

from dagster_project.notify.messages import as_text
from sitrep.store import alerts
from sitrep.store.alerts import Alert
from sitrep.store.home import Home
from sitrep.store.settings import FileChannel, LogChannel, MailChannel, Settings, WebhookChannel

Channel = LogChannel | FileChannel | MailChannel | WebhookChannel
_LOG = logging.getLogger("sitrep.alerts")


class NotDelivered(Exception):
    """A channel did not take an alert; the message says why."""


def deliver(home: Home, chosen: Settings) -> dict[str, int]:
    """Bring every alert of the outbox to every channel that has not taken it; how many each took, and failed to."""
    counts = {"sent": 0, "failed": 0}
    for posted in alerts.outbox(home):
        marked = posted
        for channel in chosen.notify:
            if marked.is_due(channel.channel):
                error = _try(home, channel, posted.alert)
                marked = alerts.mark(home, marked, channel.channel, error)
                counts["failed" if error else "sent"] += 1
    return counts


def _try(home: Home, channel: Channel, alert: Alert) -> str | None:
    """Send; what went wrong, in one line. One channel's trouble is none of the others'."""
    try:
        _SEND[channel.kind](home, channel, alert)
    except Exception as error:
        _LOG.warning("channel %s did not take the alert of run %s: %s", channel.channel, alert.alert_id, error)
        return f"{type(error).__name__}: {error}"
    return None


def _log(_: Home, __: LogChannel, alert: Alert) -> None:
    _LOG.error("%s", as_text(alert))


def _file(home: Home, channel: FileChannel, alert: Alert) -> None:
    path = home.path / channel.path
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as handle:
        handle.write(json.dumps(body(alert), ensure_ascii=False) + "\n")


def _mail(_: Home, channel: MailChannel, alert: Alert) -> None:
    message = EmailMessage()
    message["Subject"] = f"[sitrep] {alert.title}"
    message["From"], message["To"] = channel.sender, ", ".join(channel.to)
    message["Date"] = alert.at
    message["Message-ID"] = f"<{alert.alert_id}@sitrep>"  # sent twice after a crash, it is one mail to most readers
    message.set_content(as_text(alert))
    connect: type[smtplib.SMTP] = smtplib.SMTP_SSL if channel.security == "tls" else smtplib.SMTP
    with connect(channel.host, channel.port, timeout=channel.timeout_seconds) as server:
        if channel.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if channel.user:
            server.login(channel.user, _secret(channel.password_variable))
        if refused := server.send_message(message):
            raise NotDelivered(f"not taken for {', '.join(refused)}")


def _webhook(_: Home, channel: WebhookChannel, alert: Alert) -> None:
    import httpx

    token = _secret(channel.token_variable) if channel.token_variable else ""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    answer = httpx.post(channel.url, json=body(alert), headers=headers, timeout=channel.timeout_seconds)
    if not answer.is_success:
        raise NotDelivered(f"{answer.status_code} {answer.reason_phrase}")


def body(alert: Alert) -> dict[str, Any]:
    """An alert as JSON: what chat services show as `text`, and each part by itself."""
    return {"text": as_text(alert), **asdict(alert), "at": alert.at.isoformat()}


def _secret(variable: str) -> str:
    if not os.environ.get(variable):
        raise NotDelivered(f"the environment variable {variable or '(none is named)'} is not set")
    return os.environ[variable]


_SEND: Mapping[str, Callable[[Home, Any, Alert], None]] = {
    "log": _log,
    "file": _file,
    "smtp": _mail,
    "webhook": _webhook,
}
