"""The Ray cluster that a load runs on: the caller's, one by address, or one of this machine for the time of the load."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import ray
from ray._private import ray_constants

from leaderboard.engine.local import cores
from leaderboard.errors import ExtractionError, UsageError

STORE = 256 << 20  # bytes of shared memory for a cluster of ours; what waits in it at any time is a few megabytes a core
ANSWER_WITHIN = 5.0  # seconds for the first sign of life from an address


@contextmanager
def connected(address: str | None) -> Iterator[None]:
    """Be connected to a cluster; leaving the context ends the connection, or the cluster where it was started here.

    Args:
        address: as ``ray.init`` takes it; by default what ``RAY_ADDRESS`` says, else a cluster of this machine alone. Ignored where the
            program that called us is connected already.

    Raises:
        ExtractionError: there is no cluster at the address, or none can be started.
        UsageError: the address is one of Ray Client.
    """
    if ray.is_initialized():
        yield
        return
    if address in (None, "auto"):
        address = os.environ.get("RAY_ADDRESS") or address or "local"
    _be_quiet()
    if address == "local":
        _start()
    else:
        _connect(address)
    try:
        yield
    finally:
        ray.shutdown()


def size() -> int:
    """How many processors the cluster has now."""
    resources = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(resources.get("CPU", 1)))


def _be_quiet() -> None:
    """Nothing is sent home, and what goes wrong is raised, not logged into our output as well."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)


def _start() -> None:
    # Ray listens on every address of a Linux machine, as clusters need it; with clusters off it listens on the loopback address only.
    clusters = ray_constants.ENABLE_RAY_CLUSTER
    ray_constants.ENABLE_RAY_CLUSTER = False
    try:
        ray.init(
            address="local",
            num_cpus=cores(),
            object_store_memory=STORE,
            include_dashboard=False,
            log_to_driver=False,
            logging_level=logging.CRITICAL,
        )
    except (OSError, RuntimeError, ValueError) as error:
        raise ExtractionError(f"no Ray cluster can be started on this machine: {error}") from error
    finally:
        ray_constants.ENABLE_RAY_CLUSTER = clusters


def _connect(address: str) -> None:
    _check(address)
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.CRITICAL)
    except (OSError, RuntimeError, ValueError, SystemExit) as error:  # Ray ends the program where something else answers
        raise ExtractionError(
            f"cannot connect to the Ray cluster {address}: {error}; "
            "if it wants a token, set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN as on the cluster"
        ) from error


def _check(address: str) -> None:
    """Ray itself waits more than a minute for a cluster that is not there, and then ends the program.

    Raises:
        ExtractionError: nothing answers.
        UsageError: the address is of a kind that Ray Data has no use for.
    """
    if address.startswith("ray://"):
        raise UsageError(
            f"Ray Data does not work through Ray Client ({address}); run this command on a node of the cluster and name HOST:PORT"
        )
    parts = urlsplit(address if "://" in address else f"//{address}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port:
        return  # "auto", or something that Ray knows, or will say it does not
    try:
        socket.create_connection((host, port), timeout=ANSWER_WITHIN).close()
    except OSError as error:
        raise ExtractionError(
            f"no Ray cluster answers at {address} ({error}); start one with `ray start --head`, or check host and port"
        ) from error
