"""Whoever goes away waits no longer: what was asked is taken out of the line, so that no line is full of the gone."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Leaving:
    """Gives up an answer when its client has closed the connection; what a worker has begun it ends."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The answer of what is inside, unless nobody waits for it any more."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        read = asyncio.Event()

        async def heard() -> Message:
            message = await receive()
            if not message.get("more_body", False):
                read.set()
            return message

        answer = asyncio.ensure_future(self._app(scope, heard, send))
        left = asyncio.ensure_future(_left(receive, None if scope["method"] in ("GET", "HEAD") else read))
        try:
            await asyncio.wait({answer, left}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            left.cancel()
            if not answer.done():
                answer.cancel()
        if not answer.cancelled():
            await asyncio.wait({answer})
        if not answer.cancelled():
            answer.result()


async def _left(receive: Receive, read: asyncio.Event | None) -> None:
    """Ends when the client has gone. A body that comes is left to the answer; ``read`` says that it has all of it."""
    if read:
        await read.wait()
    while (await receive())["type"] != "http.disconnect":
        continue
