"""NumPy's half of ./run bench: reads one command a line (fields parted by tabs), answers with one line.

version                      -> what is being measured
load NAME FILE               -> ok; the array in FILE.npy is known as NAME from now on
forget                       -> ok; drops all arrays and the statement
define SETUP STATEMENT       -> ok; SETUP's names are local variables of the loop that repeats STATEMENT
check FILE TOLERANCE         -> ok, or how STATEMENT's value differs from the array in FILE.npy
time K                       -> nanoseconds of K repetitions
"""

import gc
import sys
import time

import numpy as np

np.seterr(all="ignore")  # neither side tells of overflow and the like
arrays = {}
loop = None
value = None


def define(setup, statement):
    """Like timeit: the arrays and functions are locals, and the loop has next to no cost of its own."""
    source = f"""
def loop(count, clock):
    {setup}
    for _ in range(3): {statement}
    begin = clock()
    for _ in count: {statement}
    return clock() - begin

def value():
    {setup}
    return {statement}
"""
    space = {"np": np, "arrays": arrays}
    exec(source, space)
    return space["loop"], space["value"]


def difference(ours, tolerance):
    theirs = np.asarray(value())
    if theirs.dtype != ours.dtype:
        return f"NumPy's type is {theirs.dtype}, ours {ours.dtype}"
    if theirs.shape != ours.shape:
        return f"NumPy's shape is {theirs.shape}, ours {ours.shape}"
    if np.array_equal(theirs, ours, equal_nan=theirs.dtype.kind in "fc"):
        return "ok"
    if theirs.dtype.kind not in "fc":
        return f"{np.count_nonzero(theirs != ours)} of {theirs.size} values differ"
    with np.errstate(all="ignore"):
        same = (theirs == ours) | ((theirs != theirs) & (ours != ours))
        apart = np.abs(theirs - ours) / np.maximum(np.abs(theirs), np.finfo(theirs.dtype).tiny)
        worst = np.max(np.where(same, 0, apart))
    return "ok" if worst <= tolerance else f"values differ by {worst:.2g} of their size"


for line in sys.stdin:
    command, *fields = line.rstrip("\n").split("\t")
    try:
        if command == "version":
            answer = f"NumPy {np.__version__}, Python {sys.version.split()[0]}"
        elif command == "load":
            arrays[fields[0]] = np.load(fields[1])
            answer = "ok"
        elif command == "forget":
            arrays.clear()
            loop = value = None
            answer = "ok"
        elif command == "define":
            loop, value = define(*fields)
            answer = "ok"
        elif command == "check":
            answer = difference(np.load(fields[0]), float(fields[1]))
        elif command == "time":
            count = iter([None] * int(fields[0]))
            gc.disable()
            answer = str(loop(count, time.perf_counter_ns))
            gc.enable()
        else:
            answer = f"unknown command {command}"
    except Exception as error:  # told to the other side, which reports it with the case
        answer = f"{type(error).__name__}: {error}".replace("\n", " ")
    print(answer, flush=True)
