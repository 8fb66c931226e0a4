"""Writes results of mathematical functions with 40 digits and more, by mpmath, for the references of orthant.examples.accuracy.

    python3 mathematics.py mathematics.txt.gz

Lines of a function's name, its operands, and the result as three doubles and an exponent of two: (a + b + c) 2^e.
"""
import gzip
import math
import random
import struct
import sys

import mpmath as mp

mp.mp.prec = 300
POINTS = 1500


def order(x):
    bits = struct.unpack('q', struct.pack('d', x))[0]
    return bits if bits >= 0 else -(bits & (2 ** 63 - 1))


def number(n):
    x = struct.unpack('d', struct.pack('q', abs(n)))[0]
    return x if n >= 0 else -x


def within(*intervals):
    """Numbers of intervals (from, to, from, to, ...): all numbers, or all parts of the interval, equally likely."""
    def draw():
        i = 2 * random.randrange(len(intervals) // 2)
        a, b = float(intervals[i]), float(intervals[i + 1])
        if random.random() < 0.5 and math.isfinite(b - a):
            return [random.uniform(a, b)]
        return [number(random.randint(order(a), order(b)))]
    return draw


def bases():
    x = random.choice([lambda: random.uniform(0.5, 2), lambda: float(random.randint(2, 1000)), lambda: random.uniform(0.999, 1.001),
                       lambda: within(5e-324, MAX)()[0]])()
    y = random.uniform(-1074, 1024) / math.log2(x) if x != 1 else 1.5
    if abs(y) >= 1 and random.random() < 0.3:
        return [x * random.choice([-1, 1]), float(round(y))]
    return [x, y]


def summands():
    x = random.uniform(-10, 50)
    x = x if x > 0 or x < -1.5 else x - 1.5
    return [x, x - random.uniform(0, 100)]


def points():
    x = random.choice([lambda: random.uniform(-10, 10), lambda: within(-MAX, MAX)()[0]])()
    y = random.choice([lambda: x * random.uniform(-3, 3), lambda: within(-MAX, MAX)()[0]])()
    return [y if math.isfinite(y) and abs(y) < MAX / 2 else 1.0, x if abs(x) < MAX / 2 else 1.0]


MAX = sys.float_info.max
BELOW1 = math.nextafter(1, 0)
LN2 = mp.log(2)


def log1p(x):
    # mpmath adds 1 with the digits of the result.
    with mp.workprec(2400):
        return mp.log(1 + x)


def atanh(x):
    with mp.workprec(2400):
        return mp.log((1 + x) / (1 - x)) / 2


def asinh(x):
    with mp.workprec(4800):
        return mp.sign(x) * mp.log(abs(x) + mp.sqrt(x * x + 1))


def expm1(x):
    with mp.workprec(2400):
        return mp.exp(x) - 1


def half(sign):
    def f(x):
        with mp.workprec(2400):
            return (mp.exp(x) + sign * mp.exp(-x)) / 2
    return f


def tanh(x):
    with mp.workprec(2400):
        return 1 - 2 / (mp.exp(2 * x) + 1)


def angle(f):
    def reduced(x):
        with mp.workprec(2400):
            return f(x)
    return reduced


def logaddexp(x, y):
    with mp.workprec(2400):
        return mp.log(mp.exp(x) + mp.exp(y))


def logaddexp2(x, y):
    with mp.workprec(2400):
        return mp.log(mp.mpf(2) ** x + mp.mpf(2) ** y) / mp.log(2)


TABLE = {
    'exp': (mp.exp, within(-745, 709.7, -1, 1)),
    'exp2': (lambda x: mp.mpf(2) ** x, within(-1074, 1023.9, -1, 1)),
    'expm1': (expm1, within(-40, 709.7, -1, 1)),
    'log': (mp.log, within(5e-324, MAX, 0.5, 2, 0.999, 1.001)),
    'log2': (lambda x: mp.log(x) / LN2, within(5e-324, MAX, 0.5, 2, 0.999, 1.001)),
    'log10': (lambda x: mp.log(x) / mp.log(10), within(5e-324, MAX, 0.5, 2, 0.999, 1.001)),
    'log1p': (log1p, within(5e-324, MAX, -0.999, 3, -BELOW1, -0.99)),
    'sinh': (half(-1), within(-710, 710, -1, 1)),
    'cosh': (half(1), within(-710, 710, -1, 1)),
    'tanh': (tanh, within(-22, 22, -1, 1)),
    'asinh': (asinh, within(-MAX, MAX, -3, 3)),
    'acosh': (lambda x: mp.log(x + mp.sqrt(mp.mpf(x) ** 2 - 1)), within(1, MAX, 1, 3, 1, 1.001)),
    'atanh': (atanh, within(-BELOW1, BELOW1, 0.999, BELOW1)),
    'cbrt': (lambda x: mp.sign(x) * mp.cbrt(abs(x)), within(-MAX, MAX, 1, 8)),
    'pow': (mp.power, bases),
    'logaddexp': (logaddexp, summands),
    'logaddexp2': (logaddexp2, summands),
    'sin': (angle(mp.sin), within(-10, 10, -1e6, 1e6, -MAX, MAX)),
    'cos': (angle(mp.cos), within(-10, 10, -1e6, 1e6, -MAX, MAX)),
    'tan': (angle(mp.tan), within(-10, 10, -1e6, 1e6, -MAX, MAX)),
    'asin': (mp.asin, within(-BELOW1, BELOW1, 0.999, BELOW1)),
    'acos': (mp.acos, within(-BELOW1, BELOW1, 0.999, BELOW1)),
    'atan': (mp.atan, within(-MAX, MAX, -2, 2)),
    'atan2': (mp.atan2, points),
    'hypot': (mp.hypot, points),
}


def parts(value):
    exponent = int(mp.floor(mp.log(abs(value), 2))) if value else 0
    rest = mp.ldexp(value, -exponent)
    found = []
    for _ in range(3):
        found.append(float(rest))
        rest -= found[-1]
    return ' '.join(x.hex() for x in found) + ' %d' % exponent


def main(name):
    random.seed(1)
    with gzip.GzipFile(name, 'wb', mtime=0) as out:
        out.write(('# mpmath %s: name, operands, (a + b + c) 2^e\n' % mp.__version__).encode())
        for function, (f, draw) in TABLE.items():
            print(function, flush=True)
            for _ in range(POINTS):
                x = draw()
                out.write(' '.join([function] + [v.hex() for v in x] + [parts(f(*map(mp.mpf, x)))]).encode() + b'\n')


if __name__ == '__main__':
    main(sys.argv[1])
