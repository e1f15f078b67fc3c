"""What a child process denies itself before it touches anything from strangers: memory, time, the network."""

import ctypes
import math
import platform
import resource
import struct
import sys

# The system call numbers of socket(2) and the audit names of the machines (linux/audit.h, asm/unistd.h).
_MACHINES = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_LOAD, _JUMP_IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # EACCES
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS, _FILTER = 22, 38, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))


def bound(memory: int, seconds: float) -> None:
    """From here on, ``memory`` bytes of address space, and an end even if the parent dies before it can kill.

    The parent keeps the clock; the limit on processor time is far above its deadline, for orphans only.
    """
    _soft_limit(resource.RLIMIT_AS, memory)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft_limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + 4 * seconds + 5))


def no_network() -> bool:
    """From here on, no socket in this process or its threads; False where the system has no such wall.

    A seccomp filter (Linux, no privilege needed) that answers ``socket(2)`` with EACCES. Freezing the number of
    descriptors instead starves Oxigraph, which opens its files as it needs them once there are more than sixteen.
    """
    if sys.platform != "linux" or platform.machine() not in _MACHINES:
        return False
    machine, socket = _MACHINES[platform.machine()]
    steps = (
        (_LOAD, 0, 0, 4),  # the machine of the call
        (_JUMP_IF_EQUAL, 0, 2, machine),
        (_LOAD, 0, 0, 0),  # its number
        (_JUMP_IF_EQUAL, 0, 1, socket),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = _Program(len(steps), ctypes.addressof(code))
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    done = prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), prctl(_PR_SET_SECCOMP, _FILTER, ctypes.addressof(program), 0, 0)
    return done == (0, 0)


def _soft_limit(which: int, wanted: int) -> None:
    _, ceiling = resource.getrlimit(which)
    resource.setrlimit(which, (wanted if ceiling == resource.RLIM_INFINITY else min(wanted, ceiling), ceiling))
