"""The co-participation network: shared meetings counted once each, everything in a fixed order."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from kg.network import Degree, Tie, co_participation, co_participation_network, degree

ROWS = [("m1", "ann"), ("m1", "bo"), ("m1", "cy"), ("m2", "ann"), ("m2", "bo"), ("m2", "bo"), ("m3", "dee")]
rows = st.lists(st.tuples(st.sampled_from("mnop"), st.sampled_from("abcdef")))


def test_ties_count_the_meetings_that_two_share() -> None:
    assert co_participation(co_participation_network(ROWS)) == (
        Tie("ann", "bo", 2),
        Tie("ann", "cy", 1),
        Tie("bo", "cy", 1),
    )


def test_degree_counts_others_and_strength_counts_shared_meetings() -> None:
    assert degree(co_participation_network(ROWS)) == (
        Degree("ann", degree=2, strength=3, meetings=2),
        Degree("bo", degree=2, strength=3, meetings=2),
        Degree("cy", degree=2, strength=2, meetings=1),
        Degree("dee", degree=0, strength=0, meetings=1),
    )


def test_no_rows_no_network() -> None:
    assert degree(co_participation_network([])) == co_participation(co_participation_network([])) == ()


@given(rows, st.randoms())
def test_the_order_of_rows_makes_no_difference(found: list[tuple[str, str]], random: object) -> None:
    shuffled = sorted(found, key=lambda _: random.random())  # type: ignore[attr-defined]
    one, other = co_participation_network(found), co_participation_network([*shuffled, *shuffled])
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))


@given(rows.filter(bool))
def test_it_is_the_projection_that_networkx_makes_of_the_two_mode_network(found: list[tuple[str, str]]) -> None:
    two_mode = nx.Graph((f"meeting {meeting}", agent) for meeting, agent in found)
    agents = sorted({agent for _, agent in found})
    expected = nx.bipartite.weighted_projected_graph(two_mode, agents)
    network = co_participation_network(found)
    assert {frozenset(edge[:2]): edge[2] for edge in network.edges(data="weight")} == {
        frozenset(edge[:2]): edge[2] for edge in expected.edges(data="weight")
    }
    assert sum(row.degree for row in degree(network)) == 2 * network.number_of_edges()
