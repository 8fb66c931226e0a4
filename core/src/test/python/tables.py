"""Prints the tables of orthant.op.Tables: numbers by which logarithms and exponentials are reduced before their polynomials.

    python3 tables.py [NAME...]
"""
import struct
import sys

import mpmath as mp
import numpy as np

mp.mp.prec = 200


def rounded(x, bits):
    if bits == 24:
        return struct.unpack('f', struct.pack('f', float(x)))[0]
    return float(x)


def powers(size, bits):
    """2^(i / size) as a number and the rest as a part of it."""
    hi = [rounded(mp.mpf(2) ** (mp.mpf(i) / size), bits) for i in range(size)]
    return hi, [float(mp.mpf(2) ** (mp.mpf(i) / size) / hi[i] - 1) for i in range(size)]


def cells(size, first):
    """The middles, and ends, of the intervals from first to 2 first of which each has the same number of floating-point numbers."""
    ends = []
    for i in range(size + 1):
        # Bits count from the power of two that is below.
        x = (2 * first - 1) + mp.mpf(i) / size
        ends.append((1 + x) / 2 if x < 1 else x)
    return list(zip(ends, ends[1:]))


def logarithms(size, first, base, grid, bits, limit):
    """
    Reciprocals of numbers in the middle of cells, of as few bits as keep |r| below the limit, so that r is exact where it counts,
    and their logarithms with the sign turned, as multiples of 2^-grid and what is left.
    """
    inverse, logs, rests, largest, inexact = [], [], [], 0, 0
    for low, high in cells(size, first):
        for digits in range(60):
            inv = mp.mpf(1) if low < 1 < high else mp.nint(2 / (low + high) * 2 ** digits) / mp.mpf(2) ** digits
            r = max(abs(low * inv - 1), abs(high * inv - 1))
            if r <= limit:
                break
        # z / c is a multiple of this, and r exact if it is less than 2^bits multiples.
        unit = mp.mpf(2) ** (-digits - bits + (0 if low < 1 else 1))
        inexact += r > unit * 2 ** bits
        largest = max(largest, r)
        log = -mp.log(inv, base)
        hi = mp.nint(log * 2 ** grid) / mp.mpf(2) ** grid
        inverse.append(float(inv))
        logs.append(float(hi))
        rests.append(rounded(log - hi, bits))
    print('  |r| up to %.5f, in %d cells not exact' % (largest, inexact))
    return inverse, logs, rests


FIRST_64, FIRST_32 = mp.mpf(43) / 64, mp.mpf(85) / 128
LIMIT_64, LIMIT_32 = mp.mpf('0.0333'), mp.mpf('0.01665')


def roots(parts, bits, bias):
    """
    For the parts (quarters or eighths) u = 3 parts q + j of exponents with their bias, |j| <= 1.5 parts, at j modulo the size: 1 / c for the
    number c in the middle of that part of the numbers from 1 to 2, the cube root of c times what the exponent leaves, and its rest as a part of it.
    """
    inverse, hi, lo = [1.0] * 4 * parts, [1.0] * 4 * parts, [0.0] * 4 * parts
    for j in range(-3 * parts // 2, 3 * parts // 2 + 1):
        inverse[j] = rounded(1 / (1 + (j % parts + mp.mpf(1) / 2) / parts), bits)
        exact = mp.cbrt(mp.mpf(2) ** (j // parts - bias) / mp.mpf(inverse[j]))
        hi[j] = rounded(exact, bits)
        lo[j] = float(exact / hi[j] - 1)
    return inverse, hi, lo


# Cells that are half as wide
FIRST_POW = mp.mpf(85) / 128


def single(base, grid):
    """
    For float32 inverses of numbers in 16 cells, of which the logarithms, with the sign turned, are nearly multiples of 2^-grid: of those that are to
    2^-17 of it the nearest to the inverse of the middle, or beside the cell of 1, where results are small, to that of a number near 1.
    """
    inverse, logs, rests, largest = [], [], 0, []
    for low, high in cells(16, FIRST_64):
        if low < 1 < high:
            inverse.append(1.0)
            logs.append(0.0)
            continue
        wish, width = 2 / (low + high), 0.004
        if high == mp.mpf(63) / 64:
            wish = 1 / (high - mp.mpf('0.004'))
        if low == mp.mpf(33) / 32:
            wish, width = 1 / (low + mp.mpf('0.014')), 0.002
        first, last = (np.float32(float(wish) * (1 + w)).view(np.int32) for w in (-width, width))
        all = np.arange(first, last, dtype=np.int32).view(np.float32)
        multiples = -np.log(all.astype(np.longdouble)) / np.log(np.longdouble(float(base))) * 2 ** grid
        apart = np.abs(multiples - np.rint(multiples))
        good = np.nonzero(apart < 2.0 ** -17)[0]
        i = good[np.abs(good - len(all) // 2).argmin()] if len(good) else apart.argmin()
        inverse.append(float(all[i]))
        logs.append(float(np.rint(multiples[i])) / 2 ** grid)
        rests = max(rests, abs(mp.log(inverse[-1], base) + logs[-1]))
        largest += [low * inverse[-1] - 1, high * inverse[-1] - 1]
    print('  r from %.4f to %.4f, rests up to 2^%.1f' % (min(largest), max(largest), mp.log(rests, 2)))
    return inverse, logs


def lowered(size):
    """The bits of 2^(i / size) less i 2^52 / size."""
    bits = [struct.unpack('<q', struct.pack('<d', x))[0] - i * (1 << 52) // size for i, x in enumerate(powers(size, 53)[0])]
    return [[struct.unpack('<d', struct.pack('<q', b))[0] for b in bits]]


BASES = {'LN': mp.exp(1), 'LOG2': mp.mpf(2), 'LOG10': mp.mpf(10)}
TABLES = {'POWER_64': lambda: powers(16, 53), 'POWER_32': lambda: powers(32, 24)}
for base, b in BASES.items():
    TABLES[base + '_64'] = lambda b=b: logarithms(16, FIRST_64, b, 42, 53, LIMIT_64)
TABLES['LN_32'] = lambda: logarithms(32, FIRST_32, mp.exp(1), 16, 24, LIMIT_32)
TABLES['ROOT_64'] = lambda: roots(4, 53, 1023)
TABLES['ROOT_32'] = lambda: roots(8, 24, 127)
TABLES['POW_64'] = lambda: logarithms(32, FIRST_POW, mp.exp(1), 42, 53, mp.mpf('0.021'))
TABLES['SINGLE_LN_32'] = lambda: single(mp.exp(1), 16)
TABLES['SINGLE_LOG2_32'] = lambda: single(mp.mpf(2), 16)
TABLES['SINGLE_LOG10_32'] = lambda: single(mp.mpf(10), 18)
TABLES['SINGLE_LOG2'] = lambda: [[float(-mp.log(mp.mpf(x), 2)) for x in logarithms(16, FIRST_64, mp.mpf(2), 42, 53, LIMIT_64)[0]]]
TABLES['SINGLE_POWER'] = lambda: lowered(16)

if __name__ == '__main__':
    for name in sys.argv[1:] or TABLES:
        print(name)
        for column in TABLES[name]():
            print('    ' + ', '.join(x.hex() if not name.endswith('32') else '%r' % x for x in column), flush=True)
