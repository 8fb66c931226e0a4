package orthant.examples.bench;

import static orthant.DType.bool;
import static orthant.DType.complex128;
import static orthant.DType.float32;
import static orthant.DType.float64;
import static orthant.DType.int32;
import static orthant.DType.int64;
import static orthant.DType.int8;
import static orthant.DType.uint8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;

/**
 * Every operation of the table and every reduction, on every type that takes another way through the machine: what the
 * table has is measured without being listed here. Each makes a new result.
 */
final class UfuncCases {
  /** A call alone, the first cache, the second, and beyond. */
  static final long[] SIZES = {10, 1000, 100_000, 1_000_000};

  private static final List<DType> TYPES = List.of(float64, float32, int32, int64, int8, uint8, complex128);

  /** Of these NumPy has none under one name that gives one array, or it is written in Python there. */
  private static final Set<String> NOT_COMPARED = Set.of("copy", "modfFraction", "modfInteger", "frexpMantissa", "frexpExponent", "i0", "angle");

  /** Where its meaning needs other operands than numbers from -10 to 10. */
  private static final Map<String, double[]> DOMAINS = Map.ofEntries(
      Map.entry("log", new double[] {1e-3, 1e3}), Map.entry("log2", new double[] {1e-3, 1e3}), Map.entry("log10", new double[] {1e-3, 1e3}),
      Map.entry("log1p", new double[] {-0.9, 1e3}), Map.entry("sqrt", new double[] {0.5, 1e3}), Map.entry("asin", new double[] {-1, 1}),
      Map.entry("acos", new double[] {-1, 1}), Map.entry("atanh", new double[] {-1, 1}), Map.entry("acosh", new double[] {1, 1e3}),
      Map.entry("pow", new double[] {0.1, 10}), Map.entry("ldexp", new double[] {1, 10}), Map.entry("bitwiseLeftShift", new double[] {0, 7}),
      Map.entry("bitwiseRightShift", new double[] {0, 7}), Map.entry("divide", new double[] {1, 10}), Map.entry("floorDivide", new double[] {1, 100}),
      Map.entry("remainder", new double[] {1, 100}), Map.entry("fmod", new double[] {1, 100}), Map.entry("gcd", new double[] {1, 100}),
      Map.entry("lcm", new double[] {1, 11}), Map.entry("reciprocal", new double[] {1, 10}));

  private final List<Case> cases = new ArrayList<>();
  private final Map<List<Object>, NDArray> known = new HashMap<>();
  private final SplittableRandom random = new SplittableRandom(7);

  private UfuncCases() {}

  static List<Case> all() {
    var c = new UfuncCases();
    for (long n : SIZES) {
      for (DType type : TYPES) {
        Ops.table().values().stream().sorted(java.util.Comparator.comparing(Op::id)).forEach(op -> c.operation(op, type, n));
        c.reductions(type, n);
      }
    }
    return c.cases;
  }

  private void operation(Op op, DType type, long n) {
    if (NOT_COMPARED.contains(op.name())) {
      return;
    }
    boolean where = op == Ops.WHERE;
    DType[] types = new DType[op.arity()];
    java.util.Arrays.fill(types, type);
    if (where) {
      types[0] = bool;
    } else if (op == Ops.LDEXP) {
      types[1] = int32;
    }
    try {
      op.result(types);
    } catch (IllegalArgumentException notDefined) {
      return;
    }
    double[] domain = DOMAINS.getOrDefault(op.name(), new double[] {-10, 10});
    var operands = new NDArray[types.length];
    Map<String, NDArray> inputs = new LinkedHashMap<>();
    for (int i = 0; i < operands.length; i++) {
      operands[i] = numbers(types[i], n, domain[0], domain[1], i);
      inputs.put(String.valueOf((char) ('x' + i - (operands.length > 2 ? 2 : 0))), operands[i]);
    }
    var names = String.join(", ", inputs.keySet());
    double tolerance = type == float32 ? 1e-5 : 1e-12;
    NDArray x = operands[0];
    NDArray y = operands[operands.length - 1];
    // What the methods of an array call: a.negative(), a.add(b).
    Supplier<NDArray> ours = switch (operands.length) {
      case 1 -> () -> Engine.apply(op, x);
      case 2 -> () -> Engine.apply(op, x, y);
      default -> () -> Engine.apply(op, operands);
    };
    cases.add(new Case(op.name(), type, n, ours, inputs, "f = np." + numpyName(op.name()), "f(" + names + ")", tolerance,
        aim(op.name(), n), null));
  }

  /** What is asked of every row, and of some more at a million. */
  private static double aim(String name, long n) {
    return n < 1_000_000 ? 0.9 : switch (name) {
      case "exp", "log" -> 1.2;
      case "where" -> 4;
      case "cumsum" -> 3;
      default -> 0.9;
    };
  }

  private void reductions(DType type, long n) {
    reduction(type, n, "sum", NDArray::sum);
    reduction(type, n, "mean", NDArray::mean);
    if (type.isComplex()) {
      return;
    }
    reduction(type, n, "min", NDArray::min);
    reduction(type, n, "max", NDArray::max);
    reduction(type, n, "argmax", NDArray::argmax);
    reduction(type, n, "std", NDArray::std);
    reduction(type, n, "cumsum", Nd::cumsum);
  }

  private void reduction(DType type, long n, String name, UnaryOperator<NDArray> ours) {
    var x = numbers(type, n, 1, 10, 0);
    cases.add(new Case(name, type, n, () -> ours.apply(x), Map.of("x", x), "", "x." + name + "()", type == float32 ? 1e-4 : 1e-10,
        aim(name, n), null));
  }

  /** The operand of some place; equal wishes are met by the same array. */
  private NDArray numbers(DType type, long n, double low, double high, int place) {
    return known.computeIfAbsent(List.of(type, n, low, high, place), wish -> numbers(type, n, low, high));
  }

  private NDArray numbers(DType type, long n, double low, double high) {
    if (type.isBool()) {
      return Nd.array(random.doubles(n, -1, 1).toArray()).less(0);
    }
    // Numbers that a type does not have would come round to others: half of the logarithms of int8 were those of negative numbers.
    double least = type == uint8 ? Math.max(low, 0) : type == int8 ? Math.max(low, -128) : low;
    double most = type == uint8 ? Math.min(high, 256) : type == int8 ? Math.min(high, 128) : high;
    var real = Nd.array(random.doubles(n, least, most).toArray());
    if (!type.isComplex()) {
      return real.astype(type);
    }
    var imaginary = Nd.array(random.doubles(n, low, high).toArray());
    return Nd.stack(real, imaginary).T().copy().view(complex128).reshape(n);
  }

  private static String numpyName(String op) {
    return op.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
