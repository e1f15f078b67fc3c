"""What the text of a value is like (SHACL §4.4): its length, a pattern, its language."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from kg.validation.declared import TRUE, Declared, NotCompiled
from kg.validation.results import Check, Place, Result, component, each_value
from kg.validation.terms import is_blank, is_literal, parts
from kg.validation.triples import Reached, Triples

_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE}


def strings(shape: Declared, place: Place) -> Iterator[Check]:
    """``sh:minLength``, ``sh:maxLength``, ``sh:pattern``, ``sh:languageIn`` and ``sh:uniqueLang``."""
    if shape.many("minLength"):
        yield each_value(place, "MinLength", _at_least(shape.one("minLength").number()))
    if shape.many("maxLength"):
        yield each_value(place, "MaxLength", _at_most(shape.one("maxLength").number()))
    flags = shape.one("flags").node if shape.many("flags") else '""'
    for pattern in shape.many("pattern"):
        yield each_value(place, "Pattern", _matching(pattern.node, flags))
    if shape.many("languageIn"):
        ranges = [parts(each.node)[0].lower() for each in shape.one("languageIn").items() if is_literal(each.node)]
        yield each_value(place, "LanguageIn", _in_language(ranges))
    if shape.many("uniqueLang"):
        if place.path is None:
            raise NotCompiled("sh:uniqueLang on a node shape")
        if shape.one("uniqueLang").node == TRUE:
            yield _unique_language(place)


def _text(value: str) -> str:
    return parts(value)[0] if value[0] == '"' else value[1:-1]


def _at_least(length: int) -> Callable[[str], bool]:
    return lambda value: not length or (not is_blank(value) and _length(value) >= length)


def _at_most(length: int) -> Callable[[str], bool]:
    return lambda value: not is_blank(value) and _length(value) <= length


def _length(value: str) -> int:
    if "\\" in value:
        return len(_text(value))
    return (value.rindex('"') if value[0] == '"' else len(value) - 1) - 1


def _matching(pattern: str, flags: str) -> Callable[[str], bool]:
    if not is_literal(pattern) or not is_literal(flags) or not set(parts(flags)[0]) <= set(_FLAGS):
        raise NotCompiled(f"the pattern {pattern}, {flags}")
    try:
        search = re.compile(parts(pattern)[0], sum(_FLAGS[flag] for flag in set(parts(flags)[0]))).search
    except re.error as error:
        raise NotCompiled(f"the pattern {pattern}: {error}") from None
    return lambda value: not is_blank(value) and search(_text(value)) is not None


def _in_language(ranges: Sequence[str]) -> Callable[[str], bool]:
    """The basic filtering of RFC 4647, which SPARQL's langMatches is."""

    def holds(value: str) -> bool:
        language = parts(value)[1] if is_literal(value) else ""
        return bool(language) and any(each in ("*", language) or language.startswith(f"{each}-") for each in ranges)

    return holds


def _unique_language(place: Place) -> Check:
    iri = component("UniqueLang")

    def together(graph: Triples, _: Collection[str], reached: Reached) -> bool:
        found: list[Result] = []
        for values in reached[1]:
            check(graph, "", tuple(values), found)
        return not found

    def check(_: Triples, focus: str, values: Sequence[str], found: list[Result]) -> None:
        languages = [parts(value)[1] for value in values if is_literal(value)]
        for language in dict.fromkeys(each for each in languages if each and languages.count(each) > 1):
            assert language
            found.append(Result(place, focus, iri))

    return Check(check, together=together)
