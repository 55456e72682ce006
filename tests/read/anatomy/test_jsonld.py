"""JSON-LD as newsrooms write it, whole and broken."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from growth import growth
from sayso.read.anatomy.html import jsonld

WHOLE = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry runs again", "author": "Ada Moor"}


def one(script: str) -> jsonld.Thing:
    found = jsonld.things([script])
    assert len(found) == 1
    return found[0]


def test_a_whole_script_is_read_as_it_stands():
    assert one(json.dumps(WHOLE)) == WHOLE


@pytest.mark.parametrize(
    "broken",
    [
        '{"@type":"NewsArticle","headline":"Ferry runs again",}',
        '{"@type":"NewsArticle",\n// the desk fills this in\n"headline":"Ferry runs again"}',
        '{"@type":"NewsArticle",/* old: "headline":"x" */"headline":"Ferry runs again"}',
        '{"@type":"NewsArticle","headline":"Ferry\n runs again"}',
        '{"@type":"NewsArticle","headline":"Ferry\x01\truns again"}',
        '<!-- {"@type":"NewsArticle","headline":"Ferry runs again"} -->',
        '//<![CDATA[\n{"@type":"NewsArticle","headline":"Ferry runs again"}\n//]]>',
        "{&quot;@type&quot;:&quot;NewsArticle&quot;,&quot;headline&quot;:&quot;Ferry runs again&quot;}",
        '\ufeff  {"@type":"NewsArticle","headline":"Ferry runs again"};',
        '{"@type":"NewsArticle","headline":"Ferry runs again","about":["river", "boats",],}',
        '{"@type":"NewsArticle","headline":"Ferry runs again","articleBody":"The ferry is ba',
        '{"@type":"NewsArticle","headline":"Ferry runs again","image":{"url":"a","width":',
    ],
)
def test_broken_scripts_give_what_they_hold(broken):
    found = one(broken)
    assert jsonld.kinds(found) == ("newsarticle",)
    assert jsonld.words(found["headline"]) == "Ferry runs again"


def test_quotation_marks_left_bare_inside_a_sentence_are_kept():
    found = one('{"@type":"NewsArticle","headline":"He said "never" twice, then "maybe"","author":"Bo Finn"}')
    assert found["headline"] == 'He said "never" twice, then "maybe"'
    assert found["author"] == "Bo Finn"


def test_a_stray_backslash_does_not_lose_the_script():
    assert one(r'{"@type":"NewsArticle","headline":"Path C:\dock and \x"}')["headline"] == r"Path C:\dock and \x"


def test_several_objects_in_one_script_are_all_read():
    script = '{"@type":"WebSite","name":"The Harbour"}\n{"@type":"NewsArticle","headline":"Ferry runs again"}'
    assert [jsonld.kinds(thing) for thing in jsonld.things([script])] == [("website",), ("newsarticle",)]


def test_graphs_arrays_and_nested_main_entities_are_opened():
    script = json.dumps(
        [
            {"@graph": [{"@type": "WebPage", "mainEntity": WHOLE}, {"@type": ["Person", "Thing"], "name": "Ada"}]},
            {"@type": "http://schema.org/Organization"},
        ]
    )
    kinds = [jsonld.kinds(thing) for thing in jsonld.things([script])]
    assert kinds == [(), ("webpage",), ("newsarticle",), ("person", "thing"), ("organization",)]


def test_words_reads_entities_and_drops_markup():
    assert jsonld.words("Ferry &amp;#8217;s <b>last</b>\n run") == "Ferry ’s last run"
    assert jsonld.words([None, {"@value": "Ada"}]) == "Ada"
    assert jsonld.words({"@type": "Person"}) is None
    assert jsonld.words(True) is None


@given(st.text(max_size=300))
def test_any_text_is_read_without_an_error(script):
    assert isinstance(jsonld.things([script]), tuple)


@given(st.data())
def test_a_damaged_script_never_raises(data):
    script = list(json.dumps([WHOLE, {"@graph": [WHOLE], "list": [1, 2.5, None, 'a \\ " b']}]))
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(script) - 1))
        script[at] = data.draw(
            st.sampled_from(['"', "\\", "{", "}", "[", "]", ",", ":", "/", "*", "", "&quot;", "\x00"])
        )
    for thing in jsonld.things(["".join(script)]):
        assert isinstance(thing, dict)


KEYS = st.sampled_from(["@graph", "mainEntity", "@type", "name", "@value", "@id", "@list"])
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda kids: st.lists(kids, max_size=3) | st.dictionaries(KEYS, kids, max_size=4),
    max_leaves=12,
)


@given(VALUES)
def test_any_json_value_is_taken(value):
    for thing in jsonld.things([json.dumps(value)]):
        jsonld.kinds(thing)
        for inner in thing.values():
            assert jsonld.words(inner) != ""


@pytest.mark.parametrize(
    "shape", ["[", '{"a":', "[1,", '"', '\\"', "/*", "//", '{"a":"b" c",', ",", '" ', '{"@graph":[']
)
def test_reading_time_grows_no_faster_than_the_script(shape):
    def read(size: int) -> None:
        jsonld.things(["{" + shape * (size // len(shape))])

    assert growth(read, 20_000) < 10  # four times the script; a quadratic pass takes sixteen
