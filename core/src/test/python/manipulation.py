"""Writes what NumPy's functions of creation and manipulation give, for ManipulationGoldenTest:

    python3 manipulation.py > ../resources/orthant/golden/manipulation.txt

A case is a line "function;arguments;inputs;results". Arguments are divided by "|". Inputs are divided by spaces, each
"dtype/shape/layout/bytes in C order as hex"; results too, each "dtype/shape/how/bytes", where how is "c" for a copy and
"v" and strides for an array that shares memory with the first input. "!" is an exception.
"""
import itertools
import warnings

import numpy as np

warnings.simplefilter("ignore")
TYPES = ["bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "float32", "float64", "complex64", "complex128"]
FEW = ["bool", "int32", "int64", "float32", "float64", "int8", "float16", "complex128"]
LAYOUTS = "CFRSB"
CASES = {}


def values(dtype, shape, salt=0):
    i = np.arange(int(np.prod(shape))).reshape(shape)
    v = (i * 7 + salt * 5) % 13
    if dtype == "bool":
        return v % 3 == 0
    if dtype.startswith("u"):
        return v.astype(dtype)
    v = v - 5
    if dtype.startswith("complex"):
        return (v + 1j * (i % 4)).astype(dtype)
    return (v / 2 if dtype.startswith("f") else v).astype(dtype)


def laid(a, layout):
    """The same elements, laid out in memory in another way; Layouts.of in the test does the same."""
    match layout:
        case "C":
            return np.ascontiguousarray(a).reshape(a.shape)
        case "F":
            return np.array(a, order="F")
        case "R":
            return np.flip(np.flip(a).copy())
        case "S":
            if a.ndim == 0:
                return a.copy()
            wide = np.zeros(a.shape[:-1] + (2 * a.shape[-1],), a.dtype)
            wide[..., ::2] = a
            return wide[..., ::2]
        case "B":
            # Repeated along the first axis: other elements, but the same ones in the test.
            return np.broadcast_to(a[:1], a.shape) if a.ndim and a.shape[0] else a.copy()


def hexed(a):
    return np.ascontiguousarray(a).tobytes().hex() or "-"


def text(numbers):
    return ",".join(str(int(n)) for n in numbers) or "-"


def case(name, args, inputs, call):
    """One line; inputs are pairs of an array and a layout."""
    arrays = [np.asarray(laid(np.asarray(a), layout)) for a, layout in inputs]
    given = " ".join(f"{a.dtype.name}/{text(a.shape)}/{layout}/{hexed(a)}" for a, (_, layout) in zip(arrays, inputs))
    head = f"{name};{'|'.join(map(str, args))};{given};"
    try:
        result = call(*arrays)
    except (ValueError, IndexError, TypeError, ZeroDivisionError):
        CASES.setdefault(name, {})[head + "!"] = True
        return
    out = []
    for r in result if isinstance(result, (list, tuple)) else [result]:
        r = np.asarray(r)
        view = bool(arrays) and r.size > 0 and np.shares_memory(r, arrays[0])
        out.append(f"{r.dtype.name}/{text(r.shape)}/{'v' + text(r.strides) if view else 'c'}/{hexed(r)}")
    CASES.setdefault(name, {})[head + " ".join(out)] = True


SHAPES = [(), (1,), (5,), (0,), (2, 3), (3, 1), (0, 2), (2, 3, 2), (1, 3, 1), (2, 1, 2, 3)]


def some(dtypes=("int64",), shapes=SHAPES, layouts=LAYOUTS):
    """Inputs of these types in one layout, and of the first type in every layout."""
    for k, dtype in enumerate(dtypes):
        for s, shape in enumerate(shapes):
            for layout in layouts if k == 0 else [layouts[(k + s) % len(layouts)]]:
                yield values(dtype, shape), layout


def ints(*numbers):
    return ",".join(map(str, numbers)) or "-"


def shaping():
    for a in some():
        n = a[0].ndim
        for order in "CFAK":
            case("ravel", [order], [a], lambda x: x.ravel(order))
            case("flatten", [order], [a], lambda x: x.flatten(order))
            case("copyOrder", [order], [a], lambda x: x.copy(order))
        for order in "CFA":
            for shape in [(a[0].size,), (-1, 1), (2, -1)] + ([(3, 2)] if a[0].size == 6 else []) + ([(2, 2, 3), (4, 3)] if a[0].size == 12 else []):
                case("reshape", [order, ints(*shape)], [a], lambda x: x.reshape(shape, order=order))
        case("transpose", [], [a], lambda x: x.T)
        case("squeeze", [], [a], np.squeeze)
        case("atleast1d", [], [a], np.atleast_1d)
        case("atleast2d", [], [a], np.atleast_2d)
        case("atleast3d", [], [a], np.atleast_3d)
        case("ascontiguousarray", [], [a], np.ascontiguousarray)
        case("asfortranarray", [], [a], np.asfortranarray)
        case("array", [], [a], np.array)
        case("fliplr", [], [a], np.fliplr)
        case("flipud", [], [a], np.flipud)
        case("flip", [], [a], np.flip)
        case("matrixTranspose", [], [a], np.matrix_transpose)
        case("trimZeros", ["fb", "-"], [a], np.trim_zeros)
        for k in (-1, 0, 1, 2, 3, 7):
            case("rot90", [k, 0, 1], [a], lambda x: np.rot90(x, k))
        case("rot90", [1, -1, 0], [a], lambda x: np.rot90(x, 1, (-1, 0)))
        for sides, axis in itertools.product(["f", "b", "fb"], range(n)):
            z = a[0].copy()
            z[..., :1] = 0
            case("trimZeros", [sides, axis], [(z, a[1])], lambda x: np.trim_zeros(x, sides, axis))
        case("expandDims", [ints(0, -1)], [a], lambda x: np.expand_dims(x, (0, -1)))
        case("swapaxes", [0, -1], [a], lambda x: np.swapaxes(x, 0, -1))
        for source, target in [((0,), (-1,)), ((0, 1), (1, 0)), ((2, 0), (0, 1)), ((0, 1), (-1, -2)), ((0, 0), (0, 1)), ((0,), (0, 1))]:
            case("moveaxis", [ints(*source), ints(*target)], [a], lambda x: np.moveaxis(x, source, target))


def joining():
    groups = [[(), ()], [(3,), (2,)], [(2, 3), (2, 3)], [(2, 3), (1, 3)], [(2, 1), (2, 4)], [(0, 3), (2, 3)], [(2, 2, 3), (2, 2, 3)], [(3,), (2, 3)], [(2, 3)],
              [(2, 3), (3, 2)], [(2,), (2,), (2,)], [(), (2,)], [(2, 3), (2,)], [(2, 2, 1), (2, 2)], []]
    for g, shapes in enumerate(groups):
        for k, dtypes in enumerate([("int64",) * 3, ("int32", "float32", "bool"), ("int8", "uint8", "float16"), ("complex64", "float64", "int16")]):
            arrays = [(values(dtypes[i], s, i), LAYOUTS[(g + i + k) % 4]) for i, s in enumerate(shapes)]
            for axis in ("all", 0, 1, -1, 2):
                given = None if axis == "all" else axis
                case("concat", [axis], arrays, lambda *x: np.concatenate(x, axis=given))
            for axis in (0, 1, -1, -3):
                case("stack", [axis], arrays, lambda *x: np.stack(x, axis=axis))
            for name, call in [("hstack", np.hstack), ("vstack", np.vstack), ("dstack", np.dstack), ("columnStack", np.column_stack)]:
                case(name, [], arrays, lambda *x: call(x))
            case("concatAs", [0, "float32"], arrays, lambda *x: np.concatenate(x, axis=0, dtype="float32", casting="unsafe"))
            if len(arrays) > 1:
                case("append", ["all"], arrays[:2], lambda *x: np.append(*x))
                case("append", [0], arrays[:2], lambda *x: np.append(*x, axis=0))
    a, b, c, d = (values("int64", s, i) for i, s in enumerate([(2, 3), (2, 1), (1, 3), (1, 1)]))
    v, s = values("float64", (3,)), values("int32", ())
    case("block", ["row"], [(a, "C"), (b, "F")], lambda *x: np.block(list(x)))
    case("block", ["square"], [(a, "F"), (b, "C"), (c, "R"), (d, "S")], lambda p, q, r, t: np.block([[p, q], [r, t]]))
    case("block", ["column"], [(a, "C"), (c, "C")], lambda p, q: np.block([[p], [q]]))
    case("block", ["column"], [(v, "C"), (v, "R")], lambda p, q: np.block([[p], [q]]))
    case("block", ["row"], [(s, "C"), (v, "C"), (s, "C")], lambda *x: np.block(list(x)))
    case("block", ["square"], [(s, "C")] * 4, lambda p, q, r, t: np.block([[p, q], [r, t]]))
    case("block", ["square"], [(a, "C"), (a, "C"), (b, "C"), (a, "C")], lambda p, q, r, t: np.block([[p, q], [r, t]]))
    case("block", ["cube"], [(a, "C"), (b, "C")], lambda p, q: np.block([[[p, q]], [[p, q]]]))
    case("block", ["uneven"], [(a, "C"), (b, "C")], lambda p, q: np.block([p, [q]]))


def cutting():
    for a in some(shapes=[(6,), (0,), (7,), (4, 6), (2, 3, 4), ()]):
        for axis in (0, 1, -1, 2):
            for n in (1, 2, 3, 0, 8):
                case("split", [n, axis], [a], lambda x: np.split(x, n, axis))
                case("arraySplit", [n, axis], [a], lambda x: np.array_split(x, n, axis))
            for at in [(), (2,), (1, 3), (3, 1), (-1,), (2, 99), (-99, 2)]:
                case("splitAt", [ints(*at), axis], [a], lambda x: np.split(x, at, axis))
            case("unstack", [axis], [a], lambda x: np.unstack(x, axis=axis))
        for name, call in [("hsplit", np.hsplit), ("vsplit", np.vsplit), ("dsplit", np.dsplit)]:
            case(name, [2], [a], lambda x: call(x, 2))
            case(name + "At", [ints(1, 3)], [a], lambda x: call(x, (1, 3)))


def repeating():
    for a in some(TYPES, [(), (3,), (0,), (2, 3), (3, 1), (2, 2, 3)]):
        case("repeat", [2, "all"], [a], lambda x: np.repeat(x, 2))
        if a[0].size:
            case("repeat", [-1, "all"], [a], lambda x: np.repeat(x, -1))
        for n, axis in itertools.product((0, 1, 3), range(-1, a[0].ndim)):
            case("repeat", [n, axis], [a], lambda x: np.repeat(x, n, axis))
        counts = np.array([2, 0, 3])
        for axis in ("all", 0, -1):
            case("repeatEach", [axis], [a, (counts, "C")], lambda x, c: np.repeat(x, c, None if axis == "all" else axis))
        case("repeatEach", [0], [a, (counts[:1], "C")], lambda x, c: np.repeat(x, c, 0))
        for reps in [(2,), (2, 3), (1, 2), (0,), (2, 1, 2), ()]:
            case("tile", [ints(*reps)], [a], lambda x: np.tile(x, reps))
        for shift in (0, 1, -2, 7):
            case("roll", [shift, "all"], [a], lambda x: np.roll(x, shift))
            case("roll", [shift, -1], [a], lambda x: np.roll(x, shift, -1))
        for shift, axis in [((1, 1), (0, 1)), ((1,), (0, 1)), ((1, 2), (0,)), ((1, 1, -1), (0, 1, 2)), ((1, 2, 3), (0, 1))]:
            case("rollAxes", [ints(*shift), ints(*axis)], [a], lambda x: np.roll(x, shift, axis))
        for shape in [(), (7,), (2, 5), (0, 3)]:
            case("resize", [ints(*shape)], [a], lambda x: np.resize(x, shape))


def editing():
    for dtype, layout in zip(FEW, LAYOUTS * 2):
        for shape in [(4,), (3, 4), (2, 3, 2), (0,)]:
            a = values(dtype, shape), layout
            for at in (0, 1, -1, 2, 3, 4, 9, -9):
                case("delete", [at, "all"], [a], lambda x: np.delete(x, at))
                case("insert", [at, "all"], [a, (values("int64", ()), "C")], lambda x, v: np.insert(x, at, v))
                case("insert", [at, "all"], [a, (values("float64", (3,)), "R")], lambda x, v: np.insert(x, at, v))
                for axis in (0, 1, -1):
                    case("delete", [at, axis], [a], lambda x: np.delete(x, at, axis))
                    case("insert", [at, axis], [a, (values("int64", ()), "C")], lambda x, v: np.insert(x, at, v, axis))
                    for vs in [(shape[-1],), (2,) + shape[1:], (1,) * len(shape), (2, 2, 2)]:
                        case("insert", [at, axis], [a, (values("int32", vs), "C")], lambda x, v: np.insert(x, at, v, axis))
            for positions in [(0,), (0, 2), (1, 1), (-1, 0), (), (2, 0, 2, 1), (9, 0)]:
                p = np.array(positions, dtype=np.int64)
                for axis in ("all", 0, -1):
                    given = None if axis == "all" else axis
                    case("deleteMany", [axis], [a, (p, "C")], lambda x, p: np.delete(x, p, given))
                    case("insertMany", [axis], [a, (p, "C"), (values("int64", ()), "C")], lambda x, p, v: np.insert(x, p, v, given))
            for part in ["1:3", "::2", "::-1", "3:1", "-2:", ":99"]:
                s = slice(*(int(t) if t else None for t in part.split(":")))
                for axis in ("all", 0, -1):
                    given = None if axis == "all" else axis
                    case("deletePart", [part, axis], [a], lambda x: np.delete(x, s, given))
                    case("insertPart", [part, axis], [a, (values("int64", ()), "C")], lambda x, v: np.insert(x, s, v, given))
            mask = values("bool", shape[:1])
            case("deleteMany", [0], [a, (mask, "C")], lambda x, p: np.delete(x, p, 0))
            case("insertMany", [0], [a, (mask, "C"), (values("int64", ()), "C")], lambda x, p, v: np.insert(x, p, v, 0))
            case("insertMany", [0], [a, (np.array([1, 0, 1]), "C"), (values("int64", (3,) + (1,) * (len(shape) - 1)), "C")], lambda x, p, v: np.insert(x, p, v, 0))


MODES = [("constant", {}), ("constant", {"constant_values": 7}), ("constant", {"constant_values": (1, 2)}), ("edge", {}), ("linear_ramp", {}), ("linear_ramp", {"end_values": (3, -4)}),
         ("maximum", {}), ("maximum", {"stat_length": 2}), ("minimum", {}), ("minimum", {"stat_length": ((1, 2),)}), ("mean", {}), ("mean", {"stat_length": 2}),
         ("median", {}), ("median", {"stat_length": 3}), ("reflect", {}), ("reflect", {"reflect_type": "odd"}), ("symmetric", {}), ("symmetric", {"reflect_type": "odd"}), ("wrap", {})]


def option(options):
    for value in options.values():
        return str(value).replace(" ", "").replace("(", "").replace(")", "").rstrip(",")
    return "-"


def padding():
    for k, dtype in enumerate(TYPES):
        for s, shape in enumerate([(4,), (1,), (2, 3), (3, 1), (0,), (0, 2), (2, 2, 3), ()] if dtype in ("int64", "float64") else [(3,), (2, 3)]):
            layout = LAYOUTS[(k + s) % 5]
            a = values(dtype, shape), layout
            for mode, options in MODES:
                if dtype.startswith("u") and options.get("end_values") or dtype.startswith("complex") and mode in ("median", "maximum", "minimum"):
                    continue
                for widths in [((1, 2),), ((0, 0),), ((3, 0),), ((9, 11),), tuple((i + 1, 2 * i) for i in range(len(shape)))]:
                    if dtype == "bool" and "odd" in options.values() or widths == () or k and widths[0][0] in (3, 9) and len(shape) > 1:
                        continue
                    case("pad", [mode, option(options), "/".join(ints(*w) for w in widths)], [a], lambda x: np.pad(x, widths if len(widths) > 1 else widths[0], mode, **options))

    def ramp(line, width, axis, options):
        line[: width[0]] = 10 + axis
        line[line.size - width[1]:] = line[width[0]]

    for shape in [(3,), (2, 3), (2, 2, 2)]:
        case("padWith", ["1,2"], [(values("int64", shape), "F")], lambda x: np.pad(x, (1, 2), ramp))


def patterns():
    for a in some(TYPES, [(3,), (1,), (0,), (2, 3), (3, 2), (2, 2, 3), (), (0, 3)]):
        for k in (0, 1, -1, 2, -5, 9):
            case("diag", [k], [a], lambda x: np.diag(x, k))
            case("tril", [k], [a], lambda x: np.tril(x, k))
            case("triu", [k], [a], lambda x: np.triu(x, k))
        case("diagflat", [1], [a], lambda x: np.diagflat(x, 1))
        for n, up in [(3, False), (3, True), (0, True), (5, False)]:
            case("vander", [n, up], [a], lambda x: np.vander(x, n, up))
        for to in ("same", "float32", "int64"):
            given = None if to == "same" else to
            case("zerosLike", [to], [a], lambda x: np.zeros_like(x, dtype=given))
            case("onesLike", [to], [a], lambda x: np.ones_like(x, dtype=given))
            case("fullLike", [to], [a], lambda x: np.full_like(x, 3, dtype=given))
    for dtype in TYPES:
        for rows, columns, k in [(2, 3, 0), (3, 2, 1), (3, 3, -1), (0, 2, 0), (2, 2, 9), (2, 2, -9)]:
            case("tri", [dtype, rows, columns, k], [], lambda: np.tri(rows, columns, k, dtype))
            case("eye", [dtype, rows, columns, k], [], lambda: np.eye(rows, columns, k, dtype))
        case("identity", [dtype, 3], [], lambda: np.identity(3, dtype))
        for shape in [(), (3,), (2, 3), (2, 0), (2, 1, 3)]:
            case("indices", [dtype, ints(*shape)], [], lambda: np.indices(shape, dtype))
    for shapes in [[(3,)], [(3,), (2,)], [(3,), (2,), (4,)], [(), (2,)], [(2, 2), (3,)], [(0,), (2,)], []]:
        arrays = [(values("int64", s, i), "CR"[i % 2]) for i, s in enumerate(shapes)]
        for indexing, sparse, copy in itertools.product(("xy", "ij"), (False, True), (False, True)):
            case("meshgrid", [indexing, sparse, copy], arrays, lambda *x: np.meshgrid(*x, indexing=indexing, sparse=sparse, copy=copy))
    for f, t in [("float64", "float64"), ("float32", "float32"), ("int32", "int64"), ("bool", "int8"), ("float16", "float16"), ("complex128", "float64")]:
        for shapes in [((), ()), ((3,), ()), ((2, 1), (3,)), ((2,), (3,))]:
            arrays = [(values(f, shapes[0]), "C"), (values(t, shapes[1], 3), "R")]
            for num, end, axis in [(5, True, 0), (4, False, 0), (1, True, 0), (0, True, 0), (3, True, -1)]:
                for dtype in ("none", "int32", "float32"):
                    if dtype != "none" and f.startswith("complex"):
                        continue
                    case("linspaces", [num, end, axis, dtype], arrays, lambda p, q: np.linspace(p, q, num, end, axis=axis, dtype=None if dtype == "none" else dtype))
    for start, stop, num, end in [(0, 2, 5, True), (-1, 1, 4, False), (0, 3, 1, True), (1, 2, 0, True), (2.5, -2.5, 6, True)]:
        for base in (10, 2, 0.5):
            case("logspace", [start, stop, num, end, base], [], lambda: np.logspace(start, stop, num, end, base))
    for start, stop, num, end in [(1, 1000, 4, True), (1, 256, 9, True), (256, 1, 5, False), (-1000, -1, 4, True), (1e-300, 1e300, 7, True), (3, 3, 3, True), (2, 5, 1, True), (2, 5, 0, True), (0, 5, 3, True)]:
        case("geomspace", [start, stop, num, end], [], lambda: np.geomspace(start, stop, num, end))


if __name__ == "__main__":
    shaping()
    joining()
    cutting()
    repeating()
    editing()
    padding()
    patterns()
    for name, lines in CASES.items():
        # Evenly spread ones of what would be 5 MB; the numbers have no common factor with the loops above.
        most = {"pad": 797, "insert": 397}.get(name, 149)
        lines = list(lines)
        print("\n".join(lines[i * len(lines) // most] for i in range(most)) if len(lines) > most else "\n".join(lines))
