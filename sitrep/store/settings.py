"""What the people who run a home may choose, read from its sitrep.toml.

What belongs here: names, types, defaults and the reason of each default. What does not: rules on data (expectations).
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from sitrep.sources.settings import Fetching, Landing, Source, without_twins
from sitrep.store.home import Home


class SettingsError(Exception):
    """sitrep.toml cannot be used; the message names the file, the key and what is wrong with it."""


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Batches(_Table):
    """How new deliveries are cut into batches."""

    documents: int = Field(default=2000, ge=1, le=100_000)  # memory of a run is bounded by one batch
    megabytes: int = Field(default=256, ge=1)  # so that a few hundred huge files do not make one huge batch


class Rules(_Table):
    """A deployment's own additions to the rules and names that the project ships."""

    # Files and folders of YAML, from the home where they are relative. Those of <home>/rules and <home>/ontology are
    # read in any case.
    cleaning: tuple[Path, ...] = ()  # rules, read after the project's own
    ontology: tuple[Path, ...] = ()  # actors and places, read beside the project's own


class Resolution(_Table):
    """How mentions become incidents."""

    #: Which figure is called the best one where sources disagree; low and high do not depend on it.
    toll_rule: Literal["latest_official", "conservative", "latest", "median"] = "latest_official"


class Warehouse(_Table):
    """The published file."""

    keep_versions: int = Field(default=5, ge=0)  # earlier versions kept for going back
    publish_documents: int = Field(default=10_000, ge=1)  # new ones that one publish takes: what memory must hold


class DataDocs(_Table):
    """The pages that Great Expectations makes of its results."""

    keep_results: int = Field(default=400, ge=1)  # about a dozen publishes; older results stay in the ledger


class Ui(_Table):
    """Where people open what the deployment shows."""

    url: str = ""  # of the Dagster UI, as people reach it: links in notifications begin with it
    reports_url: str = ""  # under which <home>/reports is served, if it is: links in the UI begin with it


class Schedules(_Table):
    """When jobs start by themselves: cron lines in UTC, reloaded with the code location."""

    ingest: str = "*/30 * * * *"  # batches that a lost run left unread; new ones are started as they arrive
    publish: str = "5 * * * *"  # what the sensor that follows ingest did not bring in
    reextract: str = "30 2 * * *"  # off until it is switched on in the UI: after a new ontology it reads all batches
    prune: str = "40 3 * * *"  # off until it is switched on in the UI
    #: While batches are still being read, a publish waits for them so long at most.
    publish_at_least_every_minutes: int = Field(default=10, ge=0)


class Freshness(_Table):
    """How old the marts may be before the UI warns, and before it calls it a failure."""

    warn_hours: float = Field(default=26, gt=0)  # a day, and two hours for a slow one
    fail_hours: float = Field(default=50, gt=0)


class Retries(_Table):
    """A second try for what may pass on it: a lock, a connection, a full table of files."""

    times: int = Field(default=3, ge=0)
    wait_seconds: float = Field(default=5, ge=0)  # before the first; each further one waits twice as long


class Retention(_Table):
    """What `sitrep prune` takes away; never anything that a rebuild needs."""

    run_days: int = Field(default=90, ge=1)  # runs and events of Dagster that nothing standing comes from
    alert_days: int = Field(default=365, ge=1)


class _Channel(_Table):
    """A way to tell people of a failure; `name` tells two of one kind apart."""

    name: str = ""

    @property
    def channel(self) -> str:
        """What its deliveries are marked with."""
        kind: str = getattr(self, "kind", "")
        return self.name or kind


class LogChannel(_Channel):
    """Into the log of the process that runs the sensors."""

    kind: Literal["log"] = "log"


class FileChannel(_Channel):
    """One line of JSON an alert, at the end of a file."""

    kind: Literal["file"]
    path: Path = Path("alerts.jsonl")  # from the home where it is relative


class MailChannel(_Channel):
    """One mail an alert, through a server that takes it."""

    kind: Literal["smtp"]
    host: str
    port: int = 25
    sender: str
    to: tuple[str, ...] = Field(min_length=1)
    security: Literal["none", "starttls", "tls"] = "none"
    user: str = ""
    password_variable: str = ""  # the environment variable that holds the password: it belongs in no file
    timeout_seconds: float = Field(default=20, gt=0)


class WebhookChannel(_Channel):
    """One POST of JSON an alert; `text` in it is what chat services show."""

    kind: Literal["webhook"]
    url: str = Field(pattern=r"^https?://")
    token_variable: str = ""  # the environment variable that holds a bearer token
    timeout_seconds: float = Field(default=20, gt=0)


def _with_names_of_their_own(channels: tuple[_Channel, ...]) -> tuple[_Channel, ...]:
    names = [one.channel for one in channels]
    if twins := sorted({one for one in names if names.count(one) > 1}):
        raise ValueError(f"two channels are called {', '.join(twins)}: give each a name")
    return channels


Channel = Annotated[LogChannel | FileChannel | MailChannel | WebhookChannel, Field(discriminator="kind")]


class Settings(_Table):
    """All settings of a home; each has a default, so an empty file is a good one."""

    batches: Batches = Batches()
    rules: Rules = Rules()
    resolution: Resolution = Resolution()
    warehouse: Warehouse = Warehouse()
    data_docs: DataDocs = DataDocs()
    landing: Landing = Landing()
    fetching: Fetching = Fetching()
    sources: Annotated[tuple[Source, ...], AfterValidator(without_twins)] = ()
    ui: Ui = Ui()
    schedules: Schedules = Schedules()
    freshness: Freshness = Freshness()
    retries: Retries = Retries()
    retention: Retention = Retention()
    notify: Annotated[tuple[Channel, ...], AfterValidator(_with_names_of_their_own)] = (LogChannel(),)


def cleaning_files(home: Home, chosen: Settings) -> tuple[Path, ...]:
    """The home's own files of cleaning rules."""
    return _yaml_files(home, home.rules, chosen.rules.cleaning, "rules.cleaning")


def ontology_files(home: Home, chosen: Settings) -> tuple[Path, ...]:
    """The home's own files of names."""
    return _yaml_files(home, home.ontology, chosen.rules.ontology, "rules.ontology")


def _yaml_files(home: Home, own: Path, further: tuple[Path, ...], key: str) -> tuple[Path, ...]:
    found: dict[Path, None] = {}
    for path in (own, *(home.path / one for one in further)):
        if path is not own and not path.exists():
            raise SettingsError(f"{home.settings_file}: {key}: there is no file or folder {path}")
        inside = sorted(path.rglob("*.yaml")) if path.is_dir() or path is own else [path]
        found.update(dict.fromkeys(one.resolve() for one in inside))
    return tuple(found)


def load(home: Home) -> Settings:
    """The settings of a home; a file that is not there means the defaults."""
    path = home.settings_file
    if not path.exists():
        return Settings()
    try:
        return Settings.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not TOML: {error}") from error
    except ValidationError as error:
        raise SettingsError(f"{path}: " + "; ".join(_complaint(one) for one in error.errors())) from error


def _complaint(error: object) -> str:
    detail = dict(error)  # type: ignore[call-overload]
    key = ".".join(str(part) for part in detail["loc"])
    if detail["type"] == "extra_forbidden":
        return f"unknown key {key}"
    return f"{key}: {detail['msg']}"
