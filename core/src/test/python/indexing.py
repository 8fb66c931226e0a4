"""Writes golden indexing: python3 indexing.py, from this folder, with NumPy 2.

indexing.txt, for a = arange(size).reshape(shape), each row one of
  get;shape;index;shape of the result;its elements
  set;shape;index;shape of the values;all elements afterwards        values = -1, -2, -3, ...
where a result "error" stands for an exception. Index arrays are in C order and hold no position twice when they are
assigned to with different values, except in rows that say last: there the last value in C order counts.

picking.txt: function;arguments;...;result, where arrays are written shape:elements and "error" stands for an exception.
"""
import itertools
import os
import random

import numpy as np

GOLDEN = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../resources/orthant/golden")
rng = random.Random(20261121)


def text(part):
    if part is None:
        return "None"
    if part is Ellipsis:
        return "..."
    if isinstance(part, slice):
        body = ("" if part.start is None else str(part.start)) + ":" + ("" if part.stop is None else str(part.stop))
        return body + ("" if part.step is None else ":" + str(part.step))
    if isinstance(part, np.ndarray):
        return str(part.tolist())
    return str(part)


def numbers(a):
    return ",".join(str(x) for x in np.asarray(a).ravel().tolist())


def position(n, wrong):
    if n == 0 or rng.random() < wrong:
        return rng.choice([n, n + 3, -n - 1])
    return rng.randrange(-n, n)


def random_slice(n):
    bound = lambda: rng.choice([None, None, rng.randint(-n - 2, n + 2)])
    return slice(bound(), bound(), rng.choice([None, 1, 2, 3, -1, -2]))


def random_shape(max_axes):
    return tuple(rng.choice([0, 1, 2, 2, 3, 3, 4, 5]) if rng.random() < 0.9 else 1 for _ in range(rng.randint(0, max_axes)))


def random_index(shape, wrong):
    """Parts for some of the axes; all index arrays broadcast to one shape, if nothing is to be wrong."""
    common = rng.choice([(2,), (3,), (2, 2), (1,), (3, 1), (0,), (4,), ()])
    parts = []
    axis = 0
    while axis < len(shape):
        n = shape[axis]
        kind = rng.choices(["at", "slice", "array", "mask", "none", "truth", "stop"], [3, 4, 5, 2, 1, 0.3, 1])[0]
        if kind == "at":
            parts.append(position(n, wrong))
            axis += 1
        elif kind == "slice":
            parts.append(random_slice(n))
            axis += 1
        elif kind == "array":
            own = common[rng.randint(0, len(common)):]
            own = tuple(1 if rng.random() < 0.2 and s != 0 else s for s in own)
            if rng.random() < wrong:
                own = (7,)
            count = int(np.prod(own))
            parts.append(np.array([position(n, wrong / 4) for _ in range(count)], dtype=np.int64).reshape(own))
            # Text cannot say array(3); a list of no axes is a number.
            if parts[-1].ndim == 0:
                parts[-1] = int(parts[-1])
            axis += 1
        elif kind == "mask":
            axes = rng.randint(1, min(2, len(shape) - axis))
            mask = np.zeros(shape[axis:axis + axes], dtype=bool)
            many = [k for k in itertools.product(*(range(s) for s in mask.shape))]
            for k in rng.sample(many, min(len(many), int(np.prod(common)) if rng.random() < 0.7 else rng.randint(0, len(many)))):
                mask[k] = True
            parts.append(mask)
            axis += axes
        elif kind == "none":
            parts.append(None)
        elif kind == "truth":
            parts.append(rng.random() < 0.7)
        else:
            break
    if rng.random() < 0.35:
        parts.insert(rng.randint(0, len(parts)), Ellipsis)
    if rng.random() < wrong / 3:
        parts.insert(rng.randint(0, len(parts)), Ellipsis)
    return tuple(parts)


def attempt(make):
    try:
        return make()
    except (IndexError, ValueError, TypeError):
        return None


def written(parts):
    """Masks without elements lose their shape as lists, and empty lists of lists are no masks."""
    return not any(isinstance(p, np.ndarray) and p.dtype == bool and p.size == 0 for p in parts)


def get_row(shape, parts):
    a = np.arange(int(np.prod(shape))).reshape(shape)
    result = attempt(lambda: np.asarray(a[parts]))
    head = ";".join(["get", numbers(shape), ", ".join(map(text, parts))])
    return head + (";error;" if result is None else f";{numbers(result.shape)};{numbers(result)}")


def distinct(shape, parts):
    picked = np.asarray(np.arange(int(np.prod(shape))).reshape(shape)[parts])
    return len(np.unique(picked)) == picked.size


def set_row(shape, parts):
    a = np.arange(int(np.prod(shape))).reshape(shape)
    target = attempt(lambda: np.asarray(a[parts]).shape)
    if target is None:
        value_shape = ()
    else:
        value_shape = tuple(1 if rng.random() < 0.25 else s for s in target)[rng.choice([0, 0, rng.randint(0, len(target))]):]
        if rng.random() < 0.15 and not any(isinstance(p, np.ndarray) and p.dtype == bool for p in parts):
            value_shape = (1,) + value_shape
        if rng.random() < 0.05:
            value_shape = value_shape + (6,)
        if not distinct(shape, parts):
            value_shape = ()
    values = -1 - np.arange(int(np.prod(value_shape))).reshape(value_shape)
    # NumPy takes no array for a single element, not even of one element.
    if target == () and value_shape != ():
        return None

    def change():
        a[parts] = values if value_shape else int(values)
        return a

    result = attempt(change)
    head = ";".join(["set", numbers(shape), ", ".join(map(text, parts)), numbers(value_shape)])
    return head + (";error" if result is None else f";{numbers(result)}")


def last_rows():
    """Several values for one element: rows of index arrays of one axis, where NumPy, too, keeps the last one."""
    for _ in range(40):
        n = rng.randint(1, 6)
        m = rng.randint(1, 4)
        count = rng.randint(1, 9)
        index = np.array([rng.randrange(-n, n) for _ in range(count)])
        a = np.arange(n * m).reshape(n, m)
        values = -1 - np.arange(count * m).reshape(count, m)
        a[index] = values
        yield f"last;{n},{m};{index.tolist()};{count},{m};{numbers(a)}"


def array(a):
    a = np.asarray(a)
    return numbers(a.shape) + ":" + numbers(a.astype(np.int64))


def counted(shape):
    return np.arange(int(np.prod(shape))).reshape(shape)


def some(shape, low, high):
    return np.array([rng.randint(low, high) for _ in range(int(np.prod(shape)))], dtype=np.int64).reshape(shape)


def small_shape(axes):
    return tuple(rng.choice([1, 2, 3, 4, 0 if rng.random() < 0.2 else 5]) for _ in range(axes))


def row(name, arguments, make):
    result = attempt(make)
    return ";".join([name, *map(str, arguments), "error" if result is None else array(result)])


def changed(a, change):
    def make():
        b = a.copy()
        change(b)
        return b

    return make


def picking_rows():
    modes = ["raise", "wrap", "clip"]
    for _ in range(60):
        a = counted(small_shape(rng.randint(1, 3)))
        mode = rng.choice(modes)
        far = 9 if mode != "raise" or rng.random() < 0.1 else 0
        axis = rng.choice([None, *range(-a.ndim, a.ndim)])
        n = a.size if axis is None else a.shape[axis]
        index = some(small_shape(rng.randint(0, 2)), -n - far, max(n - 1, 0) + far)
        yield row("take", [array(a), array(index), "" if axis is None else axis, mode], lambda: np.take(a, index, axis=axis, mode=mode))
        values = -1 - counted((rng.randint(0, 7),))
        index = some((rng.randint(0, 9),), -a.size - far, max(a.size - 1, 0) + far)
        yield row("put", [array(a), array(index), array(values), mode], changed(a, lambda b: np.put(b, index, values, mode=mode)))
        mask = some(a.shape, 0, 1)
        yield row("putmask", [array(a), array(mask), array(values)], changed(a, lambda b: np.putmask(b, mask, values)))
        yield row("place", [array(a), array(mask), array(values)], changed(a, lambda b: np.place(b, mask, values)))
        axis = rng.randrange(-a.ndim, a.ndim)
        condition = some((max(0, a.shape[axis] + rng.choice([0, 0, -1, 1])),), 0, 1)
        yield row("compress", [array(a), array(condition), axis], lambda: np.compress(condition, a, axis=axis))
        shape = [1 if rng.random() < 0.2 else n for n in a.shape]
        shape[axis] = rng.randint(0, 4)
        n = a.shape[axis]
        index = some(tuple(shape), -n - (rng.random() < 0.1), max(n - 1, 0))
        yield row("takeAlongAxis", [array(a), array(index), axis], lambda: np.take_along_axis(a, index, axis))
        index = some(tuple(shape), 0, max(n - 1, 0))
        index = np.argsort(some(tuple(m if k == axis % a.ndim else s for k, (s, m) in enumerate(zip(a.shape, a.shape))), 0, 99), axis=axis)
        values = -1 - counted(index.shape if rng.random() < 0.7 else (1,))
        yield row("putAlongAxis", [array(a), array(index), array(values), axis], changed(a, lambda b: np.put_along_axis(b, index, values, axis)))
    for _ in range(40):
        mode = rng.choice(modes)
        count = rng.randint(1, 4)
        shape = small_shape(2)
        which = some(shape[rng.randint(0, 2):], 0, count - 1) if mode == "raise" and rng.random() < 0.9 else some(shape, -6, 6)
        choices = [counted(shape if rng.random() < 0.7 else shape[1:]) + 100 * k for k in range(count)]
        yield row("choose", [array(which), mode, "/".join(map(array, choices))], lambda: np.choose(which, choices, mode=mode))
        conditions = [some(shape if rng.random() < 0.7 else shape[1:], 0, 1) for _ in range(count)]
        yield row("select", ["/".join(map(array, conditions)), "/".join(map(array, choices)), -1],
                  lambda: np.select([c.astype(bool) for c in conditions], choices, -1))
        size = tuple(rng.randint(1, 5) for _ in range(rng.randint(1, 3)))
        flat = some(small_shape(rng.randint(0, 2)), 0, int(np.prod(size)) - (rng.random() < 0.9))
        yield row("unravelIndex", [array(flat), numbers(size)], lambda: np.stack(np.unravel_index(flat, size)))
        multi = [some(flat.shape, 0, n - (mode != "raise" or rng.random() < 0.9)) - (4 if mode != "raise" else 0) for n in size]
        yield row("ravelMultiIndex", ["/".join(map(array, multi)), numbers(size), mode], lambda: np.ravel_multi_index(multi, size, mode=mode))
        rows, columns, k = rng.randint(0, 5), rng.randint(0, 5), rng.randint(-6, 6)
        yield row("trilIndices", [rows, k, columns], lambda: np.stack(np.tril_indices(rows, k, columns)))
        yield row("triuIndices", [rows, k, columns], lambda: np.stack(np.triu_indices(rows, k, columns)))
        a = counted(small_shape(rng.randint(2, 4)))
        one, other = rng.sample(range(a.ndim), 2)
        one -= a.ndim * rng.randint(0, 1)
        yield row("diagonal", [array(a), k, one, other], lambda: np.diagonal(a, k, one, other))
        axes = [rng.randrange(-a.ndim, a.ndim) for _ in range(rng.randint(1, 3))]
        window = [rng.randint(0, 4) for _ in axes]
        yield row("slidingWindowView", [array(a), numbers(window), numbers(axes)],
                  lambda: np.lib.stride_tricks.sliding_window_view(a, window, axes))
        a = counted(rng.choice([(3, 3), (5, 2), (2, 5), (7, 3), (3, 3, 3), (2, 3, 2), (4,), (4, 1), (0, 3), (6, 2)]))
        values = -1 - counted((rng.randint(1, 9),))
        wrap = rng.random() < 0.5
        yield row("fillDiagonal", [array(a), array(values), wrap], changed(a, lambda b: np.fill_diagonal(b, values, wrap)))
        mask = some(a.shape, 0, 1)
        yield row("argwhere", [array(mask)], lambda: np.argwhere(mask))
        yield row("flatnonzero", [array(mask)], lambda: np.flatnonzero(mask))
    # Last, and without random numbers of their own, so that the rows above stay as they are.
    for k, size in enumerate([(2, 3), (3, 1, 4), (5,), (2, 2, 2, 2), (4, 3)] * 4):
        n = int(np.prod(size))
        flat = (np.arange(6).reshape(2, 3) * 7 + k) % n + (n if k == 7 else 0)
        for order in "CF":
            yield row("unravelOrder", [array(flat), numbers(size), order], lambda: np.stack(np.unravel_index(flat, size, order=order)))
            modes = [("raise", "wrap", "clip")[(k + i) % 3] for i in range(len(size))]
            multi = [(np.arange(4) * 5 + k + i) % m + (0 if mode == "raise" and k != 8 else (k - 9)) for i, (m, mode) in enumerate(zip(size, modes))]
            yield row("ravelOrder", ["/".join(map(array, multi)), numbers(size), ",".join(modes), order],
                      lambda: np.ravel_multi_index(multi, size, mode=tuple(modes), order=order))


def main():
    rows = []
    for _ in range(900):
        shape = random_shape(4)
        parts = random_index(shape, 0.1 if rng.random() < 0.4 else 0)
        if len(parts) == 0 or not written(parts):
            continue
        rows.append(get_row(shape, parts))
        if len(rows) % 2:
            rows.append(set_row(shape, parts))
    rows = [r for r in rows if r is not None and len(r) < 1500]
    rows.extend(last_rows())
    with open(os.path.join(GOLDEN, "indexing.txt"), "w") as f:
        f.write("\n".join(rows) + "\n")
    print(len(rows), "rows,", sum(";error" in r for r in rows), "of them errors")
    rows = list(picking_rows())
    with open(os.path.join(GOLDEN, "picking.txt"), "w") as f:
        f.write("\n".join(rows) + "\n")
    print(len(rows), "rows,", sum(r.endswith(";error") for r in rows), "of them errors")


main()
