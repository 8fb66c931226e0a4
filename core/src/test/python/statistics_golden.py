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
    except (ValueError, IndexError, TypeError, ZeroDivisionError, OverflowError, RuntimeError):
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


METHODS = ["inverted_cdf", "averaged_inverted_cdf", "closest_observation", "interpolated_inverted_cdf", "hazen", "weibull", "linear",
           "median_unbiased", "normal_unbiased", "lower", "higher", "midpoint", "nearest"]


def finite(dtype, shape, nan=0):
    """Numbers without infinities, some of them NaN."""
    a = values(dtype, shape, False)
    if nan and dtype.startswith(("float", "complex")):
        a.flat[R.integers(0, max(a.size, 1), min(nan, a.size))] = np.nan
    return a


def axes_of(shape):
    yield "all", None
    for axis in range(len(shape)):
        yield str(axis), axis
    if len(shape) > 1:
        yield "-1", -1
        yield "0,1", (0, 1)


def averages():
    for dtype in TYPES:
        for shape in [(), (7,), (3, 4), (2, 3, 5), (0,), (0, 3)]:
            a = finite(dtype, shape, 2)
            for axis, given in axes_of(shape):
                case("countNonzero", [axis], [a], lambda x: np.count_nonzero(x, given))
                case("median", [axis, "False"], [a], lambda x: np.median(x, given))
                case("median", [axis, "True"], [a], lambda x: np.median(x, given, keepdims=True))
                if dtype[0] != "c":
                    case("ptp", [axis], [a], lambda x: np.ptp(x, given))
        a = finite(dtype, (3, 4))
        for other in ("float64", "float32", "int8", dtype):
            w = np.abs(finite(other, (3, 4))).astype(other)
            case("average", ["all"], [a, w], lambda x, y: np.average(x, None, y))
            for axis in (0, 1):
                case("average", [axis], [a, w + (w == 0)], lambda x, y: np.average(x, axis, y))
                row = np.arange(1, a.shape[axis] + 1).astype(other)
                case("average", [axis], [a, row], lambda x, y: np.average(x, axis, y))
            case("average", ["1,0"], [a, np.ones((4, 3), other)], lambda x, y: np.average(x, (1, 0), y))
    case("average", ["all"], [np.ones(3), np.zeros(3)], lambda x, y: np.average(x, None, y))
    case("average", ["0"], [np.ones((3, 2)), np.ones(2)], lambda x, y: np.average(x, 0, y))
    case("average", ["all"], [np.ones((3, 2)), np.ones(2)], lambda x, y: np.average(x, None, y))


def quantiles():
    for dtype in REAL:
        for shape in [(1,), (2,), (9,), (10,), (3, 4), (0,)]:
            for nan in (0, 2) if dtype in FLOATS else (0,):
                a = finite(dtype, shape, nan)
                for method in METHODS if dtype in ("bool", "int8", "float32", "float64") else R.choice(METHODS, 4):
                    q = float(R.choice([0, 0.1, 0.25, 0.5, 1 / 3, 0.9, 1]))
                    axis, given = list(axes_of(shape))[R.integers(0, len(shape))]
                    case("quantile", [axis, q, method], [a], lambda x: np.quantile(x, q, given, method=method))
                    case("nanquantile", [axis, q, method], [a], lambda x: np.nanquantile(x, q, given, method=method))
                    if R.random() < 0.7:
                        continue
                    case("percentile", [axis, 100 * q, method], [a], lambda x: np.percentile(x, 100 * q, given, method=method))
                    case("nanpercentile", [axis, 100 * q, method], [a], lambda x: np.nanpercentile(x, 100 * q, given, method=method))
                for q in ([0.0, 0.2, 0.75, 1.0], [[0.5, 0.3]]):
                    case("quantiles", ["all", "linear"], [a, np.array(q)], lambda x, y: np.quantile(x, y))
                    case("quantiles", ["0", "hazen"], [a, np.array(q)], lambda x, y: np.quantile(x, y, 0, method="hazen"))
        a = finite(dtype, (3, 8))
        w = R.integers(0, 4, (3, 8)) + np.eye(3, 8)
        q = np.array([0.0, 0.3, 0.5, 1.0])
        case("weightedQuantile", ["1"], [a, q, w], lambda x, y, v: np.quantile(x, y, 1, weights=v, method="inverted_cdf"))
        case("weightedQuantile", ["1"], [a, q, w[0]], lambda x, y, v: np.quantile(x, y, 1, weights=v, method="inverted_cdf"))
        case("weightedQuantile", ["1"], [a, q, -w], lambda x, y, v: np.quantile(x, y, 1, weights=v, method="inverted_cdf"))
    case("quantile", ["all", 1.5, "linear"], [np.ones(3)], lambda x: np.quantile(x, 1.5))
    case("quantile", ["all", 0.5, "linear"], [np.ones(3, complex)], lambda x: np.quantile(x, 0.5))


def covariances():
    for dtype in TYPES[:9] + ["float32", "float64", "complex64", "complex128"]:
        a = finite(dtype, (3, 8))
        b = finite(dtype, (2, 8))
        f = R.integers(0, 4, 8) + 1
        w = R.integers(1, 9, 8) / 4
        for ddof in (0, 1):
            case("cov", ["rows", ddof], [a], lambda x: np.cov(x, ddof=ddof))
            case("cov", ["columns", ddof], [a], lambda x: np.cov(x, rowvar=False, ddof=ddof))
            case("cov2", ["rows", ddof], [a, b], lambda x, y: np.cov(x, y, ddof=ddof))
            case("cov2", ["columns", ddof], [a.T, b.T], lambda x, y: np.cov(x, y, rowvar=False, ddof=ddof))
            case("covFrequencies", ["rows", ddof], [a, f], lambda x, v: np.cov(x, ddof=ddof, fweights=v))
            case("covWeights", ["rows", ddof], [a, w], lambda x, v: np.cov(x, ddof=ddof, aweights=v))
            case("covBoth", ["rows", ddof], [a, f, w], lambda x, u, v: np.cov(x, ddof=ddof, fweights=u, aweights=v))
        case("cov", ["rows", 1], [a[0]], np.cov)
        case("cov2", ["rows", 1], [a[0], a[1]], np.cov)
        case("corrcoef", ["rows"], [a], np.corrcoef)
        case("corrcoef", ["columns"], [a], lambda x: np.corrcoef(x, rowvar=False))
        case("corrcoef", ["rows"], [a[0]], np.corrcoef)
    case("cov", ["rows", 1], [np.zeros((2, 2, 2))], np.cov)
    case("cov", ["rows", 1], [np.zeros((0, 3))], np.cov)
    case("covFrequencies", ["rows", 1], [np.zeros((2, 3)), np.ones(2)], lambda x, v: np.cov(x, fweights=v))


def missing():
    names = ["nansum", "nanprod", "nanmin", "nanmax", "nanargmin", "nanargmax", "nanmean", "nanvar", "nanstd", "nanmedian"]
    for dtype in TYPES:
        for shape in [(), (7,), (3, 4), (0,)] if dtype[0] in "biu" else [(), (1,), (7,), (3, 4), (2, 3, 5), (0,)]:
            a = finite(dtype, shape, 3)
            holes = finite(dtype, shape, 1)
            if a.ndim > 1 and dtype[0] in "fc":
                holes[..., 0] = np.nan
            for axis, given in axes_of(shape):
                for name in names:
                    if "arg" in name and "," in axis or dtype == "float16" and name in ("nanmean", "nanvar", "nanstd") and a.size > 4:
                        continue
                    for x in (a, holes):
                        if not (dtype[0] == "c" and name in ("nanmin", "nanmax", "nanargmin", "nanargmax")):
                            case(name, [axis], [x], lambda x: getattr(np, name)(x, given))
            for name in ("nancumsum", "nancumprod"):
                for axis, given in [("all", None)] + [(k, k) for k in range(a.ndim)]:
                    case(name, [axis], [a], lambda x: getattr(np, name)(x, given))
            if a.ndim == 2:
                case("nanvar1", ["0"], [a], lambda x: np.nanvar(x, 0, ddof=1))


RULES = ["auto", "fd", "doane", "scott", "stone", "rice", "sturges", "sqrt"]


def counting():
    for dtype in TYPES[:8]:
        a = np.abs(finite(dtype, (20,)).astype(np.int8)).astype(dtype)
        case("bincount", [0], [a], np.bincount)
        case("bincount", [30], [a], lambda x: np.bincount(x, minlength=30))
        for other in ("float64", "float32", "int16"):
            case("bincount", [5], [a, finite(other, (20,))], lambda x, w: np.bincount(x, w, 5))
    for bad in (np.array([1, -1]), np.zeros((2, 2), int), np.zeros(3), np.zeros(0, int)):
        case("bincount", [2], [bad], lambda x: np.bincount(x, minlength=2))
    for dtype in REAL:
        a = finite(dtype, (3, 7), 2)
        edges = np.array([-1, 0, 0.5, 0.5, 2])
        for right in (False, True):
            for bins in (edges, edges[::-1], np.array([0, 1, 3], np.int8), np.ones(2), np.zeros(0), np.array([1, 2, 1])):
                case("digitize", [right], [a, bins], lambda x, b: np.digitize(x, b, right))
        if dtype == "float16":
            continue
        for n in (0, 1, 2, 50):
            a = (finite(dtype, (n,)) if dtype == "bool" else (R.normal(size=n) * 8 + (0 if dtype[0] != "u" else 40)).astype(dtype))
            w = finite("float64", (n,))
            v = finite("int32", (n,))
            z = finite("complex128", (n,))
            for bins in (1, 7):
                case("histogram", [bins, "False"], [a], lambda x: np.histogram(x, bins))
                case("histogram", [bins, "True"], [a], lambda x: np.histogram(x, bins, density=True))
                case("histogramRange", [bins, -3.5, 9.25], [a], lambda x: np.histogram(x, bins, (-3.5, 9.25)))
                for x in (w, v, z):
                    case("histogramWeights", [bins, "False"], [a, x], lambda x, w: np.histogram(x, bins, weights=w))
            case("histogramWeights", [4, "True"], [a, np.abs(w)], lambda x, w: np.histogram(x, 4, weights=w, density=True))
            for edges in ([0, 1, 2.5, 9], [3, 3], [-5, 0, 0, 4]):
                case("histogramEdges", [], [a, np.array(edges)], lambda x, e: np.histogram(x, e))
            for rule in RULES if dtype in ("int32", "int64", "float64", "uint8") else ():
                case("histogramRule", [rule], [a], lambda x: np.histogram(x, rule))
                case("edges", [rule], [a], lambda x: np.histogram_bin_edges(x, rule))
    case("histogram", [3, "False"], [np.array([1, np.nan])], lambda x: np.histogram(x, 3))
    case("histogramEdges", [], [np.array([1.0]), np.array([2.0, 1])], lambda x, e: np.histogram(x, e))
    for dtype in ("int8", "float64", "uint16"):
        p = np.abs(finite(dtype, (40, 2)))
        w = np.arange(40) / 8
        case("histogramdd", ["False"], [p], lambda x: flat(np.histogramdd(x, 4)))
        case("histogramdd", ["True"], [p], lambda x: flat(np.histogramdd(x, 4, density=True)))
        case("histogramdd", ["False"], [p, w], lambda x, y: flat(np.histogramdd(x, 4, weights=y)))
        case("histogram2d", [3, 5], [p[:, 0], p[:, 1]], lambda x, y: flat(np.histogram2d(x, y, (3, 5))))
        case("histogram2dEdges", [], [p[:, 0], p[:, 1], np.array([0, 0.5, 3])], lambda x, y, e: flat(np.histogram2d(x, y, [e, e])))
    case("histogramdd", ["False"], [np.zeros(3)[None, None]], lambda x: flat(np.histogramdd(x, 4)))


def flat(result):
    return [result[0], *(result[1] if isinstance(result[1], (list, tuple)) else result[1:])]


def bits():
    for shape in [(0,), (1,), (8,), (13,), (3, 9), (2, 16, 3)]:
        for dtype in ("bool", "uint8", "int64"):
            a = values(dtype, shape)
            for little in (False, True):
                order = "little" if little else "big"
                for axis in range(len(shape)):
                    case("packbits", [axis, little], [a], lambda x: np.packbits(x, axis, order))
                    b = values("uint8", shape)
                    # Beyond an empty array NumPy leaves memory as it was.
                    for count in (None, 0, 5, 20, 200, -3, -1000) if b.size else (None, 0, -3):
                        case("unpackbits", [axis, little, count], [b], lambda x: np.unpackbits(x, axis, count, order))
    case("packbits", [0, False], [np.zeros(3)], lambda x: np.packbits(x, 0))
    case("unpackbits", [0, False, None], [np.zeros(3)], lambda x: np.unpackbits(x, 0))


def windows():
    for m in (-1, 0, 1, 2, 3, 8, 13):
        for name in ("bartlett", "blackman", "hamming", "hanning"):
            case(name, [m], [], lambda: getattr(np, name)(m))
        for beta in (0.0, 2.5, 14.0, 40.0):
            case("kaiser", [m, beta], [], lambda: np.kaiser(m, beta))
    for dtype in ("int64", "float32", "complex128"):
        for p in (np.array([2, -1, 3]), np.array([0.5, 2]), np.zeros(0)):
            case("polyval", [], [p, finite(dtype, (3, 2))], np.polyval)


def functional():
    for shape in [(4,), (3, 4), (2, 3, 4)]:
        a = values("int32", shape)
        for axis in range(-1, len(shape)):
            case("alongSort", [axis], [a], lambda x: np.apply_along_axis(np.sort, axis, x))
            case("alongSum", [axis], [a], lambda x: np.apply_along_axis(np.sum, axis, x))
            case("alongOuter", [axis], [a], lambda x: np.apply_along_axis(lambda v: np.stack([v, v * 2, v * 3]), axis, x))
            case("overSum", [axis], [a], lambda x: np.apply_over_axes(np.sum, x, [axis]))
        case("piecewise", [], [a], lambda x: np.piecewise(x, [x < 0, x > 3], [lambda v: -v, lambda v: v * 10, lambda v: v + 1]))
        case("piecewise", ["few"], [a], lambda x: np.piecewise(x, [x < 0, x > 3], [lambda v: -v, lambda v: v * 10]))
    case("alongSort", [0], [np.zeros((3, 0))], lambda x: np.apply_along_axis(np.sort, 0, x))


if __name__ == "__main__":
    sorting()
    sets()
    averages()
    quantiles()
    covariances()
    missing()
    counting()
    bits()
    windows()
    functional()
    print("\n".join(CASES))
