"""What an object works out of itself when it is first asked for it, and then keeps."""

from collections.abc import Callable
from typing import Generic, TypeVar, overload

S = TypeVar("S")
T = TypeVar("T")


class computed(Generic[S, T]):  # noqa: N801 (it stands where functools.cached_property does)
    """A property computed once, like ``functools.cached_property`` without the lock that Python 3.11 takes each time.

    Whatever holds one is read by one thread. Once computed, the value is an attribute of the instance and found there.
    """

    def __init__(self, work: Callable[[S], T]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type[S], name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type[S]) -> "computed[S, T]": ...

    @overload
    def __get__(self, instance: S, owner: type[S]) -> T: ...

    def __get__(self, instance: S | None, owner: type[S]) -> "T | computed[S, T]":
        if instance is None:
            return self
        value = self._work(instance)
        setattr(instance, self._name, value)
        return value
