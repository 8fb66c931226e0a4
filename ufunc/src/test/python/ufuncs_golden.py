"""Writes what the methods of NumPy's ufuncs give, for UfuncGoldenTest:

    python3 ufuncs_golden.py | gzip -9n > ../resources/orthant/golden/ufuncs.txt.gz

A case is a line "method;ufunc;arguments;inputs;result"; the result is ! where NumPy refuses. The layout of an input is made by
the test. Numbers are small multiples of a quarter, so that sums are exact in any order.
"""
import warnings

import numpy as np

warnings.simplefilter("ignore")
np.seterr(all="ignore")
REAL = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64"]
TYPES = REAL + ["complex64", "complex128"]
FLOATS = ["float16", "float32", "float64"]
INTS = REAL[1:9]
NAMES = {
    "add": "add", "subtract": "subtract", "multiply": "multiply", "divide": "divide", "maximum": "maximum", "minimum": "minimum",
    "fmax": "fmax", "fmin": "fmin", "logicalAnd": "logical_and", "logicalOr": "logical_or", "logicalXor": "logical_xor",
    "bitwiseAnd": "bitwise_and", "bitwiseOr": "bitwise_or", "bitwiseXor": "bitwise_xor", "bitwiseLeftShift": "left_shift",
    "bitwiseRightShift": "right_shift", "floorDivide": "floor_divide", "remainder": "remainder", "fmod": "fmod", "gcd": "gcd", "lcm": "lcm",
    "hypot": "hypot", "copysign": "copysign", "heaviside": "heaviside", "less": "less", "equal": "equal",
}
R = np.random.default_rng(11)


def values(dtype, shape, special=True):
    n = int(np.prod(shape))
    if dtype == "bool":
        return R.random(shape) < 0.5
    if dtype.startswith("complex"):
        a = np.empty(shape, dtype)
        a.real = values("float32", shape, False)
        a.imag = values("float32", shape, False)
        return a
    a = R.integers(-5 if dtype[0] != "u" else 0, 9, shape).astype(dtype)
    if dtype.startswith("float"):
        a = (a / 4).astype(dtype)
        if special and n > 3 and R.random() < 0.3:
            a.flat[R.integers(0, n, 1)] = R.choice([np.nan, -np.inf, np.inf])
    return a


def numbers(x):
    return ",".join(str(int(n)) for n in x) or "-"


def text(a):
    a = np.asarray(a)
    return f"{a.dtype.name}/{numbers(a.shape)}/{np.ascontiguousarray(a).tobytes().hex() or '-'}"


def case(method, name, args, inputs, call):
    try:
        result = text(call(getattr(np, NAMES[name]), *[np.array(x) for x in inputs]))
    except (ValueError, IndexError, TypeError):
        result = "!"
    print(f"{method};{name};{'|'.join(map(str, args))};{' '.join(map(text, inputs))};{result}")


def axes_text(axes):
    return "all" if axes is None else numbers(axes if isinstance(axes, tuple) else (axes,))


for name in NAMES:
    for dtype in TYPES:
        for shape, axes in [((7,), 0), ((3, 5), 0), ((3, 5), 1), ((2, 3, 4), (0, 2)), ((2, 3, 4), None), ((2, 0), 1), ((0, 2), 1), ((9, 1), 0)]:
            keep = bool(R.random() < 0.3)
            a = values(dtype, shape)
            case("reduce", name, [axes_text(axes), keep], [a], lambda f, x: f.reduce(x, axis=axes, keepdims=keep))
        a = values(dtype, (4, 5))
        mask = R.random((4, 5)) < 0.6
        case("reduceWhere", name, [1], [a, mask, values(dtype, (), False)], lambda f, x, m, i: f.reduce(x, axis=1, where=m, initial=i[()]))
        case("reduceWhere", name, ["0,1"], [a, mask, values(dtype, (), False)],
             lambda f, x, m, i: f.reduce(x, axis=(0, 1), where=m, initial=i[()]))
        case("reduceMasked", name, [0], [a, mask[0]], lambda f, x, m: f.reduce(x, axis=0, where=m))
        case("reduceInitial", name, [0], [values(dtype, (3, 4)), values(dtype, (), False)], lambda f, x, i: f.reduce(x, axis=0, initial=i[()]))
        case("reduceInitial", name, [1], [values(dtype, (3, 0)), values(dtype, (), False)], lambda f, x, i: f.reduce(x, axis=1, initial=i[()]))
        for wanted in ["float64", "int64", "float32"]:
            case("reduceAs", name, [0, wanted], [values(dtype, (6,), False)], lambda f, x: f.reduce(x, dtype=wanted))
        for shape, axis in [((8,), 0), ((3, 4), 0), ((3, 4), -1), ((2, 0), 1), ((2, 3, 4), 1)]:
            case("accumulate", name, [axis], [values(dtype, shape)], lambda f, x: f.accumulate(x, axis=axis))
        for shape, axis, where in [((8,), 0, [0, 4, 1, 5, 2, 6, 3, 7]), ((4, 3), 0, [3, 1, 2, 0]), ((3, 5), 1, [0, 3]), ((6,), 0, [0, 6]),
                                   ((2, 6, 3), 1, [1, 1, 4]), ((20,), 0, [0, 1, 3, 18])]:
            case("reduceat", name, [axis], [values(dtype, shape), np.array(where)], lambda f, x, i: f.reduceat(x, i, axis=axis))
        case("outer", name, [], [values(dtype, (3,)), values(dtype, (2, 2))], lambda f, x, y: f.outer(x, y))
        for other in [dtype, "int8", "float32"]:

            def at(f, x, i, y):
                f.at(x, i, y)
                return x

            case("at", name, ["index"], [values(dtype, (6,), False), R.integers(-6, 6, 9), values(other, (9,), False)], at)
            case("at", name, ["index"], [values(dtype, (6,), False), R.integers(-6, 6, (2, 3)), values(other, (), False)], at)
            case("at", name, ["index"], [values(dtype, (4, 3), False), R.integers(-4, 4, 5), values(other, (3,), False)], at)
            case("at", name, ["index"], [values(dtype, (4, 3), False), R.random((4, 3)) < 0.5, values(other, (1,), False)], at)
        case("at", name, ["index"], [values(dtype, (5,), False), np.array([0, 5]), values(dtype, (2,), False)], at)
        rows, cols = R.integers(0, 3, 4), R.integers(0, 4, 4)

        def pairs(f, x, i, j, y):
            f.at(x, (i, j), y)
            return x

        def sliced(f, x, i, y):
            f.at(x, (slice(None), i, slice(0, None, 2)), y)
            return x

        case("at", name, ["pairs"], [values(dtype, (3, 4), False), rows, cols, values(dtype, (4,), False)], pairs)
        case("at", name, ["sliced"], [values(dtype, (2, 3, 4), False), np.array([0, 2, 0]), values(dtype, (3, 2), False)], sliced)
