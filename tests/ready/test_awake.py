"""The laptop is kept awake by the system's own means, and by none of them after we have gone."""

import asyncio
import ctypes
import os
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import pytest

from panel_tui.ready.power import kept_awake, means

FAKE = """#!/bin/sh
echo "$(basename "$0") $*" >> "{log}"
{then}
"""
REFUSES = "exit 1"
HOLDS = 'while [ $# -gt 0 ]; do case "$1" in --*|idle*) shift;; *) break;; esac; done; exec "$@"'
PATIENCE = 20.0


@pytest.fixture
def tools(tmp_path, monkeypatch):
    """A place on the path with nothing but `tail` and the fakes a test puts there."""
    place = tmp_path / "tools"
    place.mkdir()
    for real in ("sh", "tail", "basename", "sleep"):
        (place / real).symlink_to(subprocess.check_output(["which", real], text=True).strip())
    monkeypatch.setenv("PATH", str(place))

    def fake(name, then=HOLDS):
        (place / name).write_text(FAKE.format(log=tmp_path / "log", then=then))
        (place / name).chmod(0o755)

    fake.log = tmp_path / "log"
    return fake


async def until(true):
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.01)


async def test_linux_is_asked_for_the_lid_too(tools):
    tools("systemd-inhibit")
    async with kept_awake("linux") as awake:
        await until(tools.log.exists)
        assert (awake.by, awake.lid) == ("systemd-inhibit", True)
        assert (
            f"handle-lid-switch --who=panel-tui --why=A panel is meeting --mode=block tail --pid={os.getpid()}"
            in (tools.log.read_text())
        )
    assert not awake.holding


async def test_where_the_lid_is_refused_it_is_asked_for_without(tools):
    tools("systemd-inhibit", 'case "$*" in *lid*) exit 1;; esac\n' + HOLDS)
    async with kept_awake("linux") as awake:
        await until(lambda: tools.log.exists() and tools.log.read_text().count("systemd-inhibit") == 2)
        assert awake.holding
        assert not awake.lid


async def test_where_every_means_refuses_it_is_known_not_to_hold(tools):
    tools("systemd-inhibit", REFUSES)
    tools("elogind-inhibit", REFUSES)
    async with kept_awake("linux") as awake:
        await until(lambda: tools.log.exists() and "elogind" in tools.log.read_text() and not awake.holding)


async def test_where_there_is_no_tool_nothing_breaks(tools):
    for system in ("linux", "darwin"):
        async with kept_awake(system) as awake:
            assert not awake.holding


async def test_a_desktop_is_asked_beside_the_system(tools):
    tools("systemd-inhibit")
    tools("gnome-session-inhibit")
    async with kept_awake("linux"):
        await until(lambda: tools.log.exists() and len(tools.log.read_text().splitlines()) == 2)


async def test_a_mac_is_asked_until_this_program_ends(tools):
    tools("caffeinate", "exec sleep 60")
    async with kept_awake("darwin") as awake:
        await until(tools.log.exists)
        assert awake.by == "caffeinate"
        assert tools.log.read_text() == f"caffeinate -d -i -s -w {os.getpid()}\n"


def test_every_means_ends_with_the_program_it_was_started_for():
    for system in ("linux", "darwin"):
        for ways in means(system, 4321):
            assert all("--pid=4321" in way or way[-2:] == ["-w", "4321"] for way in ways)


async def test_windows_is_told_and_told_again_at_the_end(monkeypatch):
    told = []
    kernel = SimpleNamespace(SetThreadExecutionState=lambda flags: told.append(flags) or 1)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    async with kept_awake("win32") as awake:
        assert awake.by == "Windows"
        assert told == [0x80000003]
    assert told == [0x80000003, 0x80000000]


async def test_a_windows_that_refuses_is_known_not_to_hold(monkeypatch):
    kernel = SimpleNamespace(SetThreadExecutionState=lambda flags: 0)
    monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=kernel), raising=False)
    async with kept_awake("win32") as awake:
        assert not awake.holding


KEEPER = """
import asyncio
from panel_tui.ready.power import kept_awake

async def main():
    async with kept_awake("linux"):
        print("up", flush=True)
        await asyncio.sleep(60)

asyncio.run(main())
"""


def holders(pid: int) -> list[str]:
    listed = subprocess.run(["/bin/ps", "-eo", "args"], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines() if f"--pid={pid}" in line]


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_nothing_is_left_behind_however_the_program_ends(tools, how):
    tools("systemd-inhibit")
    keeper = subprocess.Popen(
        [sys.executable, "-c", KEEPER], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with keeper:
        assert keeper.stdout.readline() == b"up\n"
        assert wait_for(lambda: holders(keeper.pid))
        keeper.send_signal(how)
        keeper.wait(PATIENCE)
    assert wait_for(lambda: not holders(keeper.pid))


def wait_for(true) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if true():
            return True
        time.sleep(0.05)  # another process gets on
    return False
