"""Writes NumPy's tables of promotion and casting, for TypesTest.

    python3 core/src/test/python/types.py

Needed at development time only: NumPy 2.x. Each line is a key and then fields, divided by spaces.
"""

import itertools
import pathlib

import numpy as np

OUT = pathlib.Path(__file__).parent.parent / "resources" / "orthant" / "golden" / "types.txt"
TYPES = "bool int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 complex64 complex128".split()
KINDS = ["bool", "signed integer", "unsigned integer", "integral", "real floating", "complex floating", "numeric"]


def lines():
    for a, b in itertools.product(TYPES, TYPES):
        yield "promote", a, b, np.promote_types(a, b)
        for casting in ("no", "equiv", "safe", "same_kind", "unsafe"):
            yield "cast", a, b, casting, np.can_cast(a, b, casting)
    for a, b, c in itertools.combinations(TYPES, 3):
        yield "three", a, b, c, np.result_type(np.dtype(a), np.dtype(b), np.dtype(c))
    for a in TYPES:
        for name, value in (("bool", True), ("int", 1), ("float", 1.0), ("complex", 1j)):
            yield "weak", a, name, np.result_type(np.dtype(a), value)
        for kind in KINDS:
            yield "is", a, kind.replace(" ", "_"), np.isdtype(np.dtype(a), kind)
        if "int" in a:
            i = np.iinfo(a)
            yield "iinfo", a, i.bits, i.min, i.max
        elif a != "bool":
            f = np.finfo(a)
            yield ("finfo", a, f.dtype, f.bits, f.precision, *(float(x).hex() for x in (f.eps, f.epsneg, f.max, f.min, f.smallest_normal, f.smallest_subnormal)))
    for v in (0, 1, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**63 - 1, -1, -128, -129, -32768, -32769, -2**31, -2**31 - 1, -2**63):
        yield "least", "int", v, np.min_scalar_type(v)
    for v in (0.0, 3.1, 64999.0, 65000.0, -65001.0, 1e38, 3.39e38, 3.41e38, 1e300, float("inf"), float("nan")):
        yield "least", "float", repr(v), np.min_scalar_type(v)
        yield "least", "complex", repr(v), np.min_scalar_type(complex(1, v))


if __name__ == "__main__":
    OUT.write_text("".join(" ".join(map(str, line)) + "\n" for line in lines()))
