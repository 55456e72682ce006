"""An assistant asks the record over the Model Context Protocol and gets claims that it can cite."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from make_weigh import Desk, a_news_page

mcp = pytest.importorskip("mcp")

from sayso.cli.mcp import server  # noqa: E402
from sayso.newsroom import Newsroom  # noqa: E402
from sayso.newsroom.weighing import Weighing  # noqa: E402

AT = "2026-03-05T09:00:00+00:00"
LINES = [
    "The Sorrel bridge was closed on Tuesday, the road office said.",
    "A driver denied that the bridge was closed.",
]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Newsroom:
    desk = Desk(Path(tmp_path_factory.mktemp("mcp")))
    desk.keep(a_news_page("Bridge closed", LINES), url="https://echo.example/1", outlet="The Echo", captured=AT)
    return desk.newsroom


def asked(room: Newsroom, ask: Callable[[Any], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with mcp.Client(server(room, "http://127.0.0.1:8000/")) as client:
            return await ask(client)

    return asyncio.run(run())


def call(room: Newsroom, tool: str, **words: Any) -> Any:
    found = asked(room, lambda client: client.call_tool(tool, words))
    assert not found.is_error, found.content
    return json.loads(found.content[0].text)


def test_there_are_five_tools_and_none_of_them_writes(room: Newsroom) -> None:
    tools = asked(room, lambda client: client.list_tools()).tools
    assert sorted(tool.name for tool in tools) == ["claim", "point", "search", "story", "why"]
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)


def test_a_claim_that_is_found_can_be_cited(room: Newsroom) -> None:
    """With its chain from outlet to speaker, its id, its address on the desk and the page's own."""
    found = call(room, "search", words="bridge closed")["claims"]
    told = next(one for one in found if "Tuesday" in one["said"])
    assert [hop["who"] for hop in told["chain"]][0] == "The Echo"
    assert "road office" in told["chain"][-1]["who"].lower()
    assert told["url"] == f"http://127.0.0.1:8000/claim/{told['id']}"
    assert told["page_url"] == "https://echo.example/1"


def test_a_claim_leads_to_its_point_the_point_to_its_proof_and_story(room: Newsroom) -> None:
    one = next(one for one in call(room, "search", words="bridge closed")["claims"] if "Tuesday" in one["said"])
    claim = call(room, "claim", claim_id=one["id"])
    assert claim["sentence"].startswith("The Sorrel bridge was closed on Tuesday")
    point = call(room, "point", point_id=claim["point_id"])
    assert "1 page" in point["counts"] and "origin" in point["counts"]
    assert one["id"] in [row["id"] for row in point["for"]]
    why = call(room, "why", point_id=claim["point_id"])
    assert [bool(origin["claim_ids"]) for origin in why["origins_for"]] == [True]
    story = call(room, "story", story_id=point["story_id"])
    assert claim["point_id"] in [row["id"] for row in story["points"]]
    assert (story["id"], story["left_out"]) == (point["story_id"], 0)
    assert point.items() >= next(row for row in story["points"] if row["id"] == claim["point_id"]).items()


def test_a_story_is_one_question_however_many_points_it_has(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    """No point of it is asked for by itself."""
    story = max(room.stories(), key=lambda one: len(one.point_ids))
    monkeypatch.delattr(Weighing, "why")
    found = call(room, "story", story_id=story.id)
    assert {row["id"] for row in found["points"]} == set(story.point_ids)


@pytest.mark.parametrize(("tool", "name"), [("claim", "claim_id"), ("point", "point_id"), ("story", "story_id")])
def test_an_id_that_nothing_has_is_said_so(room: Newsroom, tool: str, name: str) -> None:
    found = asked(room, lambda client: client.call_tool(tool, {name: "ffffffff"}))
    assert found.is_error and "ffffffff" in found.content[0].text
