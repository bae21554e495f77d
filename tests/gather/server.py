"""A real PostgreSQL of Debian's, made for one test run in a folder of its own, on loopback, and stopped after it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

PASSWORD = "a:p@ss/word?#%"  # every sign that an address has to be careful with
PASSWORD_IN_URL = "a%3Ap%40ss%2Fword%3F%23%25"
_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Find the newest installed server's programs; apt-get install postgresql brings them."""
    found = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    if found:
        return found[-1].parent
    on_path = shutil.which("initdb")
    return Path(on_path).parent if on_path else None


class Server(Struct, frozen=True):
    """A server that runs."""

    port: int
    bin: Path
    folder: Path

    def url(
        self, *, user: str = "postgres", password: str = PASSWORD_IN_URL, database: str = "postgres"
    ) -> str:
        return f"postgresql://{user}:{password}@127.0.0.1:{self.port}/{database}"

    def dump(self, *, database: str, schema: str = "panel_tui") -> str:
        """Give everything that pg_dump finds in a schema of the database at this address."""
        return _as_postgres(
            [self.bin / "pg_dump", "--no-password", "--schema", schema, database], self.folder
        ).stdout


def _as_postgres(
    command: list[object], folder: Path, *, check: bool = True
) -> subprocess.CompletedProcess[str]:
    """Run a program of PostgreSQL's: it refuses root, so then as the user Debian made for it."""
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *words]
    env = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    return subprocess.run(words, check=check, cwd=folder, env=env, text=True, capture_output=True)


@contextmanager
def running() -> Iterator[Server]:
    """Start a server for as long as the block lasts."""
    where = programs()
    assert where is not None, "there is no PostgreSQL here; on Debian: apt-get install postgresql"
    folder = Path(tempfile.mkdtemp(prefix="panel-tui-postgres-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        secret = folder / "secret"
        secret.write_text(PASSWORD)
        secret.chmod(0o644)
        data = folder / "data"
        _as_postgres(
            [where / "initdb", "-D", data, "-U", "postgres", "--auth=scram-sha-256", f"--pwfile={secret}",
             "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"], folder,
        )  # fmt: skip
        port = _free_port()
        options = f"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}"
        ctl = [where / "pg_ctl", "-D", data, "-w", "-t", "60"]
        _as_postgres([*ctl, "-l", folder / "log", "-o", options, "start"], folder)
        try:
            yield Server(port, where, folder)
        finally:
            _as_postgres([*ctl, "-m", "immediate", "stop"], folder, check=False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
