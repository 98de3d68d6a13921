"""The Ray cluster that a load runs on: the caller's, one by address, or one started on this machine for the load."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import ray
from ray._private import ray_constants, services

from leaderboard.engine.local import cores
from leaderboard.errors import ExtractionError, UsageError

STORE = 256 << 20  # bytes of shared memory of a cluster started here; it holds a few megabytes per core at any time
ANSWER_WITHIN = 5.0  # seconds to connect to an address
AUTO = "auto"  # to Ray: the cluster of this machine


@contextmanager
def connected(address: str | None) -> Iterator[None]:
    """A connection to a cluster; leaving the context closes the connection, and stops a cluster that was started here.

    Args:
        address: as for ``ray.init``; by default ``RAY_ADDRESS``, else a new cluster on this machine. Ignored if this process is connected
            already.

    Raises:
        ExtractionError: no cluster answers at the address, or none can be started.
        UsageError: the address is a Ray Client address.
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
    """The current number of processors of the cluster."""
    resources = ray.cluster_resources()  # type: ignore[no-untyped-call]
    return max(1, int(resources.get("CPU", 1)))


def _be_quiet() -> None:
    """Disable usage reports, and logging of errors that are raised anyway."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)


def _start() -> None:
    # On Linux, Ray listens on all addresses, as a cluster needs; with clusters disabled it listens on the loopback address only.
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
        raise ExtractionError(f"cannot start a Ray cluster on this machine: {error}") from error
    finally:
        ray_constants.ENABLE_RAY_CLUSTER = clusters


def _connect(address: str) -> None:
    _check(address)
    try:
        ray.init(address=address, log_to_driver=False, logging_level=logging.CRITICAL)
    except (OSError, RuntimeError, ValueError, SystemExit) as error:  # Ray exits if another service answers
        raise ExtractionError(
            f"cannot connect to the Ray cluster {address}: {error}; "
            "if it requires a token, set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN as on the cluster"
        ) from error


def _check(address: str) -> None:
    """Check that something answers: Ray itself waits more than a minute for a missing cluster, and then exits.

    Raises:
        ExtractionError: nothing answers.
        UsageError: Ray Data does not support this kind of address.
    """
    if address.startswith("ray://"):
        raise UsageError(
            f"Ray Data does not work through Ray Client ({address}); run this command on a node of the cluster, with HOST:PORT as address"
        )
    found = _found() if address == AUTO else address
    parts = urlsplit(found if "://" in found else f"//{found}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not host or not port:
        return  # an address that Ray itself checks
    try:
        socket.create_connection((host, port), timeout=ANSWER_WITHIN).close()
    except OSError as error:
        if address == AUTO:
            raise ExtractionError(f"cannot connect to the Ray cluster {AUTO}: nothing answers at {found}, where one was last") from error
        raise ExtractionError(
            f"no Ray cluster answers at {address} ({error}); start one with `ray start --head`, or check host and port"
        ) from error


def _found() -> str:
    """The address of the cluster on this machine that "auto" means; it may be that of one that is just ending.

    Raises:
        ExtractionError: there is none, or there are several.
    """
    try:
        return str(services.canonicalize_bootstrap_address_or_die(AUTO))
    except (ConnectionError, ValueError) as error:
        raise ExtractionError(f"cannot connect to the Ray cluster {AUTO}: {error}") from error
