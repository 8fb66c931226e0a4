"""Writes how NumPy makes, slices and reshapes arrays: python3 arrays.py ../resources/orthant/golden

slices.txt: shape; index; shape of the result; its strides in elements; its elements; or "error". The array is arange(size).
reshapes.txt: shape; index or "T"; new shape; "view" or "copy"; the elements.
ranges.txt: function; dtype; arguments; the elements, exact.
"""
import sys

import numpy as np


def text(numbers):
    return ",".join(map(str, numbers))


def random_slice(r, n):
    def bound():
        return "" if r.random() < 0.3 else str(r.integers(-n - 3, n + 4))

    s = bound() + ":" + bound()
    if r.random() < 0.6:
        s += ":" + (str(r.choice([-4, -3, -2, -1, 1, 2, 3, 4, 9223372036854775807, -9223372036854775808])) if r.random() < 0.9 else "")
    return s


def random_index(r, shape):
    parts = []
    for n in shape[: r.integers(0, len(shape) + 1)]:
        parts.append(str(r.integers(-n, n)) if n > 0 and r.random() < 0.3 else random_slice(r, n))
    for extra in ["...", "None", "newaxis", "None"]:
        if r.random() < 0.25:
            parts.insert(r.integers(0, len(parts) + 1), extra)
    return (", " if r.random() < 0.8 else ",").join(parts) or "..."


def slices(out):
    r = np.random.default_rng(3)
    for _ in range(400):
        shape = tuple(r.integers(0, 6, size=r.integers(0, 5)))
        a = np.arange(int(np.prod(shape))).reshape(shape)
        index = random_index(r, shape)
        try:
            b = np.asarray(eval(f"a[{index}]", {"a": a, "newaxis": None}))
        except IndexError:
            print(text(shape), index, "error", sep=";", file=out)
            continue
        print(text(shape), index, text(b.shape), text(s // 8 for s in b.strides), text(b.ravel()), sep=";", file=out)


def factors(r, n):
    shape = []
    for _ in range(r.integers(1, 5)):
        divisors = [d for d in range(1, n + 1) if n % d == 0]
        shape.append(int(r.choice(divisors)))
        n //= shape[-1]
    shape.append(n)
    return shape


def reshapes(out):
    r = np.random.default_rng(4)
    while True:
        shape = tuple(r.integers(1, 5, size=r.integers(1, 4)))
        index = random_index(r, shape).replace("newaxis", "None") if r.random() < 0.7 else "T"
        a = np.arange(int(np.prod(shape))).reshape(shape)
        try:
            b = a.T if index == "T" else np.asarray(eval(f"a[{index}]"))
        except IndexError:
            continue
        if b.size == 0 or b.ndim == 0:
            continue
        new = factors(r, b.size)
        c = b.reshape(new)
        kind = "view" if np.shares_memory(a, c) else "copy"
        print(text(shape), index, text(new), kind, text(c.ravel()), sep=";", file=out)
        yield


def ranges(out):
    def row(name, dtype, arguments, a):
        values = text(float(x).hex() for x in a) if dtype.startswith("float") else text(a.astype(np.int64))
        print(name, dtype, text(float(x).hex() for x in arguments), values, sep=";", file=out)

    starts = [(0, 1, 0.1), (0.1, 1, 0.1), (1, 2, 1 / 3), (5, -5, -0.7), (0, 5, 1), (1e16, 1e16 + 20, 3), (0, 1e-300, 1e-301), (3, 3, 1), (3, 1, 1), (0, 5, np.inf), (5, 0, np.inf), (0, -5, -1e308)]
    for arguments in starts + [(-2.5, 3.5, 1), (0.5, 10.5, 2.5), (1.5, -3, -0.5), (2.9, 9, 1.9)]:
        for dtype in ["float64", "float32", "int64", "int32"]:
            try:
                row("arange", dtype, arguments, np.arange(*arguments, dtype=dtype))
            except (ValueError, OverflowError, RuntimeWarning):
                pass
    for start, stop, num in [(0, 1, 11), (0, 1, 7), (-3, 8, 50), (1, 1, 3), (0, 1, 1), (2, 3, 0), (0, 5e-324, 4), (1e300, -1e300, 5), (0.1, 0.7, 13), (5, -5, 6)]:
        for endpoint in [True, False]:
            for dtype in ["float64", "float32", "int64"]:
                if dtype == "float64" or abs(start) < 1e10:
                    row("linspace", dtype, (start, stop, num, endpoint), np.linspace(start, stop, num, endpoint, dtype=dtype))


if __name__ == "__main__":
    np.seterr(all="ignore")
    for name, write in [("slices", slices), ("ranges", ranges)]:
        with open(f"{sys.argv[1]}/{name}.txt", "w") as out:
            write(out)
    with open(f"{sys.argv[1]}/reshapes.txt", "w") as out:
        for _ in zip(range(300), reshapes(out)):
            pass
