package orthant.examples.bench;

import static orthant.Index.newAxis;
import static orthant.Index.reversed;
import static orthant.Index.slice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.Pad;
import orthant.io.Npy;
import orthant.io.TextOptions;

/**
 * The functions about arrays as such: a hundred that are used most, at 10 elements and at a million, where they mean the
 * same for both sizes. What is a view takes the same time however large the array is.
 */
final class CoreCases {
  /** What a view may cost at most beside NumPy's: none is slower. */
  private static final double VIEW = 1;

  private final List<Case> cases = new ArrayList<>();
  private final Map<String, NDArray> inputs = new LinkedHashMap<>();
  private final long n;
  private final boolean large;
  private final NDArray a;
  private final NDArray b;
  private final NDArray s;
  private final NDArray m;
  private final NDArray i;
  private final NDArray k;

  private CoreCases(long rows, long columns) {
    n = rows * columns;
    large = n > 1000;
    var random = new SplittableRandom(5);
    a = Nd.array(random.doubles(n, 0, 1).toArray());
    b = Nd.array(random.doubles(n, 0, 1).toArray());
    s = a.reshape(rows, columns).copy();
    m = a.less(0.5);
    i = Nd.array(random.longs(n, 0, n).toArray());
    k = Nd.array(random.longs(n, 0, columns).toArray()).reshape(rows, columns);
    inputs.putAll(Map.of("a", a, "b", b, "s", s, "m", m, "i", i, "k", k));
  }

  static List<Case> all() {
    var cases = new ArrayList<Case>();
    for (var c : List.of(new CoreCases(2, 5), new CoreCases(1000, 1000))) {
      c.creation();
      c.views();
      c.copies();
      c.joining();
      c.picking();
      c.writing();
      cases.addAll(c.cases);
    }
    files(cases);
    return cases;
  }

  private void row(String name, double aim, Supplier<NDArray> ours, String numpy) {
    cases.add(new Case(name, DType.float64, n, ours, inputs, "", numpy, 1e-13, aim, null));
  }

  private void creation() {
    long side = large ? 1000 : 3;
    row("zeros", 0, () -> Nd.zeros(n), "np.zeros(" + n + ")");
    row("ones", 0, () -> Nd.ones(n), "np.ones(" + n + ")");
    row("full", 0, () -> Nd.full(DType.float64, 2.5, n), "np.full(" + n + ", 2.5)");
    row("zerosLike", 0, () -> Nd.zerosLike(a), "np.zeros_like(a)");
    row("fullLike", 0, () -> Nd.fullLike(a, 2.5), "np.full_like(a, 2.5)");
    row("arange", 0, () -> Nd.arange(n), "np.arange(" + n + ")");
    row("arange_float", 0, () -> Nd.arange(0.0, n * 0.5, 0.5), "np.arange(0.0, " + n * 0.5 + ", 0.5)");
    row("linspace", 0, () -> Nd.linspace(0, 1, n), "np.linspace(0, 1, " + n + ")");
    row("logspace", 0, () -> Nd.logspace(0, 1, n), "np.logspace(0, 1, " + n + ")");
    row("geomspace", 0, () -> Nd.geomspace(1, 10, n), "np.geomspace(1, 10, " + n + ")");
    row("eye", 0, () -> Nd.eye(side), "np.eye(" + side + ")");
    row("identity", 0, () -> Nd.identity(side), "np.identity(" + side + ")");
    row("tri", 0, () -> Nd.tri(side), "np.tri(" + side + ")");
    row("tril", 0, () -> Nd.tril(s), "np.tril(s)");
    row("triu", 0, () -> Nd.triu(s), "np.triu(s)");
    row("diag", 0, () -> Nd.diag(s.get(Index.at(0))), "np.diag(s[0])");
    row("indices", 0, () -> Nd.indices(s.shape()), "np.indices(s.shape)");
    row("meshgrid", 0, () -> Nd.meshgrid(s.get(Index.at(0)), s.get(Index.at(1)))[0], "np.meshgrid(s[0], s[1])[0]");
    row("vander", 0, () -> Nd.vander(s.get(Index.at(0)), 4, false), "np.vander(s[0], 4)");
    row("asarray", 0, () -> Nd.asarray(a), "np.asarray(a)");
  }

  private void views() {
    row("reshape", VIEW, () -> s.reshape(-1), "s.reshape(-1)");
    row("ravel", VIEW, s::ravel, "s.ravel()");
    row("T", VIEW, s::T, "s.T");
    row("transpose", VIEW, () -> Nd.transpose(s), "np.transpose(s)");
    row("permuteDims", VIEW, () -> Nd.permuteDims(s, 1, 0), "np.permute_dims(s, (1, 0))");
    row("swapaxes", VIEW, () -> Nd.swapaxes(s, 0, 1), "np.swapaxes(s, 0, 1)");
    row("moveaxis", VIEW, () -> Nd.moveaxis(s, 0, 1), "np.moveaxis(s, 0, 1)");
    row("matrixTranspose", VIEW, () -> Nd.matrixTranspose(s), "np.matrix_transpose(s)");
    row("expandDims", VIEW, () -> Nd.expandDims(s, 0), "np.expand_dims(s, 0)");
    row("squeeze", VIEW, () -> Nd.squeeze(s), "np.squeeze(s)");
    row("broadcastTo", VIEW, () -> Nd.broadcastTo(s, 3, s.shape(0), s.shape(1)), "np.broadcast_to(s, (3, *s.shape))");
    row("flip", VIEW, () -> Nd.flip(s), "np.flip(s)");
    row("fliplr", VIEW, () -> Nd.fliplr(s), "np.fliplr(s)");
    row("flipud", VIEW, () -> Nd.flipud(s), "np.flipud(s)");
    row("rot90", VIEW, () -> Nd.rot90(s), "np.rot90(s)");
    row("atleast2d", VIEW, () -> Nd.atleast2d(a), "np.atleast_2d(a)");
    row("diagonal", VIEW, () -> Nd.diagonal(s), "np.diagonal(s)");
    row("a[1:-1]", VIEW, () -> a.get(slice(1, -1)), "a[1:-1]");
    row("a[::-1]", VIEW, () -> a.get(reversed()), "a[::-1]");
    row("s[1]", VIEW, () -> s.get(Index.at(1)), "s[1]");
    row("s[:, 1:3]", VIEW, () -> s.get(Index.all(), slice(1, 3)), "s[:, 1:3]");
    row("s[..., None]", VIEW, () -> s.get(Index.ellipsis(), newAxis()), "s[..., None]");
    row("s['::2, 1'] text", 0, () -> s.get("::2, 1"), "s[::2, 1]");
    row("view_int64", VIEW, () -> a.view(DType.int64), "a.view('i8')");
    row("slidingWindowView", VIEW, () -> Nd.slidingWindowView(a, 3), "np.lib.stride_tricks.sliding_window_view(a, 3)");
    row("asStrided", VIEW, () -> Nd.asStrided(a, new long[] {3}, new long[] {8}), "np.lib.stride_tricks.as_strided(a, (3,), (8,))");
    row("split", VIEW, () -> Nd.split(a, 2)[1], "np.split(a, 2)[1]");
    row("arraySplit", VIEW, () -> Nd.arraySplit(a, 3)[1], "np.array_split(a, 3)[1]");
    row("hsplit", VIEW, () -> Nd.hsplit(s, new long[] {2})[1], "np.hsplit(s, [2])[1]");
    row("unstack", 0, () -> Nd.unstack(s)[1], "np.unstack(s)[1]");
    row("broadcastArrays", VIEW, () -> Nd.broadcastArrays(s, s.get(Index.at(0)))[1], "np.broadcast_arrays(s, s[0])[1]");
  }

  private void copies() {
    double aim = large ? 1 : 0;
    row("copy", 0, a::copy, "a.copy()");
    row("flatten", 0, s::flatten, "s.flatten()");
    row("T.copy", aim, () -> s.T().copy(), "s.T.copy()");
    row("reversed copy", 0, () -> a.get(reversed()).copy(), "a[::-1].copy()");
    row("strided copy", 0, () -> a.get("::2").copy(), "a[::2].copy()");
    row("asfortranarray", 0, () -> Nd.asfortranarray(s), "np.asfortranarray(s)");
    row("ascontiguousarray T", 0, () -> Nd.ascontiguousarray(s.T()), "np.ascontiguousarray(s.T)");
    row("astype_float32", 0, () -> a.astype(DType.float32), "a.astype('f4')");
    row("astype_int64", 0, () -> a.astype(DType.int64), "a.astype('i8')");
    row("astype_uint8", 0, () -> a.astype(DType.uint8), "a.astype('u1')");
    row("astype_float16", 0, () -> a.astype(DType.float16), "a.astype('f2')");
    row("astype_complex128", 0, () -> a.astype(DType.complex128), "a.astype('c16')");
  }

  private void joining() {
    double aim = large ? 1 : 0;
    row("concat", aim, () -> Nd.concat(a, b), "np.concat((a, b))");
    row("concat axis 1", aim, () -> Nd.concat(1, s, s), "np.concat((s, s), axis=1)");
    row("stack", aim, () -> Nd.stack(a, b), "np.stack((a, b))");
    row("stack axis -1", aim, () -> Nd.stack(-1, a, b), "np.stack((a, b), axis=-1)");
    row("hstack", aim, () -> Nd.hstack(s, s), "np.hstack((s, s))");
    row("vstack", aim, () -> Nd.vstack(s, s), "np.vstack((s, s))");
    row("dstack", aim, () -> Nd.dstack(s, s), "np.dstack((s, s))");
    row("columnStack", aim, () -> Nd.columnStack(a, b), "np.column_stack((a, b))");
    row("block", aim, () -> Nd.block(new Object[] {a, b}), "np.block([a, b])");
    row("tile", aim, () -> Nd.tile(a, 3), "np.tile(a, 3)");
    row("tile 2x2", aim, () -> Nd.tile(s, 2, 2), "np.tile(s, (2, 2))");
    row("repeat", aim, () -> Nd.repeat(a, 3), "np.repeat(a, 3)");
    row("repeat axis 0", aim, () -> Nd.repeat(s, 2, 0), "np.repeat(s, 2, 0)");
    row("roll", 0, () -> Nd.roll(a, 3), "np.roll(a, 3)");
    row("pad", 0, () -> Nd.pad(s, 1), "np.pad(s, 1)");
    row("pad reflect", 0, () -> Nd.pad(s, 1, Pad.reflect()), "np.pad(s, 1, 'reflect')");
    row("append", 0, () -> Nd.append(a, b), "np.append(a, b)");
    row("insert", 0, () -> Nd.insert(a, 2, b.get("0:1")), "np.insert(a, 2, b[0:1])");
    row("delete", 0, () -> Nd.delete(a, 2), "np.delete(a, 2)");
    row("resize", 0, () -> Nd.resize(a, n + 3), "np.resize(a, " + (n + 3) + ")");
    row("trimZeros", 0, () -> Nd.trimZeros(a), "np.trim_zeros(a)");
  }

  private void picking() {
    double aim = large ? 1 : 0;
    row("a[mask]", large ? 5 : 0, () -> a.get(m), "a[m]");
    row("a[index]", aim, () -> a.get(Index.at(i)), "a[i]");
    row("s[:, index]", 0, () -> s.get(Index.all(), Index.at(k.get(Index.at(0)))), "s[:, k[0]]");
    row("take", aim, () -> Nd.take(a, i), "np.take(a, i)");
    row("take axis 1", aim, () -> Nd.take(s, k.get(Index.at(0)), 1), "np.take(s, k[0], 1)");
    row("takeAlongAxis", aim, () -> Nd.takeAlongAxis(s, k, 1), "np.take_along_axis(s, k, 1)");
    row("compress", aim, () -> Nd.compress(m, a), "np.compress(m, a)");
    row("extract", aim, () -> Nd.extract(m, a), "np.extract(m, a)");
    row("choose", 0, () -> Nd.choose(m.astype(DType.int64), a, b), "np.choose(m.astype('i8'), (a, b))");
    row("select", 0, () -> Nd.select(new NDArray[] {m}, new NDArray[] {a}), "np.select([m], [a])");
    row("where", 0, () -> Nd.where(m, a, b), "np.where(m, a, b)");
    row("nonzero", aim, () -> Nd.nonzero(m)[0], "np.nonzero(m)[0]");
    row("flatnonzero", aim, () -> Nd.flatnonzero(m), "np.flatnonzero(m)");
    row("argwhere", aim, () -> Nd.argwhere(m), "np.argwhere(m)");
    row("unravelIndex", 0, () -> Nd.unravelIndex(i, s.shape())[0], "np.unravel_index(i, s.shape)[0]");
    row("ravelMultiIndex", 0, () -> Nd.ravelMultiIndex(new NDArray[] {m.astype(DType.int64), m.astype(DType.int64)}, 2, 2),
        "np.ravel_multi_index((m.astype('i8'), m.astype('i8')), (2, 2))");
    row("triuIndices", 0, () -> Nd.triuIndices(large ? 1000 : 3)[0], "np.triu_indices(" + (large ? 1000 : 3) + ")[0]");
  }

  /** Each writes into an array that is there already, the same values every time. */
  private void writing() {
    var w = a.copy();
    inputs.put("w", w);
    row("w[:] = b", 0, () -> w.assign(b), "np.copyto(w, b) or w");
    row("w[:] = 0.5", 0, () -> w.assign(0.5), "w.fill(0.5) or w");
    row("w[1:-1] = 2", 0, () -> {
      w.assign(2.0, slice(1, -1));
      return w;
    }, "w.__setitem__(slice(1, -1), 2.0) or w");
    row("w[mask] = 3", 0, () -> w.assignWhere(m, 3.0), "w.__setitem__(m, 3.0) or w");
    row("w[index] = 4", 0, () -> {
      w.assign(4.0, Index.at(i));
      return w;
    }, "w.__setitem__(i, 4.0) or w");
    row("put", 0, () -> {
      Nd.put(w, i, 5.0);
      return w;
    }, "np.put(w, i, 5.0) or w");
    row("putmask", 0, () -> {
      Nd.putmask(w, m, b);
      return w;
    }, "np.putmask(w, m, b) or w");
    row("copyto", 0, () -> Nd.copyto(w, a), "np.copyto(w, a) or w");
  }

  /** A million numbers as a file, and 100 000 rows of ten as text. */
  private static void files(List<Case> cases) {
    try {
      Path folder = Files.createTempDirectory("orthant-bench-core");
      folder.toFile().deleteOnExit();
      var npy = file(folder, "numbers.npy");
      var again = file(folder, "again.npy");
      var theirs = file(folder, "theirs.npy");
      var text = file(folder, "numbers.txt");
      var numbers = Nd.array(new SplittableRandom(3).doubles(1_000_000, -1000, 1000).toArray());
      var table = numbers.reshape(100_000, 10);
      Npy.save(npy, numbers);
      Nd.savetxt(text, table);
      var inputs = Map.of("a", numbers);
      cases.add(new Case("save .npy", DType.float64, 1_000_000, () -> {
        Npy.save(again, numbers);
        return numbers;
      }, inputs, "", "np.save('" + theirs + "', a) or a", 0, 1, null));
      cases.add(new Case("load .npy", DType.float64, 1_000_000, () -> Npy.load(npy), inputs, "", "np.load('" + npy + "')", 0, 1, null));
      cases.add(new Case("loadtxt 100000x10", DType.float64, 1_000_000, () -> Nd.loadtxt(text, TextOptions.DEFAULT), inputs, "",
          "np.loadtxt('" + text + "')", 0, 1, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path file(Path folder, String name) {
    Path file = folder.resolve(name);
    file.toFile().deleteOnExit();
    return file;
  }
}
