"""Writes small .npy files with NumPy, for NpyTest: python3 npy.py ../resources/orthant/golden/npy

The names say what is in them: dtype, byte order, C or Fortran order, version of the format, shape. Element i in C order is
i - 2 (of unsigned types i, of complex ones i - 2 + i * 1j), or whether i % 3 == 0.
"""
import sys

import numpy as np
from numpy.lib import format as npy


def write(folder, dtype, order, fortran, version, shape):
    n = int(np.prod(shape))
    if dtype == "bool":
        a = np.arange(n) % 3 == 0
    elif dtype.startswith("uint"):
        a = np.arange(n)
    elif dtype.startswith("complex"):
        a = np.arange(n) - 2 + np.arange(n) * 1j
    else:
        a = np.arange(n) - 2
    a = a.astype(np.dtype(dtype).newbyteorder(order)).reshape(shape)
    a = np.asfortranarray(a) if fortran else a
    name = "-".join([dtype, "big" if order == ">" else "little", "F" if fortran else "C", f"v{version}", "x".join(map(str, shape)) or "scalar"])
    with open(f"{folder}/{name}.npy", "wb") as file:
        npy.write_array(file, a, version=(version, 0))


if __name__ == "__main__":
    for dtype in ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
                  "float16", "float32", "float64", "complex64", "complex128"]:
        write(sys.argv[1], dtype, "<", False, 1, (2, 3))
        write(sys.argv[1], dtype, "<", True, 1, (2, 3, 2))
        if dtype not in ["bool", "int8", "uint8"]:
            write(sys.argv[1], dtype, ">", False, 2, (5,))
            write(sys.argv[1], dtype, ">", True, 3, (3, 2))
    for shape in [(), (0,), (3, 0, 2), (1,), (7,), (1, 1, 1), (100,), (2, 1, 2, 1, 2)]:
        write(sys.argv[1], "float64", "<", False, 1, shape)
