"""Open files: however many connections come, from however many addresses, an honest phone is answered."""

import asyncio
import contextlib
import resource
import socket
import ssl
import time
from pathlib import Path

import httpx
import pytest

from panel_tui.system.network import bound
from panel_tui.system.process import most_connections
from panel_tui.web import connection_limits as doorway_module
from panel_tui.web import connection_limits as protocol_module
from panel_tui.web import serve, tls_connections
from panel_tui.web import server as server_module
from panel_tui.web.connection_limits import ConnectionLimits
from tests.elbow_room import stretched
from tests.faults.test_kill_loop import Child, seated
from tests.journeys.small_session import small_session
from tests.needs import pass_over
from tests.web.certificates import make_certificate

pytestmark = pytest.mark.usefixtures("either_parser")

ADDRESSES = ("127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5")


def open_files():
    return sum(1 for _ in Path("/dev/fd").iterdir())


class Connection:
    """Whatever the doorway may close."""

    def __init__(self, door, address, shut):
        self.door, self.address, self.list = door, address, shut
        self.came = door.came(address)
        door.resting(address, self)

    def shut(self):
        self.list.append(self)
        self.door.busy(self.address, self)
        self.door.went(self.address)


def test_room_is_made_by_closing_what_rests_longest_for_whoever_holds_most():
    door, shut = ConnectionLimits(most=5), []
    hoard = [Connection(door, "10.0.0.9", shut) for _ in range(4)]
    mine = [Connection(door, "10.0.0.5", shut) for _ in range(2)]
    assert all(one.came for one in [*hoard, *mine])
    assert shut == [hoard[0]]
    door.busy("10.0.0.9", hoard[1])
    assert Connection(door, "10.0.0.5", shut).came
    assert shut == [hoard[0], hoard[2]]


def test_where_everything_is_busy_nobody_is_closed_and_the_newcomer_waits_outside():
    door, shut = ConnectionLimits(most=2), []
    for one in [Connection(door, "10.0.0.9", shut) for _ in range(2)]:
        door.busy("10.0.0.9", one)
    assert not door.came("10.0.0.5")
    assert not shut


@pytest.mark.parametrize(("limit", "room"), [(20_000, 3_584), (4_096, 3_584), (1_024, 512), (256, 128)])
def test_some_files_are_kept_for_the_wall_however_few_there_are(monkeypatch, limit, room):
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (limit, limit))
    assert most_connections() == room


async def idle(port, address, held):
    """Ask for something, read the reply, and hold the line."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
    writer.write(b"GET /health HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % port)
    held.append(writer)
    with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
        await reader.readuntil(b"ok")


async def test_past_the_cap_idle_lines_are_closed_and_an_honest_phone_is_answered(room, monkeypatch):
    monkeypatch.setattr(server_module, "most_connections", lambda: 40)
    held = []
    async with serve(room, "127.0.0.1", 0) as server:
        open_before = open_files()
        for address in ADDRESSES:
            await asyncio.gather(*(idle(server.port, address, held) for _ in range(30)))
        ours = len(held)
        assert ours == 120
        assert open_files() - open_before - ours <= 40 + 1
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", trust_env=False) as phone:
            assert (await phone.get("/health")).text == "ok"
        for writer in held:
            writer.close()


async def test_a_handshake_that_does_not_go_on_is_closed_in_time_and_phones_come_through(
    room, tmp_path, monkeypatch
):
    monkeypatch.setattr(tls_connections, "DEADLINE", 1.0)
    certificate = make_certificate(tmp_path / "tls")
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        silent = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(80)]
        home = f"https://127.0.0.1:{server.port}"
        trusting = ssl.create_default_context(cafile=certificate.certificate)
        async with httpx.AsyncClient(base_url=home, verify=trusting, trust_env=False) as phone:
            assert (await phone.get("/health")).text == "ok"
        began = time.monotonic()
        async with asyncio.timeout(5):
            for reader, writer in silent:
                with contextlib.suppress(ConnectionError):
                    assert await reader.read() == b""
                writer.close()
        assert time.monotonic() - began < stretched(1.0 + 1)


async def test_handshakes_count_as_connections_from_their_first_byte(room, tmp_path, monkeypatch):
    monkeypatch.setattr(server_module, "most_connections", lambda: 10)
    certificate = make_certificate(tmp_path / "tls")
    async with serve(room, "127.0.0.1", 0, certificate=certificate) as server:
        before = open_files()
        silent = [await asyncio.open_connection("127.0.0.1", server.port) for _ in range(40)]
        await asyncio.sleep(0.2)
        assert open_files() - before - len(silent) <= 10 + 1
        for _reader, writer in silent:
            writer.close()


async def test_a_reply_that_nobody_reads_is_not_waited_for(room, monkeypatch):
    monkeypatch.setattr(protocol_module, "UNREAD", 0.5)
    sock = bound("127.0.0.1", 0)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
    async with serve(room, sock=sock) as server:
        loop = asyncio.get_running_loop()
        deaf = socket.socket()
        deaf.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
        deaf.setblocking(False)
        await loop.sock_connect(deaf, ("127.0.0.1", server.port))
        await asyncio.sleep(0.1)  # until it was accepted
        before = open_files()
        ask = b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n" % server.port
        await loop.sock_sendall(deaf, ask * 40)
        async with asyncio.timeout(5):
            while open_files() > before - 1:
                await asyncio.sleep(0.05)
        deaf.close()


async def test_a_phone_that_reads_slowly_is_waited_for(room, monkeypatch):
    monkeypatch.setattr(protocol_module, "UNREAD", 1.0)
    sock = bound("127.0.0.1", 0)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4_096)
    async with serve(room, sock=sock) as server:
        loop = asyncio.get_running_loop()
        slow = socket.socket()
        slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2_048)
        slow.setblocking(False)
        await loop.sock_connect(slow, ("127.0.0.1", server.port))
        ask = b"GET / HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nConnection: close\r\n\r\n" % server.port
        await loop.sock_sendall(slow, ask)
        got = b""
        while part := await loop.sock_recv(slow, 512):
            got += part
            await asyncio.sleep(0.01)
        assert got.rstrip().endswith(b"</html>")
        slow.close()


def test_a_connection_has_five_seconds_for_each_of_these():
    assert doorway_module.DEADLINE == 5.0
    assert tls_connections.DEADLINE == 5.0


@pytest.mark.slow
@pytest.mark.alone
async def test_forty_four_hundred_idle_lines_from_four_addresses_keep_no_phone_out(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < 6_000:
        pass_over("this machine lets nobody hold so many lines")
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    folder = small_session(tmp_path / "panel", seats=6)
    cookies = await seated(folder)
    resource.setrlimit(resource.RLIMIT_NOFILE, (4_096, hard))  # what the child begins with
    child = await Child.start(folder)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    port, held = int(child.base_url.rpartition(":")[2]), []
    try:
        for _ in range(11):
            await asyncio.gather(*(idle(port, address, held) for address in ADDRESSES for _ in range(100)))
        took = []
        async with httpx.AsyncClient(cookies={"seat": cookies[0]}, trust_env=False) as phone:
            for _ in range(50):
                began = time.monotonic()
                reply = await phone.get(child.base_url + "/", headers={"Connection": "close"})
                took.append(time.monotonic() - began)
                assert reply.status_code == 200
        print(
            f"{len(held)} idle lines; an honest page p50 {sorted(took)[25]:.3f} s, longest {max(took):.3f} s"
        )
        assert max(took) <= stretched(2)
    finally:
        await child.kill_9()
        for writer in held:
            writer.close()
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
