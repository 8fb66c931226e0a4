"""Writes what NumPy and mpmath say, for the tests of the engine to compare with.

    python3 core/src/test/python/golden.py [values casts folds exp]

Needed at development time only: NumPy 2.x and mpmath. The results are committed under core/src/test/resources/orthant/golden.
Every line is a key of words and then data: the bytes of an array, little-endian, in hexadecimal.
"""

import gzip
import itertools
import pathlib
import sys

import mpmath
import numpy as np

HERE = pathlib.Path(__file__).parent
OUT = HERE.parent / "resources" / "orthant" / "golden"
DTYPES = {"bool": "?", "int8": "i1", "int16": "<i2", "int32": "<i4", "int64": "<i8", "uint8": "u1", "uint16": "<u2", "uint32": "<u4",
          "uint64": "<u8", "float16": "<f2", "float32": "<f4", "float64": "<f8", "complex64": "<c8", "complex128": "<c16"}
NAMES = {np.dtype(v): k for k, v in DTYPES.items()}



def sign(x):
    """NumPy's, but also of complex numbers whose absolute value overflows."""
    large = np.isinf(np.abs(x)) & np.isfinite(x) if x.dtype.kind == "c" else None
    return np.sign(x) if large is None else np.where(large, x / 4 / np.abs(x / 4), np.sign(x))


def power(x, y):
    """NumPy's, but negative exponents of integers leave what is left of the fraction instead of an error."""
    t = np.result_type(x, y)
    if t.kind != "i" and t.kind != "b":
        return np.power(x, y)
    x, y = x.astype(t), y.astype(t)
    if t.kind == "b":
        return np.power(x, y)
    return np.where(y >= 0, np.power(x, np.maximum(y, 0)), np.where(abs(x) == 1, np.power(x, y & 1), 0)).astype(t)


def points(name):
    """Numbers where the inexact functions have something to show, special ones first."""
    rng = np.random.default_rng(20260102)
    if "int" in name or name == "bool":
        return np.arange(-20, 60).astype(DTYPES[name])
    one = np.nextafter(np.array(1, DTYPES[name].replace("c16", "f8").replace("c8", "f4")), 0)
    special = [0.0, -0.0, 1.0, -1.0, np.inf, -np.inf, np.nan, 0.5, -0.5, 2.0, -2.0, 4.0, 10.0, 1000.0, 1e-3, 1e-7, -1e-7, one, -one, 1.001, np.pi]
    if name.startswith("complex"):
        parts = np.array([0.0, -0.0, 1.0, -1.5, np.inf, -np.inf, np.nan])
        grid = np.empty((7, 7), "c16")
        grid.real, grid.imag = parts[:, None], parts
        more = [rng.uniform(-r, r, 25) + 1j * rng.uniform(-r, r, 25) for r in (1.2, 5, 40)]
        axes = [np.array([complex(x, 0.0), complex(x, -0.0), complex(0.0, x), complex(-0.0, x)]) for x in (0.5, -0.5, 2.0, -2.0, 1e-9)]
        return np.concatenate([grid.ravel(), *more, *axes]).astype(DTYPES[name])
    more = [rng.uniform(-r, r, 30) for r in (1, 5, 100)] + [abs(rng.normal(size=30)) * 10.0 ** rng.integers(-6, 6, 30)]
    return np.concatenate([np.array(special), *more]).astype(DTYPES[name])


UNARY = {
    "logicalNot": np.logical_not, "negative": np.negative, "abs": np.abs, "sqrt": np.sqrt, "square": np.square,
    "positive": np.positive, "conj": np.conj, "reciprocal": np.reciprocal, "sign": sign, "bitwiseInvert": np.bitwise_invert,
    "bitwiseCount": np.bitwise_count, "floor": np.floor, "ceil": np.ceil, "trunc": np.trunc, "round": np.round, "rint": np.rint,
    "modfFraction": lambda x: np.modf(x)[0], "modfInteger": lambda x: np.modf(x)[1],
    "frexpMantissa": lambda x: np.frexp(x)[0], "frexpExponent": lambda x: np.frexp(x)[1],
    "fabs": np.fabs, "spacing": np.spacing, "deg2rad": np.deg2rad, "rad2deg": np.rad2deg, "isnan": np.isnan, "isinf": np.isinf,
    "isfinite": np.isfinite, "isposinf": np.isposinf, "isneginf": np.isneginf, "signbit": np.signbit,
}
# Computed to within some units in the last place, by NumPy too; compared at the points.
INEXACT = {
    "exp": np.exp, "exp2": np.exp2, "expm1": np.expm1, "log": np.log, "log2": np.log2, "log10": np.log10, "log1p": np.log1p,
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "asin": np.asin, "acos": np.acos, "atan": np.atan, "sinh": np.sinh, "cosh": np.cosh,
    "tanh": np.tanh, "asinh": np.asinh, "acosh": np.acosh, "atanh": np.atanh, "cbrt": np.cbrt, "angle": np.angle,
    "i0": lambda x: np.i0(x.astype("c8") if x.dtype.kind == "c" else x.astype("f8")).astype(np.divide(x, x).dtype),
}
BINARY = {
    "add": np.add, "subtract": np.subtract, "multiply": np.multiply, "divide": np.divide,
    "maximum": np.maximum, "minimum": np.minimum, "equal": np.equal, "notEqual": np.not_equal,
    "less": np.less, "lessEqual": np.less_equal, "greater": np.greater, "greaterEqual": np.greater_equal,
    "logicalAnd": np.logical_and, "logicalOr": np.logical_or, "logicalXor": np.logical_xor,
    "floorDivide": np.floor_divide, "remainder": np.remainder, "fmod": np.fmod, "fmax": np.fmax, "fmin": np.fmin,
    "bitwiseAnd": np.bitwise_and, "bitwiseOr": np.bitwise_or, "bitwiseXor": np.bitwise_xor,
    "bitwiseLeftShift": np.bitwise_left_shift, "bitwiseRightShift": np.bitwise_right_shift, "gcd": np.gcd, "lcm": np.lcm,
    "pow": power, "atan2": np.atan2, "hypot": np.hypot, "logaddexp": np.logaddexp, "logaddexp2": np.logaddexp2,
    "ldexp": np.ldexp, "copysign": np.copysign, "nextafter": np.nextafter, "heaviside": np.heaviside,
}


def write(name, lines):
    lines = list(lines)
    OUT.mkdir(parents=True, exist_ok=True)
    with gzip.GzipFile(OUT / (name + ".gz"), "wb", mtime=0) as out:
        out.write(("# made by core/src/test/python/golden.py with NumPy " + np.__version__ + "\n" + "".join(" ".join(map(str, l)) + "\n" for l in lines)).encode())


def data(array):
    array = np.asarray(array)
    return array.astype(array.dtype.newbyteorder("<"), copy=False).tobytes().hex()


# ---------------------------------------------------------------- operands

SPECIAL = {
    "bool": [False, True] * 6,
    "int8": [0, 1, -1, 2, -128, 127, -127, 7, -46, 64, 100, -3],
    "int16": [0, 1, -1, 2, -2**15, 2**15 - 1, -2**15 + 1, 7, -181, 256, 16385, -3],
    "uint8": [0, 1, 255, 2, 128, 127, 129, 7, 16, 64, 200, 3],
    "uint16": [0, 1, 65535, 2, 2**15, 2**15 - 1, 2**15 + 1, 7, 256, 2049, 40000, 3],
    "uint32": [0, 1, 2**32 - 1, 2, 2**31, 2**31 - 1, 2**31 + 1, 7, 65536, 16777217, 3 * 10**9, 3],
    "uint64": [0, 1, 2**64 - 1, 2, 2**63, 2**63 - 1, 2**63 + 1, 2**53 + 1, 2**32, 3037000500, 2**63 + 1025, 2**62 + 2**8 + 1],
    "float16": [0.0, -0.0, 1.0, -1.5, np.inf, -np.inf, np.nan, 6e-8, -6.1e-5, 65504.0, 2048.0, 0.1],
    "complex64": [0, 1, 1j, -1.5, complex(np.inf, 1), complex(-np.inf, np.nan), complex(np.nan, 0), complex(1e-45, -1e-38), 3e38 + 3e38j,
                  complex(-0.0, 0.0), 16777216 - 0.1j, complex(1, np.nan)],
    "complex128": [0, 1, 1j, -1.5, complex(np.inf, 1), complex(-np.inf, np.nan), complex(np.nan, 0), complex(5e-324, -2e-308), 1e308 + 1e308j,
                   complex(-0.0, 0.0), 2.0**53 - 0.1j, complex(1, np.nan)],
    "int32": [0, 1, -1, 2, -2**31, 2**31 - 1, -2**31 + 1, 7, -46341, 65536, 16777217, -3],
    "int64": [0, 1, -1, 2, -2**63, 2**63 - 1, -2**63 + 1, 2**53 + 1, -2**31 - 1, 2**31, 3037000500, 2**62 + 2**8 + 1],
    "float32": [0.0, -0.0, 1.0, -1.5, np.inf, -np.inf, np.nan, 1e-45, -1.1754942e-38, 3.4028235e38, 16777216.0, 0.1],
    "float64": [0.0, -0.0, 1.0, -1.5, np.inf, -np.inf, np.nan, 5e-324, -2.225073858507201e-308, 1.7976931348623157e308, 2.0**53 + 2, 0.1],
}
RANDOM = 24
PAIRS = 12 * 12 + 40
MIXED = 24  # pairs of different types: the last ones


def pool(name, rng):
    match name:
        case "bool":
            more = rng.integers(0, 2, RANDOM)
        case "int8" | "int16" | "int32" | "int64":
            bits = int(name[3:])
            more = rng.integers(-2**(bits - 1), 2**(bits - 1), RANDOM) >> rng.integers(0, bits - 4, RANDOM)
        case "uint8" | "uint16" | "uint32" | "uint64":
            bits = int(name[4:])
            more = rng.integers(0, 2**bits, RANDOM, dtype="u8") >> rng.integers(0, bits - 4, RANDOM, dtype="u8")
        case "float16":
            more = rng.normal(size=RANDOM) * 10.0 ** rng.integers(-5, 4, RANDOM)
        case "complex64" | "complex128":
            more = (rng.normal(size=RANDOM) + 1j * rng.normal(size=RANDOM)) * 10.0 ** rng.integers(-9, 9, RANDOM)
        case "float32":
            more = rng.normal(size=RANDOM) * 10.0 ** rng.integers(-20, 20, RANDOM)
        case _:
            more = rng.normal(size=RANDOM) * 10.0 ** rng.integers(-160, 160, RANDOM)
    return np.concatenate([np.array(SPECIAL[name], DTYPES[name]), np.asarray(more).astype(DTYPES[name])])


def operands():
    """For each type a left and a right operand: all pairs of the special values, then pairs of random ones."""
    rng = np.random.default_rng(20260101)
    i = np.arange(PAIRS)
    left = np.where(i < 144, i // 12, 12 + i % RANDOM)
    right = np.where(i < 144, i % 12, 12 + (5 * i + i // RANDOM + 3) % RANDOM)
    # Of the last ones some are special, too.
    left[-12:] = (7 * i[-12:] + 3) % 12
    right[-14:-2] = (5 * i[-14:-2] + 1) % 12
    pools = {name: pool(name, rng) for name in DTYPES}
    return {n: p[left] for n, p in pools.items()}, {n: p[right] for n, p in pools.items()}


# ---------------------------------------------------------------- operations


def call(op, *arrays):
    """The result, or None where NumPy does not define the operation."""
    try:
        return op(*arrays)
    except TypeError:
        return None


def values():
    left, right = operands()
    for n in DTYPES:
        yield "left", n, data(left[n])
        yield "right", n, data(right[n])
    for name, op in UNARY.items():
        for a in DTYPES:
            yield row(name, [a], call(op, left[a]))
    for n in DTYPES:
        yield "point", n, data(points(n))
    for name, op in INEXACT.items():
        for a in DTYPES:
            yield row(name, [a], call(op, points(a)))
    for name, op in BINARY.items():
        for a, b in itertools.product(DTYPES, DTYPES):
            n = PAIRS if a == b else MIXED
            yield row(name, [a, b], call(op, left[a][-n:], right[b][-n:]))
    for c, a, b in itertools.product(DTYPES, DTYPES, DTYPES):
        n = PAIRS if c == a == b else 4
        yield row("clip", [c, a, b], call(np.clip, left[c][-n:], right[a][-n:], left[b][-n:][::-1]))
    for c, a, b in itertools.product(DTYPES, DTYPES, DTYPES):
        # The values that are chosen do not depend on the condition's type: a few elements are enough.
        n = MIXED if c == "bool" else 4
        yield row("where", [c, a, b], np.where(left[c][-n:] != 0, left[a][-n:], right[b][-n:]))


def row(name, ins, result):
    types = ",".join(ins)
    return (name, types, "refused", "-") if result is None else (name, types, NAMES[result.dtype], data(result))


# ---------------------------------------------------------------- casts


def casts():
    bounds = []
    for p in (24, 31, 32, 53, 63, 64):
        bounds += [2.0**p, -(2.0**p), 2.0**p - 0.5, -(2.0**p) - 0.5, 2.0**p + 1, -(2.0**p) - 1]
    for f in ("f4", "f8"):
        for p in (31, 63):
            edge = np.array(2.0**p, f)
            bounds += [np.nextafter(edge, np.array(0, f)), np.nextafter(edge, np.array(np.inf, f))]
            bounds += [-b for b in bounds[-2:]]
    reals = np.array([0.0, -0.0, 0.5, -0.5, 0.999, -0.999, 1.5, -2.5, 1e10, -1e10, 1e300, -1e300, 1e-310, np.inf, -np.inf, np.nan] + bounds, "f8")
    ints = np.array([0, 1, -1, 2**24 + 1, 2**24 + 3, 2**31 - 1, -2**31, 2**31, -2**31 - 1, 2**32, 2**32 + 5, 2**53 + 1, 2**53 + 3,
                     2**63 - 1, -2**63, 2**62 + 2**38, 2**62 + 2**38 + 1, -2**62 - 2**38 - 1], "i8")
    halves = np.array([2049, 2051, 65504, 65519, 65520, 65519.99, 2**-25, 2**-25 + 2**-40, 3 * 2**-26, 2**-14 - 2**-26, 1 + 2**-11, 1 + 2**-11 + 2**-30,
                       1 + 3 * 2**-11, 1 + 3 * 2**-11 - 2**-40], "f8")
    reals = np.concatenate([reals, halves, -halves])
    sources = {}
    for a, t in DTYPES.items():
        if a == "bool":
            sources[a] = np.array([False, True])
        elif "int" in a:
            sources[a] = ints.astype(t)
        else:
            sources[a] = reals.astype(t)
            if a.startswith("complex"):
                sources[a].imag = reals[::-1]
    for a, x in sources.items():
        yield "from", a, data(x)
        for b, t in DTYPES.items():
            y = x
            # Of what does not fit uint32 NumPy's own loops answer differently, depending on the place in the array.
            if b == "uint32" and ("float" in a or "complex" in a):
                y = np.where((x.real >= -2.0**31) & (x.real < 2.0**32), x, 0).astype(x.dtype)
                yield "fits", a, data(y)
            yield "cast", f"{a},{b}", data(y.astype(t))


# ---------------------------------------------------------------- reductions

LENGTHS = [0, 1, 2, 7, 8, 9, 15, 16, 17, 100, 127, 128, 129, 136, 137, 255, 256, 257, 1000, 4095, 4096, 4097, 8191, 8192, 8193, 12345, 100003]


def noise(n, seed):
    """The same numbers as the class Noise of the tests: splitmix64 of a counter, as sign, 53 bits and a small exponent."""
    with np.errstate(over="ignore"):
        z = (np.arange(1, n + 1, dtype="u8") + np.uint64(seed) * np.uint64(1000003)) * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    unit = (z >> np.uint64(11)).astype("f8") * 2.0**-53
    sign = np.where(z & np.uint64(1), -1.0, 1.0)
    return sign * unit * 2.0 ** ((z >> np.uint64(1)) & np.uint64(7)).astype("f8")


FOLDS = {"sum": np.sum, "prod": np.prod, "min": np.min, "max": np.max, "all": np.all, "any": np.any,
         "argmin": np.argmin, "argmax": np.argmax, "mean": np.mean, "var": np.var, "std": np.std}
AXES = ["all", "0", "1", "2", "-1", "0,1", "0,2", "1,2", "-3,-1", "0,1,2", "none"]


def folds():
    for t in ("float32", "float64"):
        for n in LENGTHS:
            x = noise(n, n).astype(DTYPES[t])
            for name in ("sum", "mean", "var", "std"):
                if n > 0 or name == "sum":
                    yield "line", name, t, n, data(FOLDS[name](x))
            yield "line", "var1", t, n, data(np.var(x, ddof=1) if n > 1 else np.array(np.nan, x.dtype))
    cube = np.floor(noise(60, 7) / 24).reshape(3, 4, 5)  # small integers, many ties, exact sums and products
    for t, code in DTYPES.items():
        x = cube.astype(code)
        yield "cube", t, data(x)
        for name, f in FOLDS.items():
            for text in AXES:
                axis = None if text == "all" else () if text == "none" else tuple(map(int, text.split(",")))
                if name.startswith("arg") and axis is not None:
                    if len(axis) != 1:
                        continue
                    axis = axis[0]
                # Along other axes NumPy adds the inexact squares in another order than along the last one.
                if name in ("var", "std") and text not in ("-1", "2", "all"):
                    continue
                # It adds float16 in float16 there, and complex numbers in yet another order; the sign of zeros is free, too.
                if name in ("var", "std") and t in ("float16", "complex64", "complex128") or name == "prod" and t.startswith("complex"):
                    continue
                result = f(x, axis=axis)
                yield "cube", name, t, text, NAMES[np.asarray(result).dtype], data(result)
    for t, code in DTYPES.items():
        for d, to in DTYPES.items():
            x = cube.astype(code)
            for name in ("sum", "prod"):
                if name == "prod" and d in ("float16", "complex64"):
                    continue  # NumPy rounds, overflows and makes NaN in its own order
                result = FOLDS[name](x, axis=1, dtype=to)
                yield "typed", name, t, d, data(result)


# ---------------------------------------------------------------- exp


def exponential():
    """x, exp(x) rounded, and by how many units in the last place the rounding missed, from 40 digits."""
    mpmath.mp.dps = 60
    rng = np.random.default_rng(3)
    wide = np.concatenate([rng.uniform(-745.2, 709.8, 700), rng.uniform(-1, 1, 300), rng.normal(size=150) * 1e-8, rng.uniform(-745.13, -708, 150)])
    near = (np.arange(-200, 200) + 0.5) * np.log(2)  # where the reduction changes its integer
    ends = [709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, -708.3964185322641, 1.0, -1.0, 0.5, np.log(2), 1e-300, 5e-324, -5e-324, 0.0, -0.0]
    for t, x in (("float64", np.concatenate([wide, near, ends])),
                 ("float32", np.concatenate([wide[:500] * (88.7 / 709.7), wide[700:1150], near[80:320], rng.uniform(-103.9, -87, 150),
                                             [88.72283, 88.722839, -103.97207, -103.97208, -87.33655, 1.0, -1.0, 1e-40, 1e-45, 0.0, -0.0]]))):
        x = x.astype(DTYPES[t])
        for v in x:
            exact = mpmath.exp(mpmath.mpf(float(v)))
            y = nearest(exact, x.dtype)
            if not np.isfinite(y):
                continue
            ulp = mpmath.mpf(float(np.spacing(y)) if y != 0 else (5e-324 if t == "float64" else 2.0**-149))
            yield t, data(v), data(y), mpmath.nstr((exact - mpmath.mpf(float(y))) / ulp, 8)


def nearest(exact, dtype):
    """The nearest number of the type; float() of mpmath rounds to binary64 correctly, subnormals included, but twice for binary32."""
    y = np.array(float(exact), "f8").astype(dtype)[()]
    if np.isinf(y):
        return y
    for other in (np.nextafter(y, dtype.type(-np.inf)), np.nextafter(y, dtype.type(np.inf))):
        if np.isfinite(other) and abs(mpmath.mpf(float(other)) - exact) < abs(mpmath.mpf(float(y)) - exact):
            y = other
    return y


if __name__ == "__main__":
    with np.errstate(all="ignore"):
        for name, lines in {"values": values, "casts": casts, "folds": folds, "exp": exponential}.items():
            if not sys.argv[1:] or name in sys.argv[1:]:
                write(name + ".txt", lines())
