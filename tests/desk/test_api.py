"""What the desk tells programs: every JSON address answers as its description says, whatever is asked."""

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from starlette.testclient import TestClient

from sayso.desk import application
from sayso.newsroom import Newsroom

ADDRESSES = ("/feed.json", "/disputes.json", "/changes.json", "/search.json?q=call", "/stories.json")


@pytest.fixture
def told(desk: TestClient) -> dict[str, object]:
    """The description."""
    return desk.get("/api/openapi.json").json()


def test_every_json_address_is_described(desk: TestClient, told: dict[str, object]) -> None:
    """And nothing else but files."""
    paths = told["paths"]
    assert isinstance(paths, dict)
    files = {path for path in paths if path.startswith("/export/")}
    assert (len(files), all(path.endswith(".json") for path in paths.keys() - files)) == (6, True)
    assert {"/feed.json", "/point/{point_id}.json", "/claim/{claim_id}.json", "/page/{page_id}.json"} <= set(paths)


def test_answers_are_as_described(desk: TestClient, told: dict[str, object]) -> None:
    """A point, a claim and a page of the record fit the schemas that are named for them."""
    lead = next(one for one in desk.get("/feed.json").json()["items"] if one["claim_id"])
    point = desk.get(f"/claim/{lead['claim_id']}.json").json()["point_id"]
    for path, at in (
        ("/claim/{claim_id}.json", f"/claim/{lead['claim_id']}.json"),
        ("/point/{point_id}.json", f"/point/{point}.json"),
        ("/page/{page_id}.json", f"/page/{lead['item']['page_id']}.json"),
        ("/disputes.json", "/disputes.json"),
    ):
        answer = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]  # type: ignore[index]
        jsonschema.validate(desk.get(at).json(), {**answer, "components": told["components"]})


def test_no_answer_is_described_as_any_object(told: dict[str, object]) -> None:
    """Each address says what it answers."""
    paths = told["paths"]
    assert isinstance(paths, dict)
    answers = {
        (path, kind): one["schema"]
        for path, verbs in paths.items()
        for verb in verbs.values()
        for kind, one in verb["responses"]["200"]["content"].items()
    }
    assert [one for one, schema in answers.items() if schema == {"type": "object"}] == []


def test_whatever_is_asked_is_answered_as_described(newsroom: Newsroom) -> None:
    """Right and wrong parameters: no fault, no answer that the description does not know."""
    api = schemathesis.openapi.from_asgi("/api/openapi.json", application(newsroom, hosts=()))
    for operation in (found.ok() for found in api.get_all_operations()):

        @settings(max_examples=8, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case: schemathesis.Case) -> None:
            case.call_and_validate()

        ask()
