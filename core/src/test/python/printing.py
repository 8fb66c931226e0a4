"""Writes how NumPy prints arrays, for PrinterTest: python3 printing.py > ../resources/orthant/golden/printing.txt

Each case is a line "dtype shape data options", the data deflated and in base64, the options as in a URL; then the lines of NumPy's
str, a "|" before each, those of repr after ">" and, where the options have a separator, those of array2string after "?".
With two numbers as arguments, a seed and a count, only that many random cases are written.
"""
import base64
import sys
import urllib.parse
import zlib

import numpy as np

INTS = ["int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"]
FLOATS = ["float16", "float32", "float64"]
COMPLEX = ["complex64", "complex128"]
DTYPES = ["bool"] + INTS + FLOATS + COMPLEX
OWN = {"separator", "prefix", "suffix"}


def write(a, options):
    shape = ",".join(map(str, a.shape)) or "-"
    data = base64.b64encode(zlib.compress(np.ascontiguousarray(a).tobytes(), 9)).decode()
    print(a.dtype.name, shape, data, urllib.parse.urlencode(options, quote_via=urllib.parse.quote) or "-")
    with np.printoptions(**{k: v for k, v in options.items() if k not in OWN}):
        texts = {"|": str(a), ">": repr(a)}
        if "separator" in options:
            texts["?"] = np.array2string(a, **{k: v for k, v in options.items() if k in OWN})
    for mark, text in texts.items():
        for line in text.split("\n"):
            print(mark + line)


def floats():
    nan, inf = np.nan, np.inf
    yield from ([1.0], [0.0], [-0.0, 0.0], [1.5, 2.25], [-1, 1], [0.1, 0.2, 0.3], [1e-5, 1], [1e8, 1], [1e7, 1], [99999999, 1.5])
    yield from ([999999, 0.5], [1e6, 1], [1e16], [1e-4], [0.00009999], [1000, 1], [1001, 1], [10000.5, 10], [1 / 3, 2 / 3], [123456.789, 1.1])
    yield from ([nan], [inf], [-inf], [nan, inf], [nan, -inf], [nan, 1.5], [inf, 100.25], [-inf, 0.5], [nan, 1e10], [-inf, 1e-10], [nan, -12345])
    yield from ([0.5, 1.5, 2.5], [0.123456785, 1], [0.1234567850001, 1], [2.000000005, 1], [0.99999999999, 1], [9.9999999999, 0.1])
    yield from ([1e100, 1], [1e-300, 1e300], [5e-324], [2.2250738585072014e-308], [1.7976931348623157e308], [1e22, 1e23], [9007199254740993, 1])
    yield from ([1.1, 2.22, 3.333, 4.4444], [-1.1, 22.22, -333.3], [1e5, 1e-3], [16777216, 0.1], [0, 1e-10], [0, 1e10], [3.14159265358979, 2.718281828])
    yield from ([0.3333333333333333, 1e-9], [1.0000000001, 1], [12345678.5, 1e5], [4.35, 0.285], [1e-7, 2e-7], [2**-20, 1], [-1e-8, 1e8])


def shaped():
    for dtype in DTYPES:
        for shape in [(), (0,), (0, 3), (2, 0, 3), (1,), (1, 1), (5,), (2, 3), (2, 2, 2), (2, 1, 2, 3), (30,), (1001,), (7, 150), (150, 7), (12, 11, 10), (1, 2, 501)]:
            n = int(np.prod(shape))
            if dtype == "bool":
                yield np.arange(n).reshape(shape) % 3 == 0
            elif dtype in COMPLEX:
                yield (np.arange(n) - n // 2 + 1j * (np.arange(n) % 7 - 3)).reshape(shape).astype(dtype)
            else:
                yield (np.arange(n).reshape(shape) - n // 2).astype(dtype)


def valued():
    singles = [1.0, 0.1, 1 / 3, 1e16, 1e15, 1e-4, 1e-5, 1.5e-10, np.nan, -np.inf, 123456789.125, -0.0, 3e38, 1e-45, 999.5, 1000, 65504, 6e-8, 999999, 1e6]
    for dtype in FLOATS:
        for values in floats():
            yield np.array(values).astype(dtype)
        for value in singles:
            yield np.array(value).astype(dtype)
        yield np.linspace(0, 1, 40).astype(dtype)
        yield np.linspace(-5, 1e5, 12).reshape(3, 4).astype(dtype)
        yield (np.arange(1200) / 7).reshape(30, 40).astype(dtype)
        yield np.exp(np.arange(24) - 12.0).reshape(2, 3, 4).astype(dtype)
    for dtype in COMPLEX:
        for values in floats():
            x = np.array(values)
            z = np.empty(x.shape, "complex128")
            z.real, z.imag = x, x[::-1]
            yield z.astype(dtype)
        for i, value in enumerate(singles):
            for other in [0.0, -0.0, singles[i - 1]]:
                for z in [complex(value, other), complex(other, value)]:
                    yield np.array(z).astype(dtype)
        yield np.exp(1j * np.arange(24)).reshape(2, 3, 4).astype(dtype)
    for dtype in INTS:
        info = np.iinfo(dtype)
        yield np.array([info.min, 0, info.max], dtype)
        yield np.array([[1, 10], [100, 127]], dtype)
        yield np.array(info.min, dtype)
        yield np.array(info.max, dtype)
        yield np.arange(-500, 500).astype(dtype)
        yield (np.arange(20) ** 3).astype(dtype)
    with np.errstate(invalid="ignore"):
        every = np.arange(0, 65536, 67).astype("uint16").view("float16")
    yield every[np.isfinite(every)]
    for i in range(0, len(every), 16):
        yield every[i : i + 16]


OPTIONS = [
    {"precision": 3}, {"precision": 0}, {"precision": 20}, {"precision": 3, "suppress": True}, {"suppress": True},
    {"floatmode": "fixed"}, {"floatmode": "fixed", "precision": 0}, {"floatmode": "fixed", "precision": 25}, {"floatmode": "unique"},
    {"floatmode": "maxprec_equal"}, {"floatmode": "maxprec_equal", "precision": 3}, {"sign": "+"}, {"sign": " "},
    {"sign": "+", "floatmode": "fixed", "precision": 2}, {"nanstr": "missing", "infstr": "oo"}, {"infstr": "Infinity", "sign": " "},
    {"linewidth": 30}, {"linewidth": 5}, {"threshold": 3}, {"threshold": 3, "edgeitems": 1}, {"threshold": 0, "edgeitems": 2, "linewidth": 20},
    {"separator": ", "}, {"separator": ";", "prefix": "x = "}, {"separator": "", "linewidth": 25}, {"separator": " | ", "suffix": "  # the end", "linewidth": 40},
    {"separator": ",\t", "prefix": "abc", "suffix": ")))", "threshold": 5, "edgeitems": 1},
]


def random_array(r):
    dtype = DTYPES[r.integers(len(DTYPES))]
    shape = tuple(r.integers(1, 5, size=r.integers(0, 4)))
    if dtype == "bool":
        return r.random(shape) < 0.5
    if dtype in INTS:
        return (r.normal(size=shape) * 10.0 ** r.integers(0, 19)).astype("int64").astype(dtype)
    if dtype in COMPLEX:
        z = np.empty(shape, "complex128")
        z.real, z.imag = random_reals(r, shape), random_reals(r, shape)
        return z.astype(dtype)
    return np.asarray(random_reals(r, shape)).astype(dtype)


def random_reals(r, shape):
    kind = r.integers(6)
    a = r.normal(size=shape) * 10.0 ** r.integers(-6, 9)
    if kind == 1:
        a = a * 10.0 ** r.integers(-30, 30, size=shape)
    elif kind == 2:
        a = np.round(a, r.integers(0, 6))
    elif kind == 3:
        a = np.ldexp(1.0, r.integers(-140, 120, size=shape))
    elif kind == 4:
        a = r.normal(size=shape) * 10.0 ** r.integers(-3, 3)
    a = np.asarray(a)
    if r.random() < 0.2:
        a = np.where(r.random(shape) < 0.2, r.choice([np.nan, np.inf, -np.inf, 0.0, -0.0]), a)
    return a


def random_cases(seed, count):
    r = np.random.default_rng(seed)
    for _ in range(count):
        options = {}
        for o in r.choice(OPTIONS, size=r.integers(0, 4)):
            options.update(o)
        yield random_array(r), options


def cases():
    for a in [*shaped(), *valued()]:
        yield a, {}
    r = np.random.default_rng(5)
    for options in OPTIONS:
        for _ in range(8):
            yield random_array(r), options
    yield from random_cases(6, 150)


if __name__ == "__main__":
    np.seterr(all="ignore")
    for a, options in random_cases(int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else cases():
        write(np.asarray(a), options)
