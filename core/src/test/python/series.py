"""Writes NumPy's running sums, differences, slopes, convolutions and the like, for SeriesTest.

    python3 core/src/test/python/series.py
"""

import numpy as np

from golden import DTYPES, NAMES, data, noise, write


def line(*words, result):
    result = np.asarray(result)
    return (*words, NAMES[result.dtype], ",".join(map(str, result.shape)) or "-", data(result))


def series():
    cube = np.floor(noise(60, 9) / 24).reshape(3, 4, 5)
    for t, code in DTYPES.items():
        x = cube.astype(code)
        yield "cube", t, data(x)
        for name, f in {"cumsum": np.cumsum, "cumprod": np.cumprod}.items():
            for axis in (0, 1, -1):
                yield line(name, t, axis, result=f(x, axis=axis))
            yield line(name, t, "flat", result=f(x))
        for name, f in {"cumulativeSum": np.cumulative_sum, "cumulativeProd": np.cumulative_prod}.items():
            yield line(name, t, 1, result=f(x, axis=1, dtype=code, include_initial=True))
        for n, axis in ((0, 0), (1, 0), (1, -1), (2, 1), (4, 1), (5, 1)):
            yield line("diff", t, f"{n}:{axis}", result=np.diff(x, n, axis))
        if t != "bool":
            yield line("ediff1d", t, "-", result=np.ediff1d(x))
        for axis in (0, 1, -1):
            yield line("trapezoid", t, axis, result=np.trapezoid(x, dx=0.5, axis=axis))
            if "int" not in t and t != "bool":
                yield line("gradient", t, axis, result=np.gradient(x, 0.5, axis=axis))
        if t in ("int32", "float64", "float32", "uint8"):
            yield line("unwrap", t, 1, result=np.unwrap(x, period=5.0, axis=1))
        for mode in ("full", "same", "valid"):
            for n, m in ((7, 3), (3, 7), (4, 4), (6, 2), (2, 6), (1, 5), (5, 4), (4, 5)):
                a, v = x.ravel()[:n], x.ravel()[20 : 20 + m]
                yield line("convolve", t, f"{mode}:{n}:{m}", result=np.convolve(a, v, mode))
                yield line("correlate", t, f"{mode}:{n}:{m}", result=np.correlate(a, v, mode))
        for d in (-1, 0, 1):
            if t != "bool":
                yield line("round", t, d, result=np.round(x * 7, d))
        yield line("nanToNum", t, "-", result=np.nan_to_num(x / np.asarray(x[0]) if t.startswith("float") else x))
        if not t.startswith("complex"):
            yield line("interp", t, "-", result=np.interp(x, [-2.0, -0.5, 0.0, 0.0, 1.5], [1.0, 2.0, -1.0, 4.0, 0.25]))
        if t not in ("float16", "complex64"):
            yield line("sinc", t, "-", result=np.sinc(x / 4 if t[0] in "fc" else x))


if __name__ == "__main__":
    with np.errstate(all="ignore"):
        write("series.txt", series())
