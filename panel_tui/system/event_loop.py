"""The one place that makes the event loop, for every command.

On Windows a phone that goes away before it is accepted ends asyncio's accept with one of the numbers below, and
asyncio then closes the listening socket. There the accept is asked for again instead. The other loop Windows has is
no way out: it ends at 512 sockets.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
Accepted = asyncio.Future[Any]  # of a connection and where it comes from

_GONE_AGAIN = frozenset({64, 121, 1236, 10053, 10054})
"""What Windows calls a caller who hung up first: the name is gone, timed out, aborted, reset."""


def run(main: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end in a loop of ours, and give what it gives."""
    with asyncio.Runner(loop_factory=new_loop) as runner:
        return runner.run(main)


def new_loop() -> asyncio.AbstractEventLoop:
    """Make this system's loop."""
    if sys.platform == "win32":
        loop = asyncio.ProactorEventLoop()
        keep_accepting(loop, vars(loop)["_proactor"])  # asyncio gives no other way to it
        return loop
    return asyncio.new_event_loop()


def keep_accepting(loop: asyncio.AbstractEventLoop, proactor: Any) -> None:
    """Let this proactor ask again wherever a caller hung up before it was accepted."""
    proactor.accept = _again_and_again(loop, proactor.accept)


def _again_and_again(
    loop: asyncio.AbstractEventLoop, accept: Callable[[Any], Accepted]
) -> Callable[[Any], Accepted]:
    """Wrap `accept`: what it gives is done when somebody is there, or the listener has gone for another reason."""

    def patiently(listener: Any) -> Accepted:
        promised: Accepted = loop.create_future()
        asked: list[Accepted] = []

        def ask() -> None:
            if promised.done():
                return
            try:
                asked[:] = [accept(listener)]
            except OSError as problem:
                failed(problem)
            else:
                asked[0].add_done_callback(hear)

        def hear(answer: Accepted) -> None:
            if answer.cancelled():
                promised.cancel()
            elif (problem := answer.exception()) is not None:
                failed(problem)
            elif promised.done():
                answer.result()[0].close()
            else:
                promised.set_result(answer.result())

        def failed(problem: BaseException) -> None:
            if promised.done():
                return
            if hung_up(problem) and listener.fileno() != -1:
                loop.call_soon(ask)  # not at once: a crowd of them must not hold up the wall
            else:
                promised.set_exception(problem)

        def given_up(_promised: Accepted) -> None:
            if promised.cancelled() and asked:
                asked[0].cancel()

        promised.add_done_callback(given_up)
        ask()
        return promised

    return patiently


def hung_up(problem: BaseException) -> bool:
    """Whether an accept failed because the caller went away, which says nothing of the listener."""
    if isinstance(problem, ConnectionResetError | ConnectionAbortedError):
        return True
    return getattr(problem, "winerror", None) in _GONE_AGAIN
