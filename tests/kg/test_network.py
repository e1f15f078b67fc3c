"""The co-participation network: shared meetings counted once each, everything in a fixed order, chance with a seed."""

import io
import random
from collections import Counter
from itertools import combinations
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from kg.network import (
    Part,
    Tie,
    as_svg,
    chosen,
    co_participation,
    measure,
    measures,
    path,
    picture,
    surprises,
    ties,
    two_mode,
    windows,
    written,
)
from kg.network.png import as_png
from kg.network.shapes import Disc


def _part(meeting: str, agent: str, day: str | None = None, role: str = "participant", kind: str = "official") -> Part:
    return Part(meeting, agent, kind, role, day, day)


PARTS = [
    _part("m1", "ann", "2019-05-01"),
    _part("m1", "bo", "2019-05-01"),
    _part("m1", "cy", "2019-05-01", kind="body"),
    _part("m2", "ann", "2020-02-03", role="chair"),
    _part("m2", "bo", "2020-02-03"),
    _part("m2", "bo", "2020-02-03", role="speaker"),
    _part("m3", "dee"),
]
some = st.lists(st.builds(_part, st.sampled_from("mnop"), st.sampled_from("abcdef")))


def _by_agent(name: str, parts: list[Part]) -> dict[str, tuple[object, ...]]:
    return {score.agent: score.values for score in measure(name, co_participation(parts))}


def test_ties_count_the_meetings_that_two_share() -> None:
    assert ties(co_participation(PARTS)) == (Tie("ann", "bo", 2), Tie("ann", "cy", 1), Tie("bo", "cy", 1))
    assert co_participation(PARTS).edges["ann", "bo"]["meetings"] == ("m1", "m2")


def test_two_bodies_for_whom_one_person_sat_there_did_not_meet() -> None:
    def sat_for(body: str, who: str) -> Part:
        return Part("m", body, "body", "participant", through=who)

    one_for_both = [sat_for("Office", "ann"), sat_for("Board", "ann"), sat_for("Agency", "bo")]
    assert ties(co_participation(one_for_both)) == (Tie("Agency", "Board", 1), Tie("Agency", "Office", 1))
    assert {(tie.first, tie.second) for tie in surprises(one_for_both)} == {("Agency", "Board"), ("Agency", "Office")}
    another = [*one_for_both, sat_for("Board", "cy")]
    assert Tie("Board", "Office", 1) in ties(co_participation(another))


def test_degree_counts_others_and_strength_counts_shared_meetings() -> None:
    ranked = [(score.agent, score.values) for score in measure("degree", co_participation(PARTS))]
    assert ranked == [("ann", (2, 3, 2)), ("bo", (2, 3, 2)), ("cy", (2, 2, 1)), ("dee", (0, 0, 1))]


def test_which_parts_count_by_kind_role_and_time() -> None:
    assert {part.agent for part in chosen(PARTS, kinds=("body",))} == {"cy"}
    assert {part.agent for part in chosen(PARTS, roles=("chair", "speaker"))} == {"ann", "bo"}
    assert {part.meeting for part in chosen(PARTS, since="2020-01-01")} == {"m2"}
    assert {part.meeting for part in chosen(PARTS, until="2019-12-31")} == {"m1"}
    assert {part.meeting for part in chosen(PARTS)} == {"m1", "m2", "m3"}


@pytest.mark.parametrize("name", measures())
def test_each_measure_is_defined_and_gives_every_agent_a_score(name: str) -> None:
    stated = measures()[name]
    assert stated.summary
    assert stated.definition.endswith(".")
    assert "(19" in stated.reference or "(20" in stated.reference
    scores = measure(name, co_participation(PARTS))
    assert {score.agent for score in scores} == {"ann", "bo", "cy", "dee"}
    assert all(len(score.values) == len(stated.columns) for score in scores)
    assert measure(name, co_participation([])) == ()


# A star: hub tied to three who are not tied to one another. What the definitions give can be worked out by hand.
STAR = [_part(f"m{at}", agent) for at, other in enumerate("abc") for agent in ("hub", other)]


def test_the_hub_of_a_star_is_central_in_every_way() -> None:
    assert _by_agent("betweenness", STAR) == {"hub": (1.0,), "a": (0.0,), "b": (0.0,), "c": (0.0,)}
    assert _by_agent("closeness", STAR)["hub"] == (1.0,)
    assert _by_agent("closeness", STAR)["a"] == (0.6,)
    assert _by_agent("eigenvector", STAR)["hub"][0] == pytest.approx(0.5**0.5, abs=1e-5)
    assert _by_agent("core", STAR) == {"hub": (1,), "a": (1,), "b": (1,), "c": (1,)}
    assert _by_agent("brokerage", STAR)["hub"] == (pytest.approx(1 / 3, abs=1e-5), 3.0)
    assert _by_agent("brokerage", STAR)["a"] == (1.0, 1.0)
    # p = .15/4 + .85 * 3q and q = .15/4 + .85 * p/3
    hub = (0.0375 + 0.85 * 3 * 0.0375) / (1 - 0.85**2)
    assert _by_agent("pagerank", STAR)["hub"][0] == pytest.approx(hub, abs=1e-5)
    assert sum(float(str(values[0])) for values in _by_agent("pagerank", STAR).values()) == pytest.approx(1, abs=1e-5)


def test_two_groups_are_two_communities_and_two_components() -> None:
    parts = [_part(meeting, agent) for meeting, agents in (("m", "abc"), ("n", "xyzw")) for agent in agents]
    assert {values[0] for agent, values in _by_agent("communities", parts).items() if agent in "xyzw"} == {1}
    assert _by_agent("components", parts)["a"] == (2, 3)


def test_a_path_names_the_meetings_of_each_step() -> None:
    network = co_participation([_part("m", "a"), _part("m", "b"), _part("n", "b"), _part("n", "c"), _part("o", "d")])
    assert [(step.one, step.other, step.meetings) for step in path(network, "a", "c")] == [
        ("a", "b", ("m",)),
        ("b", "c", ("n",)),
    ]
    assert path(network, "a", "d") == path(network, "a", "a") == ()
    with pytest.raises(KeyError):
        path(network, "a", "nobody")


@given(some)
def test_a_path_is_as_short_as_networkx_says(found: list[Part]) -> None:
    network = co_participation(found)
    for one, other in combinations(network, 2):
        steps = path(network, one, other)
        assert len(steps) == (nx.shortest_path_length(network, one, other) if nx.has_path(network, one, other) else 0)


def test_windows_tell_who_joined_and_who_left() -> None:
    first, second = windows(PARTS)
    assert (first.since, first.until, first.meetings, first.agents, first.ties) == ("2019-01-01", "2019-12-31", 1, 3, 3)
    assert (second.agents, second.joined, second.left, second.density) == (2, 0, 1, 1.0)
    (both,) = windows(PARTS, years=2)
    assert (both.meetings, both.agents) == (2, 3)
    assert windows([_part("m", "a")]) == ()


def test_chance_keeps_how_large_meetings_are_and_tells_what_is_not_chance() -> None:
    often = [_part(f"m{at}", agent) for at in range(8) for agent in ("a", "b")]
    others = [_part(f"n{at}", agent) for at in range(8) for agent in (f"x{at}", f"y{at}")]
    first, *rest = surprises(often + others, draws=50)
    assert (first.first, first.second, first.meetings) == ("a", "b", 8)
    assert first.share == pytest.approx(1 / 51, abs=1e-4)
    assert first.expected < 5
    assert {each.meetings for each in rest} == {1}
    assert surprises(often + others, draws=50) == (first, *rest)


@given(some, st.randoms())
def test_the_order_of_rows_makes_no_difference(found: list[Part], lot: random.Random) -> None:
    shuffled = sorted(found, key=lambda _: lot.random())
    one, other = co_participation(found), co_participation([*shuffled, *shuffled])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    for name in measures():
        assert measure(name, one) == measure(name, other)
    assert surprises(found, draws=3) == surprises([*shuffled, *shuffled], draws=3)


@given(some.filter(bool))
def test_it_is_the_projection_that_networkx_makes_of_the_two_mode_network(found: list[Part]) -> None:
    both = two_mode([_part(f"meeting {part.meeting}", part.agent) for part in found])
    agents = sorted({part.agent for part in found})
    expected = nx.bipartite.weighted_projected_graph(both, agents)
    network = co_participation(found)
    assert {frozenset(edge[:2]): edge[2] for edge in network.edges(data="weight")} == {
        frozenset(edge[:2]): edge[2] for edge in expected.edges(data="weight")
    }


@given(some)
def test_a_picture_is_xml_with_every_label_and_the_same_each_time(found: list[Part]) -> None:
    network = co_participation(found)
    labels = {agent: f"<{agent}> & co\x00" for agent in network}
    svg = as_svg(picture(network, labels, "A title"))
    words = [element.text for element in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]  # noqa: S314
    assert {f"<{agent}> & co\ufffd" for agent in network} <= set(words)
    assert svg == as_svg(picture(co_participation(list(reversed(found))), labels, "A title"))


def test_a_picture_of_many_shows_the_strongest_and_says_so() -> None:
    crowd = [_part("m", f"a{at:03}") for at in range(80)]
    svg = as_svg(picture(co_participation(crowd), {}, "Crowd"))
    assert "60 of 80 shown" in svg


def test_a_picture_as_png_has_what_the_svg_has_the_same_each_time() -> None:
    labels = {"ann": "Ann Lindqvist", "bob": "Bob Ek"}
    octets = as_png(picture(co_participation(PARTS), labels, "A title"))
    assert octets == as_png(picture(co_participation(list(reversed(PARTS))), labels, "A title"))
    image = Image.open(io.BytesIO(octets)).convert("RGB")
    drawn = picture(co_participation(PARTS), labels, "A title")
    assert image.size == (2 * drawn.width, 2 * drawn.height)
    nodes = [shape for shape in drawn.shapes if isinstance(shape, Disc) and shape.edged]
    assert nodes
    for node in nodes:
        assert image.getpixel((round(2 * node.x), round(2 * node.y))) == ImageColor.getrgb(node.colour)


@pytest.mark.parametrize("syntax", ["graphml", "gexf"])
def test_other_programs_read_the_network(syntax: str) -> None:
    network = co_participation(PARTS)
    text = written(network, {"ann": "Ann <Lee>"}, syntax)
    assert text == written(network, {"ann": "Ann <Lee>"}, syntax)
    assert "lastmodified" not in text
    if syntax == "graphml":
        again = nx.parse_graphml(text)
        assert again.nodes["ann"]["label"] == "Ann <Lee>"
        assert Counter(frozenset(edge) for edge in again.edges) == Counter(frozenset(edge) for edge in network.edges)
        assert again.edges["ann", "bo"]["weight"] == 2
    else:
        assert ET.fromstring(text).tag.endswith("gexf")  # noqa: S314 - our own
