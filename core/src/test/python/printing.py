"""Writes how NumPy prints arrays, for PrinterTest: python3 printing.py > ../resources/orthant/golden/printing.txt

Each case is a line "dtype shape bytes-in-base64" and NumPy's text, a line "|" before each of its lines.
With two numbers as arguments, a seed and a count, only that many random cases are written.
"""
import base64
import sys

import numpy as np

DTYPES = ["bool", "int32", "int64", "float32", "float64"]


def write(a):
    shape = ",".join(map(str, a.shape)) or "-"
    data = base64.b64encode(np.ascontiguousarray(a).tobytes()).decode() or "-"
    print(a.dtype.name, shape, data)
    for line in str(a).split("\n"):
        print("|" + line)


def floats():
    nan, inf = np.nan, np.inf
    yield from ([1.0], [0.0], [-0.0, 0.0], [1.5, 2.25], [-1, 1], [0.1, 0.2, 0.3], [1e-5, 1], [1e8, 1], [1e7, 1], [99999999, 1.5])
    yield from ([999999, 0.5], [1e6, 1], [1e16], [1e-4], [0.00009999], [1000, 1], [1001, 1], [10000.5, 10], [1 / 3, 2 / 3], [123456.789, 1.1])
    yield from ([nan], [inf], [-inf], [nan, inf], [nan, -inf], [nan, 1.5], [inf, 100.25], [-inf, 0.5], [nan, 1e10], [-inf, 1e-10], [nan, -12345])
    yield from ([0.5, 1.5, 2.5], [0.123456785, 1], [0.1234567850001, 1], [2.000000005, 1], [0.99999999999, 1], [9.9999999999, 0.1])
    yield from ([1e100, 1], [1e-300, 1e300], [5e-324], [2.2250738585072014e-308], [1.7976931348623157e308], [1e22, 1e23], [9007199254740993, 1])
    yield from ([1.1, 2.22, 3.333, 4.4444], [-1.1, 22.22, -333.3], [1e5, 1e-3], [16777216, 0.1], [0, 1e-10], [0, 1e10], [3.14159265358979, 2.718281828])
    yield from ([0.3333333333333333, 1e-9], [1.0000000001, 1], [12345678.5, 1e5], [4.35, 0.285], [1e-7, 2e-7], [2**-20, 1], [-1e-8, 1e8])


def cases():
    for dtype in DTYPES:
        for shape in [(), (0,), (0, 3), (2, 0, 3), (1,), (1, 1), (5,), (2, 3), (2, 2, 2), (2, 1, 2, 3), (30,), (1001,), (7, 150), (150, 7), (12, 11, 10), (1, 2, 501)]:
            n = int(np.prod(shape))
            yield (np.arange(n).reshape(shape) % 3 == 0) if dtype == "bool" else (np.arange(n).reshape(shape) - n // 2).astype(dtype)
    for dtype in ["float32", "float64"]:
        for values in floats():
            with np.errstate(over="ignore"):
                yield np.array(values).astype(dtype)
        for value in [1.0, 0.1, 1 / 3, 1e16, 1e15, 1e-4, 1e-5, 1.5e-10, np.nan, -np.inf, 123456789.125, -0.0, 3e38, 1e-45]:
            yield np.array(value, dtype)
        yield np.linspace(0, 1, 40).astype(dtype)
        yield np.linspace(-5, 1e5, 12).reshape(3, 4).astype(dtype)
        yield (np.arange(1200) / 7).reshape(30, 40).astype(dtype)
        yield np.exp(np.arange(24) - 12.0).reshape(2, 3, 4).astype(dtype)
    for dtype in ["int32", "int64"]:
        info = np.iinfo(dtype)
        yield np.array([info.min, 0, info.max], dtype)
        yield np.array([[-1, 10], [100, -1000]], dtype)
        yield np.array(info.min, dtype)
        yield np.arange(-500, 500).astype(dtype)
        yield (np.arange(20) ** 3).astype(dtype)


def random_cases(seed, count):
    r = np.random.default_rng(seed)
    for _ in range(count):
        dtype = DTYPES[r.integers(5)]
        shape = tuple(r.integers(1, 5, size=r.integers(0, 4)))
        if dtype == "bool":
            yield r.random(shape) < 0.5
        elif dtype.startswith("int"):
            yield (r.normal(size=shape) * 10.0 ** r.integers(0, 9)).astype(dtype)
        else:
            kind = r.integers(5)
            a = r.normal(size=shape) * 10.0 ** r.integers(-6, 9)
            if kind == 1:
                a = a * 10.0 ** r.integers(-30, 30, size=shape)
            elif kind == 2:
                a = np.round(a, r.integers(0, 6))
            elif kind == 3:
                a = np.ldexp(1.0, r.integers(-140, 120, size=shape))
            a = np.asarray(a)
            if r.random() < 0.2:
                a = np.where(r.random(shape) < 0.2, r.choice([np.nan, np.inf, -np.inf, 0.0, -0.0]), a)
            yield a.astype(dtype)


if __name__ == "__main__":
    np.seterr(all="ignore")
    for case in random_cases(int(sys.argv[1]), int(sys.argv[2])) if len(sys.argv) > 2 else cases():
        write(np.asarray(case))
