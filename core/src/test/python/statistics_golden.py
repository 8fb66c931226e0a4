"""Writes what NumPy's functions of sorting, sets and statistics give, for StatisticsGoldenTest:

    python3 statistics_golden.py | gzip -9n > ../resources/orthant/golden/statistics.txt.gz

A case is a line "function;arguments;inputs;results", as in manipulation.py. The layout of an input is made by the test.
"""
import warnings

import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")
TYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64", "complex64", "complex128"]
REAL = TYPES[:12]
FLOATS = ["float16", "float32", "float64"]
R = np.random.default_rng(5)
CASES = []
SEEN = set()


def values(dtype, shape, special=True):
    """Numbers with ties; floating-point ones with NaN, infinities and signed zeros; integers with extremes."""
    n = int(np.prod(shape))
    if dtype == "bool":
        return R.random(shape) < 0.4
    if dtype.startswith("complex"):
        a = np.empty(shape, dtype)
        a.real = values("float32", shape, special)
        a.imag = values("float32", shape, special)
        return a
    a = R.integers(-6 if dtype[0] != "u" else 0, 9, shape).astype(dtype)
    if dtype.startswith("float"):
        a = (a / 4).astype(dtype)
        if special and n > 3:
            a.flat[R.integers(0, n, n // 3)] = R.choice([np.nan, -np.inf, np.inf, -0.0, 0.0], n // 3)
    elif special and n > 3:
        info = np.iinfo(dtype)
        a.flat[R.integers(0, n, 2)] = [info.min, info.max]
    return a


def numbers(x):
    return ",".join(str(int(n)) for n in x) or "-"


def text(a):
    a = np.asarray(a)
    return f"{a.dtype.name}/{numbers(a.shape)}/{np.ascontiguousarray(a).tobytes().hex() or '-'}"


def case(name, args, inputs, call):
    head = f"{name};{'|'.join(map(str, args))};{' '.join(map(text, inputs))};"
    if head in SEEN:
        return
    SEEN.add(head)
    try:
        result = call(*[np.array(x) for x in inputs])
    except (ValueError, IndexError, TypeError, ZeroDivisionError, OverflowError):
        CASES.append(head + "!")
        return
    results = result if isinstance(result, (list, tuple)) else [result]
    CASES.append(head + " ".join(map(text, results)))


SHAPES = [(1,), (5,), (40,), (0,), (3, 4), (0, 3), (3, 0), (2, 3, 5)]


def sorting():
    case("sort", [-1], [np.float64(3)], lambda x: np.sort(x, -1))
    for dtype in TYPES:
        for shape in SHAPES + [(300,)]:
            a = values(dtype, shape)
            for axis in {-1, 0, len(shape) - 2, len(shape)}:
                case("sort", [axis], [a], lambda x: np.sort(x, axis, kind="stable"))
                case("argsort", [axis], [a], lambda x: np.argsort(x, axis, kind="stable"))
            for k in (0, -1, shape[-1] // 2, shape[-1]) if a.size else ():
                case("partition", [k], [a], lambda x: np.partition(x, k).take(k, -1))
                case("argpartition", [k], [a], lambda x: np.take_along_axis(x, np.argpartition(x, k), -1).take(k, -1))
        b = values(dtype, (4, 12))
        c = values("int8", (4, 12))
        for axis in (-1, 0):
            case("lexsort", [axis], [b, c], lambda *keys: np.lexsort(keys, axis))
            case("lexsort", [axis], [c, b, c % 3], lambda *keys: np.lexsort(keys, axis))
        for n in (0, 1, 30):
            row = np.sort(values(dtype, (n,)))
            mixed = values(dtype, (n,))
            wanted = values(dtype, (3, 7))
            for side in ("left", "right"):
                case("searchsorted", [side], [row, wanted], lambda x, v: np.searchsorted(x, v, side))
                order = np.argsort(mixed, kind="stable")
                case("searchsorted", [side], [mixed, wanted, order], lambda x, v, o: np.searchsorted(x, v, side, o))
                for other in ("int8", "uint64", "float32", "complex64"):
                    case("searchsorted", [side], [row, values(other, (4,))], lambda x, v: np.searchsorted(x, v, side))
    case("searchsorted", ["left"], [np.zeros((2, 2)), np.zeros(2)], np.searchsorted)


def sets():
    for dtype in TYPES:
        for shape in [(), (1,), (0,), (30,), (3, 4), (2, 3, 2)]:
            # Which of two zeros stays is nobody's promise.
            a = values(dtype, shape) + np.zeros((), dtype) if dtype != "bool" else values(dtype, shape)
            case("unique", [], [a], lambda x: np.unique(x, True)[0])
            case("uniqueAll", [True], [a], lambda x: np.unique(x, True, True, True))
            case("uniqueAll", [False], [a], np.unique_all)
            case("uniqueCounts", [], [a], np.unique_counts if a.size == 0 else lambda x: list(np.unique(x, return_counts=True, equal_nan=False)))
            case("uniqueInverse", [], [a], lambda x: list(np.unique(x, True, True, equal_nan=False))[::2])
        rows = (values(dtype, (9, 2, 2), False) > 1).astype(dtype)
        for axis in (0, 1, -1, 3):
            case("uniqueAlong", [axis], [rows], lambda x: np.unique(x, True, True, True, axis))
        a = values(dtype, (20,))
        for other in {dtype, "int8", "float32"}:
            b = values(other, (3, 4))
            a, b = (x if x.dtype == bool else x + np.zeros((), x.dtype) for x in (a, b))
            # Nor which of several complex NaN.
            a, b = (np.where(np.isnan(x), 0, x) if dtype.startswith("complex") else x for x in (a, b))
            case("isin", [False], [a, b], np.isin)
            case("isin", [True], [b, a], lambda x, y: np.isin(x, y, invert=True))
            case("intersection", [], [a, b], lambda x, y: np.intersect1d(x, y, return_indices=True))
            case("intersect1d", [], [a, b], np.intersect1d)
            case("union1d", [], [a, b], np.union1d)
            case("setdiff1d", [], [a, b], np.setdiff1d)
            case("setxor1d", [], [a, b], np.setxor1d)
        empty = np.zeros(0, dtype)
        for name, f in [("union1d", np.union1d), ("setdiff1d", np.setdiff1d), ("setxor1d", np.setxor1d), ("intersect1d", np.intersect1d)]:
            case(name, [], [a, empty], f)
            case(name, [], [empty, a], f)
        case("isin", [False], [a, empty], np.isin)


if __name__ == "__main__":
    sorting()
    sets()
    print("\n".join(CASES))
