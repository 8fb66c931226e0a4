package orthant.examples.bench;

import static orthant.DType.bool;
import static orthant.DType.float32;
import static orthant.DType.float64;
import static orthant.DType.int32;
import static orthant.DType.int64;
import static orthant.Nd.empty;
import static orthant.Nd.emptyLike;
import static orthant.Nd.matmul;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.ufunc.Ufunc;
import orthant.ufunc.Ufuncs;

/** What is measured: each case is written for both sides, NumPy's in the form that is fastest there. */
final class Cases {
  /** How many elements an array has: so few that calls count, so many that fit a near cache, and more than that. */
  static final long[] SIZES = {10, 1000, 1_000_000};

  /** The groups that go through all there is and are measured only when they are asked for. */
  static final Set<String> WHOLE = Set.of("core", "ufunc", "sorting", "strided");

  /** The sizes for which the ratios are averaged. */
  static final Set<Long> SIZES_OF_MEANS = Set.of(10L, 1000L, 100_000L, 1_000_000L);

  private final List<Case> cases = new ArrayList<>();
  private final SplittableRandom random = new SplittableRandom(1);

  private Cases() {}

  /** The groups by name; each makes its arrays when it is asked for its cases. */
  static Map<String, Supplier<List<Case>>> groups() {
    var groups = new LinkedHashMap<String, Supplier<List<Case>>>();
    groups.put("elementwise", Cases::elementwise);
    groups.put("casts", Cases::casts);
    groups.put("reductions", Cases::reductions);
    groups.put("axes", Cases::axes);
    groups.put("fused", FusedCases::all);
    groups.put("matmul", Cases::products);
    groups.put("threads", Cases::threads);
    groups.put("views", Cases::views);
    groups.put("core", CoreCases::all);
    groups.put("sorting", SortingCases::all);
    groups.put("ufunc", UfuncCases::all);
    groups.put("strided", StridedCases::all);
    return groups;
  }

  private static List<Case> elementwise() {
    var c = new Cases();
    for (long n : SIZES) {
      var a = c.uniform(n, 0.5, 1.5);
      var b = c.uniform(n, 0.5, 1.5);
      var x = c.uniform(n, -10, 10);
      var p = x.less(0);
      var q = a.less(b);
      c.binary("add", NDArray::add, Ufuncs.add, a, b, n == 10 ? 2.5 : 1, 0.95);
      c.binary("subtract", NDArray::subtract, Ufuncs.subtract, a, b, atLeastAt1000(n), 0);
      c.binary("multiply", NDArray::multiply, Ufuncs.multiply, a, b, n == 10 ? 2.5 : 1, 0.95);
      c.binary("divide", NDArray::divide, Ufuncs.divide, a, b, atLeastAt1000(n), 0);
      c.binary("maximum", NDArray::maximum, Ufuncs.maximum, a, b, atLeastAt1000(n), 0);
      c.binary("minimum", NDArray::minimum, Ufuncs.minimum, a, b, atLeastAt1000(n), 0);
      c.binary("less", NDArray::less, Ufuncs.less, a, b, atLeastAt1000(n), 0.9);
      c.binary("equal", NDArray::equal, Ufuncs.equal, a, b, atLeastAt1000(n), 0);
      c.binary("logicalAnd", NDArray::logicalAnd, Ufuncs.logicalAnd, p, q, atLeastAt1000(n), 0);
      c.unary("logicalNot", NDArray::logicalNot, Ufuncs.logicalNot, p, 0, atLeastAt1000(n), 0);
      c.unary("negative", NDArray::negative, Ufuncs.negative, x, 0, atLeastAt1000(n), 0);
      c.unary("abs", NDArray::abs, Ufuncs.abs, x, 0, atLeastAt1000(n), 0);
      c.unary("sqrt", NDArray::sqrt, Ufuncs.sqrt, a, 0, n == 10 ? 2.5 : 1, 0.9);
      c.unary("exp", NDArray::exp, Ufuncs.exp, x, 1e-15, atLeastAt1000(n), 1.0);
      c.where(p, a, b);
      var a4 = a.astype(float32);
      var b4 = b.astype(float32);
      c.binary("add", NDArray::add, Ufuncs.add, a4, b4, atLeastAt1000(n), 0);
      c.unary("sqrt", NDArray::sqrt, Ufuncs.sqrt, a4, 0, atLeastAt1000(n), 0);
      c.unary("exp", NDArray::exp, Ufuncs.exp, x.astype(float32), 5e-7, atLeastAt1000(n), 0);
    }
    return c.cases;
  }

  private static List<Case> casts() {
    var c = new Cases();
    for (long n : SIZES) {
      var x = c.uniform(n, -1000, 1000);
      c.cast(x, float32);
      c.cast(x, int64);
      c.cast(x.astype(float32), float64);
      c.cast(x.astype(int64), float64);
      c.cast(x.astype(int32), float64);
      c.cast(x.less(0), float64);
    }
    return c.cases;
  }

  private static List<Case> reductions() {
    var c = new Cases();
    for (long n : SIZES) {
      var x = c.uniform(n, -10, 10);
      var near1 = c.uniform(n, 0.999, 1.001); // products neither overflow nor come to be subnormal
      c.reduction("sum", NDArray::sum, "x.sum()", c.uniform(n, 0.5, 1.5), 1e-12, n == 1_000_000 ? 1.0 : atLeastAt1000(n));
      c.reduction("prod", NDArray::prod, "x.prod()", near1, 1e-10, atLeastAt1000(n));
      c.reduction("min", NDArray::min, "x.min()", x, 0, atLeastAt1000(n));
      c.reduction("max", NDArray::max, "x.max()", x, 0, n == 1_000_000 ? 0.9 : atLeastAt1000(n));
      c.reduction("argmax", NDArray::argmax, "x.argmax()", x, 0, atLeastAt1000(n));
      c.reduction("mean", NDArray::mean, "x.mean()", c.uniform(n, 0.5, 1.5), 1e-12, atLeastAt1000(n));
      c.reduction("any", NDArray::any, "x.any()", Nd.zeros(bool, n), 0, atLeastAt1000(n)); // nothing to stop early at
      c.reduction("all", NDArray::all, "x.all()", Nd.ones(bool, n), 0, atLeastAt1000(n));
    }
    return c.cases;
  }

  private static List<Case> axes() {
    var c = new Cases();
    var square = c.uniform(1_000_000, 0.5, 1.5).reshape(1000, 1000);
    var narrow = c.uniform(3_000_000, 0.5, 1.5).reshape(1_000_000, 3);
    c.reduction("sum(0)_1000x1000", a -> a.sum(0), "x.sum(0)", square, 1e-12, 1.0);
    c.reduction("sum(1)_1000x1000", a -> a.sum(1), "x.sum(1)", square, 1e-12, 1.0);
    c.reduction("sum(0)_1000000x3", a -> a.sum(0), "x.sum(0)", narrow, 1e-12, 5);
    c.reduction("sum(1)_1000000x3", a -> a.sum(1), "x.sum(1)", narrow, 1e-12, 5);
    c.reduction("max(0)_1000x1000", a -> a.max(0), "x.max(0)", square, 0, 0);
    c.reduction("max(1)_1000x1000", a -> a.max(1), "x.max(1)", square, 0, 0);
    return c.cases;
  }

  private static List<Case> products() {
    var c = new Cases();
    for (int n : new int[] {4, 16, 64, 256, 1024}) {
      var a = c.uniform((long) n * n, -1, 1).reshape(n, n);
      var b = c.uniform((long) n * n, -1, 1).reshape(n, n);
      // Sums of n products near zero: the difference counts against the size of the terms, not of the result.
      c.add("matmul", a, n, () -> matmul(a, b), Map.of("a", a, "b", b), "f = np.matmul", "f(a, b)", 1e-9, n == 1024 ? 0.95 : 0);
    }
    return c.cases;
  }

  private static List<Case> threads() {
    var c = new Cases();
    long n = 10_000_000;
    var x = c.uniform(n, -10, 10);
    var out = emptyLike(x);
    Supplier<NDArray> work = () -> Ufuncs.exp.into(out).apply(x);
    c.cases.add(new Case("exp_threads2", float64, n, work, Map.of(), "", "", 0, 1.7, work));
    return c.cases;
  }

  private static List<Case> views() {
    var c = new Cases();
    var a = c.uniform(1_000_000, 0.5, 1.5);
    var square = a.reshape(1000, 1000);
    var row = c.uniform(1000, 0.5, 1.5);
    var small = c.uniform(1000, 0.5, 1.5);
    var text = "1:-1";
    c.add("reshape", small, 1000, () -> small.reshape(10, 100), Map.of("a", small), "", "a.reshape(10, 100)", 0, 1);
    c.add("slice", small, 1000, () -> small.get(orthant.Index.slice(1, -1)), Map.of("a", small), "", "a[1:-1]", 0, 0);
    c.add("slice_text", small, 1000, () -> small.get(text), Map.of("a", small), "", "a[1:-1]", 0, 0);
    c.add("transpose", square, 1_000_000, square::transpose, Map.of("a", square), "", "a.T", 0, 0);
    c.add("transposed_copy", square, 1_000_000, () -> square.T().copy(), Map.of("a", square), "", "a.T.copy()", 0, 0);
    c.add("transposed_add", square, 1_000_000, () -> square.add(square.T()), Map.of("a", square), "", "a + a.T", 0, 0);
    c.add("broadcast_add", square, 1_000_000, () -> square.add(row), Map.of("a", square, "r", row), "", "a + r", 0, 0);
    c.add("strided_add", a, 500_000, () -> a.get("::2").add(a.get("1::2")), Map.of("a", a), "", "a[::2] + a[1::2]", 0, 0);
    c.add("mask_get", a, 1_000_000, () -> a.get(a.less(1)), Map.of("a", a), "", "a[a < 1]", 0, 0);
    return c.cases;
  }

  private static double atLeastAt1000(long n) {
    return n == 1000 ? 1 : 0;
  }

  /** Two cases: with a new result, and with {@code out}; an aim for 1e6 elements is one with {@code out}. */
  private void binary(String op, BinaryOperator<NDArray> ours, Ufunc ufunc, NDArray a, NDArray b, double aim, double aimOut) {
    long n = a.size();
    boolean large = n == 1_000_000;
    var inputs = inputs("a", a, "b", b);
    var out = emptyLike(ours.apply(a, b));
    var f = "f = np." + numpyName(op);
    double second = large ? aimOut : atLeastAt1000(n);
    add(op, a, n, () -> ours.apply(a, b), inputs, f, "f(a, b)", 0, large ? 0 : aim);
    add(op + "_out", a, n, () -> ufunc.into(out).apply(a, b), inputs, f + "; o = np.empty_like(f(a, b))", "f(a, b, o)", 0, second);
  }

  private void unary(String op, UnaryOperator<NDArray> ours, Ufunc ufunc, NDArray x, double tolerance, double aim, double aimOut) {
    long n = x.size();
    boolean large = n == 1_000_000;
    var out = emptyLike(ours.apply(x));
    var f = "f = np." + numpyName(op);
    double second = large ? aimOut : atLeastAt1000(n);
    add(op, x, n, () -> ours.apply(x), Map.of("x", x), f, "f(x)", tolerance, large ? 0 : aim);
    f += "; o = np.empty_like(f(x))";
    add(op + "_out", x, n, () -> ufunc.into(out).apply(x), Map.of("x", x), f, "f(x, o)", tolerance, second);
  }

  /** NumPy's where has no {@code out}: its only form stands beside both of ours. */
  private void where(NDArray mask, NDArray a, NDArray b) {
    long n = a.size();
    var out = emptyLike(a);
    var inputs = inputs("m", mask, "a", a);
    inputs.put("b", b);
    add("where", a, n, () -> Nd.where(mask, a, b), inputs, "f = np.where", "f(m, a, b)", 0, atLeastAt1000(n));
    double second = n == 1_000_000 ? 3 : atLeastAt1000(n);
    add("where_out", a, n, () -> Ufuncs.where.into(out).apply(mask, a, b), inputs, "f = np.where", "f(m, a, b)", 0, second);
  }

  private void cast(NDArray x, DType to) {
    long n = x.size();
    var out = empty(to, n);
    var name = "astype_" + to;
    var setup = "t = np.dtype('" + to + "')";
    add(name, x, n, () -> x.astype(to), Map.of("x", x), setup, "x.astype(t)", 0, atLeastAt1000(n));
    add(name + "_out", x, n, () -> out.assign(x), Map.of("x", x), setup + "; o = x.astype(t); f = np.copyto",
        "f(o, x, casting='unsafe') or o", 0, atLeastAt1000(n));
  }

  private void reduction(String op, UnaryOperator<NDArray> ours, String numpy, NDArray x, double tolerance, double aim) {
    add(op, x, x.size(), () -> ours.apply(x), Map.of("x", x), "", numpy, tolerance, aim);
  }

  private void add(String op, NDArray operand, long n, Supplier<NDArray> ours, Map<String, NDArray> inputs, String setup, String numpy,
      double tolerance, double aim) {
    cases.add(new Case(op, operand.dtype(), n, ours, inputs, setup, numpy, tolerance, aim, null));
  }

  private static Map<String, NDArray> inputs(String name1, NDArray a, String name2, NDArray b) {
    var inputs = new LinkedHashMap<String, NDArray>();
    inputs.put(name1, a);
    inputs.put(name2, b);
    return inputs;
  }

  private static String numpyName(String op) {
    return op.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
  }

  private NDArray uniform(long n, double low, double high) {
    return Nd.array(random.doubles(n, low, high).toArray());
  }
}
