package orthant.examples.bench;

import static orthant.ufunc.Lazy.lazy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import orthant.NDArray;
import orthant.Nd;
import orthant.ufunc.Kernels;
import orthant.ufunc.Lazy;

/** Expressions of several operations, fused here and step by step in NumPy; aims are for a million elements. */
final class FusedCases {
  private static final long LARGE = 1_000_000;

  private final List<Case> cases = new ArrayList<>();
  private final Map<String, NDArray> inputs = new LinkedHashMap<>();
  private final long n;
  private final NDArray a;
  private final NDArray b;
  private final NDArray c;
  private final NDArray d;
  private final NDArray out;

  private FusedCases(long n) {
    this.n = n;
    var random = new SplittableRandom(7);
    a = uniform(random);
    b = uniform(random);
    c = uniform(random);
    d = uniform(random);
    out = Nd.emptyLike(a);
    inputs.putAll(Map.of("a", a, "b", b, "c", c, "d", d));
  }

  private NDArray uniform(SplittableRandom random) {
    return Nd.array(random.doubles(n, 0.5, 1.5).toArray());
  }

  static List<Case> all() {
    var cases = new ArrayList<Case>();
    for (long n : new long[] {10_000, LARGE, 10_000_000}) {
      var f = new FusedCases(n);
      f.all("a*b+c*d", () -> lazy(f.a).multiply(f.b).add(lazy(f.c).multiply(f.d)), () -> f.a.multiply(f.b).add(f.c.multiply(f.d)),
          "a * b + c * d", 0, 2.0);
      f.all("sqrt(a*a+b*b)", () -> lazy(f.a).multiply(f.a).add(lazy(f.b).multiply(f.b)).sqrt(),
          () -> f.a.multiply(f.a).add(f.b.multiply(f.b)).sqrt(), "f(a * a + b * b)", 0, 3.0);
      f.all("(a-mean)/std", () -> standard(lazy(f.a)), () -> f.a.subtract(f.a.mean()).divide(f.a.std()),
          "(a - a.mean()) / a.std()", 1e-10, 1.8);
      f.all("polynomial_10_ops", () -> polynomial(lazy(f.a)), () -> polynomial(f.a),
          "((((a * 0.3 - 1.5) * a + 0.7) * a + 2.0) * a - 0.2) * a + 1.1", 0, 4.0);
      f.add("sum((a-0.5)**2)", () -> lazy(f.a).subtract(0.5).square().sum().eval(), "((a - 0.5) ** 2).sum()", 1e-12, 0);
      cases.addAll(f.cases);
    }
    return cases;
  }

  private static Lazy standard(Lazy x) {
    return x.subtract(x.mean()).divide(x.std());
  }

  private static Lazy polynomial(Lazy x) {
    return x.multiply(0.3).subtract(1.5).multiply(x).add(0.7).multiply(x).add(2.0).multiply(x).subtract(0.2).multiply(x).add(1.1);
  }

  private static NDArray polynomial(NDArray x) {
    return x.multiply(0.3).subtract(1.5).multiply(x).add(0.7).multiply(x).add(2.0).multiply(x).subtract(0.2).multiply(x).add(1.1);
  }

  /** An expression as one loop, with a new result and with an output; block by block; and operation by operation. */
  private void all(String op, Supplier<Lazy> fused, Supplier<NDArray> eager, String numpy, double tolerance, double aim) {
    add(op, () -> fused.get().eval(), numpy, tolerance, aim);
    add(op + "_out", () -> fused.get().eval(out), numpy, tolerance, 0);
    add(op + "_blocked", () -> Kernels.blocked(() -> fused.get().eval()), numpy, tolerance, 0);
    add(op + "_eager", eager, numpy, tolerance, 0);
  }

  private void add(String op, Supplier<NDArray> ours, String numpy, double tolerance, double aim) {
    cases.add(new Case(op, a.dtype(), n, ours, inputs, "f = np.sqrt", numpy, tolerance, n == LARGE ? aim : 0, null));
  }
}
