"""Writes NumPy's own results, against which the Java tests compare: python3 golden.py > ../resources/orthant/linalg/golden.txt

One array a line: name, dtype, shape, elements. Each case has inputs a and b, and the result c (matmul), x (solve) or
x, residuals, rank and s (lstsq).
"""
import numpy as np

rng = np.random.default_rng(20260101)


def show(case, name, array):
    array = np.asarray(array)
    shape = "x".join(map(str, array.shape)) if array.ndim else "scalar"
    values = " ".join(str(int(v)) if array.dtype.kind in "bi" else repr(float(v)) for v in array.ravel())
    print(case, name, array.dtype.name, shape, values, sep="\t")


def matmul(case, a, b):
    show(case, "a", a)
    show(case, "b", b)
    show(case, "c", np.matmul(a, b))


def solve(case, a, b):
    show(case, "a", a)
    show(case, "b", b)
    show(case, "x", np.linalg.solve(a, b))


def lstsq(case, a, b):
    x, residuals, rank, s = np.linalg.lstsq(a, b)
    show(case, "a", a)
    show(case, "b", b)
    show(case, "x", x)
    show(case, "residuals", residuals)
    show(case, "rank", np.int64(rank))
    show(case, "s", s)


def polyfit(case, x, y, degree, w=None, rcond=None):
    c, residuals, rank, s, rcond = np.polyfit(x, y, degree, w=w, rcond=rcond, full=True)
    for name, array in {"x": x, "y": y, "degree": np.int64(degree), "w": np.ones_like(x) if w is None else w, "rcond": np.float64(rcond),
                        "c": c, "residuals": residuals, "rank": np.int64(rank), "s": s}.items():
        show(case, name, array)


def eigenvalues(case, name, a, values):
    """Sorted, as their order is LAPACK's own."""
    values = np.asarray(values)
    order = np.lexsort((values.imag, values.real.round(6)))
    show(case, name, a)
    show(case, "re", values.real[order])
    show(case, "im", values.imag[order])


def integers(dtype, *shape):
    info = np.iinfo(dtype)
    return rng.integers(info.min, info.max, shape, dtype=dtype, endpoint=True)


def normal(dtype, *shape):
    return rng.standard_normal(shape).astype(dtype)


matmul("matmul-int32-wraps", integers(np.int32, 5, 7), integers(np.int32, 7, 19))
matmul("matmul-int64-wraps", integers(np.int64, 9, 20), integers(np.int64, 20, 6))
matmul("matmul-int64-vector", integers(np.int64, 9, 20), integers(np.int64, 20))
matmul("matmul-int32-int64", integers(np.int32, 2, 3), integers(np.int64, 3, 2))
matmul("matmul-bool", rng.random((4, 6)) < 0.3, rng.random((6, 5)) < 0.3)
matmul("matmul-bool-int32", rng.random((4, 6)) < 0.5, integers(np.int32, 6, 5))
matmul("matmul-int32-float32", np.arange(-3, 3, dtype=np.int32).reshape(2, 3), normal(np.float32, 3, 2))
matmul("matmul-float32-float64", normal(np.float32, 3, 4), normal(np.float64, 4, 2))
matmul("matmul-stacks", normal(np.float64, 2, 1, 3, 4), normal(np.float64, 5, 4, 2))
matmul("matmul-stack-vector", normal(np.float64, 2, 3, 4), normal(np.float64, 4))
matmul("matmul-vector-stack", normal(np.float64, 3), normal(np.float64, 2, 3, 4))
matmul("matmul-empty-sum", normal(np.float64, 3, 0), normal(np.float64, 0, 2))
matmul("matmul-empty-rows", normal(np.float64, 0, 3), normal(np.float64, 3, 2))
matmul("matmul-nan", np.array([[np.nan, 0.0], [np.inf, 1.0]]), np.array([[0.0, 1.0], [0.0, np.inf]]))

solve("solve-vector", normal(np.float64, 4, 4), normal(np.float64, 4))
solve("solve-matrix", normal(np.float64, 4, 4), normal(np.float64, 4, 3))
solve("solve-stacks", normal(np.float64, 2, 1, 3, 3), normal(np.float64, 4, 3, 2))
solve("solve-stack-vector", normal(np.float64, 5, 3, 3), normal(np.float64, 3))
solve("solve-int64", np.array([[2, 1], [1, 3]]), np.array([1, 2]))
solve("solve-float32", normal(np.float32, 4, 4), normal(np.float32, 4))
solve("solve-empty", normal(np.float64, 0, 0), normal(np.float64, 0, 2))
solve("solve-no-sides", normal(np.float64, 3, 3), normal(np.float64, 3, 0))
solve("solve-nan", np.array([[1.0, np.nan], [0.0, 1.0]]), np.array([1.0, 2.0]))

lstsq("lstsq-vector", normal(np.float64, 7, 3), normal(np.float64, 7))
lstsq("lstsq-matrix", normal(np.float64, 7, 3), normal(np.float64, 7, 2))
lstsq("lstsq-wide", normal(np.float64, 3, 6), normal(np.float64, 3))
lstsq("lstsq-square", normal(np.float64, 4, 4), normal(np.float64, 4))
lstsq("lstsq-deficient", np.outer(np.arange(1.0, 7), [1.0, 2, 3]), normal(np.float64, 6))
lstsq("lstsq-float32", normal(np.float32, 7, 3), normal(np.float32, 7))
lstsq("lstsq-int64", np.array([[1, 0], [1, 1], [1, 2], [1, 3]]), np.array([-1, 0, 1, 2]))
lstsq("lstsq-no-rows", normal(np.float64, 0, 3), normal(np.float64, 0))
lstsq("lstsq-no-columns", normal(np.float64, 3, 0), normal(np.float64, 3))
lstsq("lstsq-no-sides", normal(np.float64, 5, 2), normal(np.float64, 5, 0))

x = np.linspace(-2, 3, 9)
polyfit("polyfit-line", x, normal(np.float64, 9), 1)
polyfit("polyfit-cubic", x, 2 * x**3 - x + normal(np.float64, 9) / 100, 3)
polyfit("polyfit-weights", x, normal(np.float64, 9), 2, rng.random(9) + 0.1)
polyfit("polyfit-sets", x, normal(np.float64, 9, 4), 2, rng.random(9) + 0.1)
polyfit("polyfit-years", np.arange(1990.0, 2010), normal(np.float64, 20), 2)
polyfit("polyfit-int64", np.arange(5), np.array([1, 3, 2, 5, 4]), 2)
polyfit("polyfit-float32", x.astype(np.float32), normal(np.float32, 9), 2)
polyfit("polyfit-rcond", x, normal(np.float64, 9), 5, rcond=0.1)
polyfit("polyfit-exact", x[:3], normal(np.float64, 3), 2)
polyfit("polyfit-constant", x, normal(np.float64, 9), 0)

for name, p in {"real": [1, -6, 11, -6], "complex": [1, 0, 1], "zeros": [0, 0, 2, -3, 5, 0, 0], "float32": np.array([1, 2.5, 4], np.float32),
                "seven": [3, -1, 4, 1, -5, 9, -2, 6], "constant": [4.0], "one": [0.0, 2, -5], "nothing": [0.0, 0.0]}.items():
    eigenvalues("roots-" + name, "p", np.asarray(p), np.roots(p))
for name, a in {"real": normal(np.float64, 2, 2) @ np.diag([1, 5]), "six": normal(np.float64, 6, 6), "float32": normal(np.float32, 4, 4),
                "int64": np.arange(9).reshape(3, 3)}.items():
    eigenvalues("eigvals-" + name, "a", a, np.linalg.eigvals(a))
