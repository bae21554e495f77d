"""Where typed codes are hashed slowly: a few threads of their own, so that nothing else ever waits behind them."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

THREADS = 2
"""The hash lets other threads run meanwhile; more of it at once would take the machine from everyone else."""

_POOL = ThreadPoolExecutor(THREADS, thread_name_prefix="code-hash")
_Hashed = TypeVar("_Hashed")


async def in_hash_pool(work: Callable[[], _Hashed]) -> _Hashed:
    """Do slow hashing without holding anybody up."""
    return await asyncio.get_running_loop().run_in_executor(_POOL, work)


Slowly = Callable[[Callable[[], str], str], Awaitable[str]]
"""How one slow hash is worked out, for the name of the card it is for; nothing from the first version's cards."""


async def at_once(work: Callable[[], str], _name: str) -> str:
    """Hash as soon as a thread is free, for whoever was let in already."""
    return await in_hash_pool(work)
