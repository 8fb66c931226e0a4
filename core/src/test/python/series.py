"""Writes NumPy's running sums, differences, slopes, convolutions and the like, for SeriesTest.

    python3 core/src/test/python/series.py
"""

import numpy as np

from golden import DTYPES, NAMES, data, noise, write

PLACES = [7.25, -1.5, 0.5, 2.0]


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
                places = np.array([-1.0, 0.5, 1.0, 4.0, 4.25])[: x.shape[axis]]
                yield line("gradient", t, f"places:{axis}:1", result=np.gradient(x, places, axis=axis))
                yield line("gradient", t, f"places:{axis}:2", result=np.gradient(x, places, axis=axis, edge_order=2))
                yield line("gradient", t, f"even:{axis}:2", result=np.gradient(x, 0.5, axis=axis, edge_order=2))
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
            yield line("interp", t, "ends", result=np.interp(x, [-2.0, -0.5, 1.5], [1.0, 2.0, 4.0], -7.0, np.inf))
            for period in (3.0, -2.5):
                yield line("interp", t, f"period:{period}", result=np.interp(x, PLACES, [1.0, 2.0, -1.0, 4.0], period=period))
                yield line("interp", t, f"complexPeriod:{period}", result=np.interp(x, PLACES, np.array([1.0, 2j, -1 + 3j, 4.0]), period=period))
            yield line("interp", t, "complex", result=np.interp(x, [-2.0, -0.5, 1.5], np.array([1.0, 2j, -1 + 3j])))
        if t not in ("float16", "complex64"):
            yield line("sinc", t, "-", result=np.sinc(x / 4 if t[0] in "fc" else x))
    # How far apart: values and steps of NumPy's retstep.
    for start, stop, num, endpoint in ((0, 1, 5, True), (0, 1, 5, False), (2.5, -1, 7, True), (3, 4, 1, True), (3, 4, 1, False), (3, 4, 0, True)):
        values, step = np.linspace(start, stop, num, endpoint, retstep=True)
        yield ("linspace", f"{start}:{stop}:{num}:{int(endpoint)}", data(values), data(np.float64(step)))
        ends = np.array([start, 2 * start], "<f4"), np.array([[stop], [stop + 1]], "<f4")
        values, step = np.linspace(*ends, num, endpoint, retstep=True)
        yield ("linspaces", f"{start}:{stop}:{num}:{int(endpoint)}", data(values), data(np.broadcast_to(np.float32(step), (2, 2))))


if __name__ == "__main__":
    with np.errstate(all="ignore"):
        write("series.txt", series())
