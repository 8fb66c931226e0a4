"""Writes small HDF5 files with h5py, for Hdf5Test: python3 hdf5.py ../resources/orthant/golden/hdf5

With --check FILE instead it reads back what Orthant wrote there (Hdf5Test with -Dorthant.hdf5.keep=FILE), and compares.
"""
import sys

import h5py
import numpy as np

if __name__ == "__main__":
    if sys.argv[1] == "--check":
        with h5py.File(sys.argv[2]) as file:
            assert np.array_equal(file["x"][()], np.arange(12.0).reshape(3, 4))
            assert np.array_equal(file["group/deep/n"][()], np.arange(5)) and file["group/deep/n"].dtype == np.int64
            assert file["group/f"].dtype == np.float32 and file["group/f"].shape == (2, 3, 4)
            assert file["scalar"][()] == 7.5
            for n in (8, 16, 32, 64):
                a = file[f"types/uint{n}"][()]
                assert a.dtype == f"u{n // 8}" and np.array_equal(a, np.arange(-3, 3).astype(a.dtype).reshape(3, 2).T)
                assert file[f"one/uint{n}"].dtype == a.dtype and file[f"one/uint{n}"][()] == np.iinfo(a.dtype).max
        print("the same")
    else:
        with h5py.File(sys.argv[1] + "/arrays.h5", "w", libver="earliest") as file:
            a = np.arange(600).reshape(20, 30)
            file["plain"] = a.astype(np.float64)
            file["group/deep/n"] = np.arange(5)
            file["scalar"] = 7.5
            file["empty"] = np.zeros((0, 3), np.float32)
            file["text"] = "words"
            file["bool"] = np.arange(6).reshape(2, 3) % 2 == 0
            file["big"] = a.astype(">f4")
            for dtype in ["i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"]:
                file["types/" + dtype] = np.arange(-3 if dtype[0] != "u" else 0, 9).astype(dtype).reshape(3, -1)
            file.create_dataset("chunked", data=a, chunks=(7, 8))
            file.create_dataset("gzip", data=a, chunks=(7, 8), compression="gzip", shuffle=True, fletcher32=True)
            file.create_dataset("lzf", data=a.astype(np.float32), chunks=(20, 30), compression="lzf")
        with h5py.File(sys.argv[1] + "/latest.h5", "w", libver=("v110", "v110")) as file:
            file.create_dataset("gzip", data=np.arange(600).reshape(20, 30), chunks=(7, 8), compression="gzip")
            file.create_dataset("growing", data=np.arange(10), chunks=(3,), maxshape=(None,))
