"""Writes golden/trigonometry.txt.gz: the trigonometric functions of many numbers from 40 and more digits.

    python3 core/src/test/python/trigonometry.py

A line is: function, type, x, y or -, the rounded result, and by how many units in the last place the rounding missed.
Among the numbers are multiples of pi/2, those that come closest to one (Kahan's 6381956970095103 * 2^797 and its kin, found by
continued fractions for each exponent), and neighbours of powers of two.
"""
import gzip

import mpmath
import numpy as np

from golden import DTYPES, OUT, data, nearest

FUNCTIONS = {"sin": mpmath.sin, "cos": mpmath.cos, "tan": mpmath.tan, "asin": mpmath.asin, "acos": mpmath.acos, "atan": mpmath.atan,
             "atan2": mpmath.atan2, "hypot": mpmath.hypot}
rng = np.random.default_rng(20261121)


def denominators(bits, exponents):
    """m with m 2^e 2/pi closest to a whole number: the denominators of the continued fraction of 2^e 2/pi."""
    for e in exponents:
        mpmath.mp.prec = 1300
        x = mpmath.mpf(2) ** e * 2 / mpmath.pi
        x -= mpmath.floor(x)
        before, m = 0, 1
        while x != 0:
            x = 1 / x
            whole = int(mpmath.floor(x))
            x -= whole
            before, m = m, whole * m + before
            if m >= 2 ** bits:
                break
            if m >= 2 ** (bits // 2):
                yield float(mpmath.mpf(m) * mpmath.mpf(2) ** e)


def angles(t):
    single = t == "float32"
    top = 127 if single else 1023
    k = rng.integers(1, 2000, 60).astype("f8")
    yield from rng.uniform(-10, 10, 120)
    yield from rng.uniform(-1e6, 1e6, 60)
    yield from (rng.integers(-40, 40, 80) * np.pi / 4 + rng.normal(size=80) * 1e-9)
    yield from k * np.pi / 2
    yield from rng.choice([-1, 1], 120) * rng.uniform(1, 2, 120) * 2.0 ** rng.integers(-30, top + 1, 120)
    yield from 2.0 ** np.arange(-3, top + 1, 1 if single else 9)
    yield from np.nextafter(2.0 ** np.arange(15, 45), 0)
    yield from [2.0 ** 21, 2.0 ** 40, 1.5e308 if not single else 3e38, 5e-324 if not single else 1e-45, 1e-310 if not single else 1e-40]
    if single:
        yield from denominators(24, range(-20, 104, 3))
    else:
        yield 6381956970095103 * 2.0 ** 797
        yield from denominators(53, range(-40, 970, 23))


def ratios(t):
    top = 1e30 if t == "float32" else 1e300
    yield from rng.uniform(-1.2, 1.2, 150)
    yield from rng.uniform(-10, 10, 100)
    yield from 10 ** rng.uniform(-30, 30, 100)
    yield from [0.5, 1.0, 2.0, np.nextafter(0.5, 1), np.nextafter(0.5, 0), np.nextafter(1, 2), top, 1 / top, -top, 5e-324, 1e-310, 1e-45]


def sines(t):
    yield from rng.uniform(-1, 1, 200)
    yield from rng.choice([-1, 1], 100) * (1 - 10 ** rng.uniform(-16, -1, 100))
    yield from 10 ** rng.uniform(-30, -1, 60)
    yield from [0.5, -0.5, np.nextafter(0.5, 1), -np.nextafter(0.5, 1), np.nextafter(1, 0), -np.nextafter(1, 0), 1.0, -1.0, 5e-324, 1e-310, 1e-45]


def pairs(t):
    scale = 30 if t == "float32" else 300
    x = list(rng.uniform(-10, 10, 200)) + list(10 ** rng.uniform(-scale, scale, 200))
    y = list(rng.uniform(-10, 10, 200)) + list(10 ** rng.uniform(-scale, scale, 200))
    for exponent in (-1074, -1060, -1000, -900, -500, 0, 500, 900, 1000, 1020) if t == "float64" else (-149, -140, -60, 0, 60, 120):
        for ratio in (0.3, 1.0, 0.9, 1.7, 2.0 ** -40):
            x.append(2.0 ** exponent * rng.uniform(1, 2))
            y.append(x[-1] * ratio * rng.choice([-1, 1]))
    return zip(x, y)


def lines():
    for name, f in FUNCTIONS.items():
        for t in ("float64", "float32"):
            kind = np.dtype(DTYPES[t])
            source = {"sin": angles, "cos": angles, "tan": angles, "asin": sines, "acos": sines, "atan": ratios}.get(name, pairs)
            for point in source(t):
                operands = [kind.type(v) for v in np.atleast_1d(point)]
                if not np.all(np.isfinite(operands)) or name in ("asin", "acos") and abs(operands[0]) > 1 or all(o == 0 for o in operands):
                    continue
                mpmath.mp.prec = 200 + (max(0, int(mpmath.mag(mpmath.mpf(float(operands[0]))))) if source is angles else 0)
                exact = f(*[mpmath.mpf(float(o)) for o in operands])
                if exact == 0:
                    continue
                y = nearest(exact, kind)
                if not np.isfinite(y):
                    continue
                unit = mpmath.mpf(float(np.spacing(abs(y)))) if y != 0 else mpmath.mpf(2) ** (-1074 if t == "float64" else -149)
                yield (name, t, data(operands[0]), data(operands[1]) if len(operands) > 1 else "-", data(y),
                       mpmath.nstr((exact - mpmath.mpf(float(y))) / unit, 8))


if __name__ == "__main__":
    with np.errstate(all="ignore"), gzip.GzipFile(OUT / "trigonometry.txt.gz", "wb", mtime=0) as out:
        out.write("# made by core/src/test/python/trigonometry.py\n".encode())
        for line in lines():
            out.write((" ".join(line) + "\n").encode())
