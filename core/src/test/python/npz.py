"""Writes small .npz archives with NumPy, for NpzTest: python3 npz.py ../resources/orthant/golden/npz

With --check FOLDER instead it reads back what Orthant wrote there (NpzTest with -Dorthant.npz.keep=FOLDER), and compares.
"""
import sys

import numpy as np


def arrays():
    return {
        "x": np.arange(12.0).reshape(3, 4),
        "deep/er": np.asfortranarray(np.arange(6, dtype=np.int32).reshape(2, 3)),
        "größe": np.array(7.5),
        "none": np.zeros((0, 3), np.float32),
        "mask": np.arange(5) % 2 == 0,
        "long": np.zeros(5000, np.int64),
    }


if __name__ == "__main__":
    if sys.argv[1] == "--check":
        for kind in ["stored", "deflated", "stream"]:
            with np.load(f"{sys.argv[2]}/{kind}.npz") as found:
                assert found.files == list(arrays()), found.files
                for name, a in arrays().items():
                    assert found[name].dtype == a.dtype and np.array_equal(found[name], a), name
        print("the same")
    else:
        np.savez(f"{sys.argv[1]}/stored.npz", **arrays())
        np.savez_compressed(f"{sys.argv[1]}/deflated.npz", **arrays())
        np.savez(f"{sys.argv[1]}/numbered.npz", np.arange(3), np.arange(2.0))
