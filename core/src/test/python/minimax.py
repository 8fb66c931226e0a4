"""Prints the coefficients of the polynomials in orthant.op: minimax approximations, made with Remez' algorithm by mpmath.

    python3 minimax.py [NAME...]

Each is the polynomial p(x) = c0 + c1 x + ... that minimises the largest |w(x) (f(x) - p(x))| over an interval. The coefficients
are rounded; where the interval does not surround 0 and it is not asked for all at once, one after the other, lowest first, each
time with a new approximation by the rest, so that later ones make up for the rounding of earlier ones. Printed beside them is
the base-2 logarithm of the largest weighted error that is left.
"""
import struct
import sys

import mpmath as mp

mp.mp.prec = 170


def chebyshev(a, b, n):
    return [(a + b) / 2 - (b - a) / 2 * mp.cos(mp.pi * i / (n - 1)) for i in range(n)]


def remez(f, w, a, b, low, degree):
    """Coefficients of x^low ... x^degree, and the largest weighted error."""
    terms = degree - low + 1
    points = chebyshev(a, b, terms + 1)
    grid = chebyshev(a, b, 24 * (terms + 2))
    values = [(f(x), w(x)) for x in grid]
    for _ in range(9):
        rows = mp.matrix(terms + 1, terms + 1)
        right = mp.matrix(terms + 1, 1)
        for i, x in enumerate(points):
            for j in range(terms):
                rows[i, j] = x ** (low + j)
            rows[i, terms] = (-1) ** i / w(x)
            right[i] = f(x)
        solution = mp.lu_solve(rows, right)
        c = [solution[j] for j in range(terms)]

        def error(x, fx, wx):
            return wx * (fx - mp.polyval(c[::-1], x) * x ** low)

        errors = [error(x, fx, wx) for x, (fx, wx) in zip(grid, values)]
        # The extreme of each run of one sign.
        best = []
        for x, e in zip(grid, errors):
            if best and mp.sign(e) == mp.sign(best[-1][1]):
                if abs(e) > abs(best[-1][1]):
                    best[-1] = (x, e)
            else:
                best.append((x, e))
        while len(best) > terms + 1:
            best.pop(0 if abs(best[0][1]) < abs(best[-1][1]) else -1)
        largest = max(abs(e) for e in errors)
        if len(best) < terms + 1 or largest < abs(solution[terms]) * mp.mpf('1.001'):
            break
        points = [x for x, _ in best]
    return c, largest


def quotient(f, b, above, below):
    """The coefficients of 1 + a1 x + ... over 1 + b1 x + ... nearest to f from 0 to b, relative to it, and the largest error."""
    terms = above + below + 1
    points = [b * (1 - mp.cos(mp.pi * (i + 1) / terms)) / 2 for i in range(terms)]
    grid = [b * (1 - mp.cos(mp.pi * (i + 1) / 1200)) / 2 for i in range(1200)]
    value = lambda c, x: 1 + sum(k * x ** (i + 1) for i, k in enumerate(c))
    down = [mp.mpf(0)] * below
    for _ in range(30):
        rows, right = mp.matrix(terms, terms), mp.matrix(terms, 1)
        for i, x in enumerate(points):
            row = [x ** (j + 1) for j in range(above)] + [-f(x) * x ** (j + 1) for j in range(below)] + [(-1) ** i * f(x) * value(down, x)]
            for j in range(terms):
                rows[i, j] = row[j]
            right[i] = f(x) - 1
        solution = mp.lu_solve(rows, right)
        up, down = [solution[j] for j in range(above)], [solution[above + j] for j in range(below)]
        errors = [(x, value(up, x) / value(down, x) / f(x) - 1) for x in grid]
        best = []
        for x, e in errors:
            if best and mp.sign(e) == mp.sign(best[-1][1]):
                best[-1] = max(best[-1], (x, e), key=lambda pair: abs(pair[1]))
            else:
                best.append((x, e))
        while len(best) > terms:
            best.pop(0 if abs(best[0][1]) < abs(best[-1][1]) else -1)
        if len(best) < terms:
            break
        points = [x for x, _ in best]
    return [1] + up, [1] + down, max(abs(e) for _, e in errors)


def rounded(x, bits):
    if bits == 24:
        return struct.unpack('f', struct.pack('f', float(x)))[0]
    return float(x)


def fit(f, weight, a, b, degree, bits=53, at_once=False):
    a, b = mp.mpf(a), mp.mpf(b)
    # A weight of 0 would leave the equations without a solution.
    least = max(abs(weight(a)), abs(weight(b))) / 500
    w = lambda x: max(abs(weight(x)), least)
    fixed = [rounded(x, bits) for x in remez(f, w, a, b, 0, degree)[0]] if a < 0 < b or at_once else []
    while len(fixed) <= degree:
        low = len(fixed)
        known = list(fixed)
        c, _ = remez(lambda x: f(x) - mp.polyval(known[::-1], x) if known else f(x), w, a, b, low, degree)
        fixed.append(rounded(c[0], bits))
    grid = chebyshev(a, b, 2000)
    largest = max(abs(w(x) * (f(x) - mp.polyval([mp.mpf(c) for c in fixed[::-1]], x))) for x in grid)
    return fixed, largest


def safe(f, at0):
    """A function whose formula fails at 0 and cancels near it."""
    def g(x):
        if x == 0:
            return at0
        with mp.workprec(400):
            return f(x)
    return g


LN2 = mp.log(2)
HALF = LN2 / 2 * mp.mpf('1.0001')
# e^r = 1 + r + r^2 q(r): relative error of e^r, or, near 0, of e^r - 1
q = safe(lambda r: (mp.expm1(r) - r) / r ** 2, mp.mpf(1) / 2)
exp_weight = lambda r: r ** 2
expm1_weight = lambda r: r
# log(1 + f) = f - f^2/2 + s (f^2/2 + z l(z)) with s = f / (2 + f), z = s^2; log(1 + f) = 2 s + s z l(z)
log_z = (mp.mpf(3) - 2 * mp.sqrt(2)) ** 2 * mp.mpf('1.001')


def atanh_rest(z):
    s = mp.sqrt(z)
    return (2 * mp.atanh(s) - 2 * s) / (s * z)


l = safe(atanh_rest, mp.mpf(2) / 3)
# atanh(s) = s + s z a(z), for the s of a quotient between 2^-0.6 and 2^0.6
a = safe(lambda z: atanh_rest(z) / 2, mp.mpf(1) / 3)
ratio = mp.mpf(2) ** mp.mpf('0.6')
atanh_z = ((ratio - 1) / (ratio + 1)) ** 2
# the same beyond the term in z: 2 atanh(s) = 2 s + 2 s z (1/3 + z p(z))
p = safe(lambda z: (atanh_rest(z) - mp.mpf(2) / 3) / z / 2, mp.mpf(1) / 5)
# 2^r = 1 + r t(r)
t = safe(lambda r: mp.expm1(r * LN2) / r, LN2)

# Of arguments that a table has made small: 2^r = 1 + r t(r), e^r = 1 + r + r^2 q(r), and log_b(1 + r) = r / ln b + r^2 v(r)
STEP_64, STEP_32 = mp.mpf(1) / 32 * mp.mpf('1.001'), mp.mpf(1) / 64 * mp.mpf('1.001')
CELL_64, CELL_32 = mp.mpf('0.0333'), mp.mpf('0.01665')


POW_CELL = mp.mpf('0.0342')
# Of the tables of orthant.op.Single
SINGLE = mp.mpf('-0.0355'), mp.mpf('0.0466')


# (1 + r)^(1/3) = 1 + r root(r)
root = safe(lambda r: (mp.cbrt(1 + r) - 1) / r, mp.mpf(1) / 3)


def v(base):
    return safe(lambda r: (mp.log1p(r) - r) / (mp.log(base) * r ** 2), -1 / (2 * mp.log(base)))


# sin r = r + r z s(z), cos r = 1 - z/2 + z^2 c(z), asin r = r + r z asin(z) and so on with z = r^2, all with relative errors; the series near 0
turn8 = (mp.pi / 4) ** 2 * mp.mpf('1.0001')


def odd(f, series):
    """(f(sqrt z) / sqrt z - 1) / z, and z / (f(sqrt z) / sqrt z) as its weight."""
    rest = safe(lambda z: (f(mp.sqrt(z)) / mp.sqrt(z) - 1) / z, series)
    return rest, lambda z: z * mp.sqrt(z) / f(mp.sqrt(z)) if z else mp.mpf(0)


sin, asin, atan = odd(mp.sin, -mp.mpf(1) / 6), odd(mp.asin, mp.mpf(1) / 6), odd(mp.atan, -mp.mpf(1) / 3)
sinh, tanh, asinh = odd(mp.sinh, mp.mpf(1) / 6), odd(mp.tanh, -mp.mpf(1) / 3), odd(mp.asinh, -mp.mpf(1) / 6)
# cosh r = 1 + z c(z), with an error relative to 1
cosh = safe(lambda z: (mp.cosh(mp.sqrt(z)) - 1) / z, mp.mpf(1) / 2), lambda z: z
ln2_half = (LN2 / 2) ** 2 * mp.mpf('1.001')
near_atan, near_asinh = (mp.tan(mp.mpf('0.5')) * mp.mpf('1.0005')) ** 2, mp.mpf('0.5801') ** 2
cos = safe(lambda z: (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z ** 2, mp.mpf(1) / 24), lambda z: z ** 2 / mp.cos(mp.sqrt(z))

# name: function, weight, interval, degree, bits of the coefficients, and whether to round all at once
TABLE = {
    'EXP64': (q, exp_weight, -HALF, HALF, 9, 53),
    'EXP32': (q, exp_weight, -HALF, HALF, 4, 24),
    'EXPM1_64': (q, expm1_weight, -HALF, HALF, 10, 53),
    'EXPM1_32': (q, expm1_weight, -HALF, HALF, 5, 24),
    'LOG64': (l, lambda z: z, 0, log_z, 6, 53),
    'LOG32': (l, lambda z: z, 0, log_z, 3, 24),
    'ATANH64': (a, lambda z: z, 0, atanh_z, 8, 53),
    'ATANH32': (a, lambda z: z, 0, atanh_z, 3, 24),
    'POW64': (p, lambda z: z ** 2, 0, log_z, 7, 53),
    'QUICK_LOG2': (lambda z: (2 + z * l(z)) / LN2, lambda z: 1, 0, log_z, 4, 53),
    'QUICK_EXP2': (t, lambda r: r, -0.5, 0.5, 6, 53),
    'TABLE_EXP2_64': (t, lambda r: r, -STEP_64, STEP_64, 5, 53),
    'TABLE_EXP2_32': (t, lambda r: r, -STEP_32, STEP_32, 2, 24),
    'TABLE_EXP_64': (q, exp_weight, -STEP_64 * LN2, STEP_64 * LN2, 4, 53),
    'TABLE_EXP_32': (q, exp_weight, -STEP_32 * LN2, STEP_32 * LN2, 1, 24),
    'TABLE_EXPM1_64': (q, expm1_weight, -2 * STEP_64 * LN2, 2 * STEP_64 * LN2, 6, 53),
    'TABLE_EXPM1_32': (q, expm1_weight, -2 * STEP_32 * LN2, 2 * STEP_32 * LN2, 2, 24),
    'TABLE_LN_64': (v(mp.e), lambda r: r, -CELL_64, CELL_64, 8, 53),
    'TABLE_LN_32': (v(mp.e), lambda r: r, -CELL_32, CELL_32, 2, 24),
    'TABLE_LOG2_64': (v(2), lambda r: r, -CELL_64, CELL_64, 8, 53),
    'SINGLE_LN_32': (v(mp.e), lambda r: r, *SINGLE, 3, 24),
    'SINGLE_LOG2_32': (v(2), lambda r: r, *SINGLE, 3, 24),
    'TABLE_LOG10_64': (v(10), lambda r: r, -CELL_64, CELL_64, 8, 53),
    'SINGLE_LOG10_32': (v(10), lambda r: r, *SINGLE, 3, 24),
    'TABLE_POW_64': (safe(lambda r: (mp.log1p(r) - r + r ** 2 / 2) / r ** 3, mp.mpf(1) / 3), lambda r: r ** 2, -POW_CELL, POW_CELL, 8, 53),
    'SINGLE_LOG2_1P': (safe(lambda r: mp.log1p(r) / (r * LN2), 1 / LN2), lambda r: 1, -CELL_64, CELL_64, 5, 53),
    'SINGLE_EXP2': (t, lambda r: r, -STEP_64, STEP_64, 2, 53),
    'TABLE_CBRT_64': (root, lambda r: r, -mp.mpf(1) / 9, mp.mpf(1) / 9, 12, 53),
    'TABLE_CBRT_32': (root, lambda r: r, -mp.mpf(1) / 17, mp.mpf(1) / 17, 3, 24),
    'SIN_64': (*sin, 0, turn8, 5, 53),
    'COS_64': (*cos, 0, turn8, 5, 53),
    'HALF_TURN_32': (*sin, 0, 4 * turn8, 4, 53),
    'ATAN_64': (*atan, 0, near_atan, 12, 53, True),
    'ATAN_32': (*atan, 0, near_atan, 5, 24),
    'ASIN_64': (*asin, 0, mp.mpf(1) / 4, 12, 53),
    'ASIN_32': (*asin, 0, mp.mpf(1) / 4, 5, 24),
    'SINH_64': (*sinh, 0, ln2_half, 4, 53),
    'SINH_32': (*sinh, 0, ln2_half, 2, 24),
    'COSH_64': (*cosh, 0, ln2_half, 4, 53),
    'COSH_32': (*cosh, 0, ln2_half, 2, 24),
    'TANH_32': (*tanh, 0, 1, 6, 24),
    'ASINH_64': (*asinh, 0, near_asinh, 12, 53, True),
    'ASINH_32': (*asinh, 0, near_asinh, 4, 24),
    'CBRT64': (lambda m: m ** (-mp.mpf(1) / 3), lambda m: m ** (mp.mpf(1) / 3), 1, 2, 5, 53),
    'CBRT32': (lambda m: m ** (-mp.mpf(1) / 3), lambda m: m ** (mp.mpf(1) / 3), 1, 2, 3, 24),
}

if __name__ == '__main__':
    if not sys.argv[1:] or 'TAN_32' in sys.argv:
        above, below, error = quotient(lambda z: mp.tan(mp.sqrt(z)) / mp.sqrt(z), turn8, 2, 2)
        print('TAN_32 (error 2^%.1f)' % mp.log(error, 2))
        for c in above, below:
            print('    ' + ', '.join(float(x).hex() for x in c), flush=True)
    for name in (n for n in sys.argv[1:] or TABLE if n != 'TAN_32'):
        c, error = fit(*TABLE[name])
        degree, bits = TABLE[name][4:6]
        print('%s (%d, error 2^%.1f)' % (name, degree, mp.log(error, 2)))
        print('    ' + ', '.join((x.hex() if bits == 53 else repr(x)) for x in c), flush=True)
