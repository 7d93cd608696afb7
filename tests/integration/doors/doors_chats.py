"""What people do at the stand-in for Telegram, for tests of the doors."""

import asyncio
import time


class Chats:
    """What people do at the stand-in for Telegram."""

    def __init__(self, http, url):
        self.http = http
        self.url = f"{url}/sim/telegram"

    async def post(self, path, body):
        async with self.http.post(self.url + path, json=body) as answer:
            assert answer.status < 300, await answer.text()
            return await answer.json()

    async def say(self, who, text, chat, **more):
        body = {"from": who, "text": text, **more}
        return (await self.post(f"/chats/{chat}/messages", body))["message_id"]

    async def messages(self, chat):
        async with self.http.get(f"{self.url}/chats/{chat}/transcript") as answer:
            return await answer.json()

    async def told(self, chat):
        """Return what the bot has said in a chat by now."""
        return [m for m in await self.messages(chat) if m["from"] == "bot"]

    async def from_bot(self, chat, count=1, seconds=5):
        """Wait until the bot has said ``count`` messages in a chat; return them."""
        deadline = time.monotonic() + seconds
        while True:
            told = await self.told(chat)
            if len(told) >= count or time.monotonic() > deadline:
                assert len(told) >= count, told
                return told
            await asyncio.sleep(0.02)

    async def requests(self, method=None):
        async with self.http.get(f"{self.url}/requests") as answer:
            calls = await answer.json()
        return [call for call in calls if method in (None, call["method"])]
