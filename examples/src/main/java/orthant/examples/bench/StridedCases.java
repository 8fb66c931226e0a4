package orthant.examples.bench;

import static orthant.Index.reversed;
import static orthant.Index.slice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;

/** The same operations on operands that do not lie side by side: what a layout costs, beside a contiguous one and beside NumPy. */
final class StridedCases {
  private static final long SIDE = 1000;

  /**
   * A way to lie.
   *
   * @param name for the report
   * @param ours makes an operand of 1000 x 1000 elements of one of 2000 x 3000
   * @param numpy the same in Python
   */
  private record Lie(String name, UnaryOperator<NDArray> ours, String numpy) {}

  private static final List<Lie> LIES = List.of(
      new Lie("contiguous", a -> a.get(slice(0, SIDE), slice(0, SIDE)).copy(), "%s[:1000, :1000].copy()"),
      new Lie("rows", a -> a.get(slice(0, SIDE), slice(0, SIDE)), "%s[:1000, :1000]"),
      new Lie("every 2nd", a -> a.get(slice(0, SIDE), slice(0, 2 * SIDE, 2)), "%s[:1000, :2000:2]"),
      new Lie("every 3rd", a -> a.get(slice(0, SIDE), slice(0, 3 * SIDE, 3)), "%s[:1000, ::3]"),
      new Lie("reversed", a -> a.get(slice(0, SIDE), slice(0, SIDE)).get(Index.all(), reversed()), "%s[:1000, :1000][:, ::-1]"),
      new Lie("both reversed", a -> a.get(slice(0, SIDE), slice(0, SIDE)).get(reversed(), reversed()), "%s[:1000, :1000][::-1, ::-1]"),
      new Lie("transposed", a -> a.get(slice(0, SIDE), slice(0, SIDE)).copy().T(), "%s[:1000, :1000].copy().T"),
      new Lie("row for all", a -> a.get(slice(0, 1), slice(0, SIDE)).broadcastTo(SIDE, SIDE), "np.broadcast_to(%s[:1, :1000], (1000, 1000))"),
      new Lie("column for all", a -> a.get(slice(0, SIDE), slice(0, 1)).broadcastTo(SIDE, SIDE), "np.broadcast_to(%s[:1000, :1], (1000, 1000))"),
      new Lie("unaligned", StridedCases::unaligned, "(lambda v: (lambda w: (w.__setitem__(slice(None), v), w)[1])("
          + "np.empty(v.nbytes + 1, 'u1')[1:].view(v.dtype).reshape(v.shape)))(%s[:1000, :1000])"));

  private StridedCases() {}

  static List<Case> all() {
    List<Case> cases = new ArrayList<>();
    for (DType type : List.of(DType.float64, DType.float32, DType.int32)) {
      var random = new SplittableRandom(11);
      var wide = Nd.array(random.doubles(6 * SIDE * SIDE, 1, 100).toArray()).astype(type).reshape(2 * SIDE, 3 * SIDE);
      var plain = wide.get(slice(SIDE, 2 * SIDE), slice(0, SIDE)).copy();
      Map<String, NDArray> inputs = new LinkedHashMap<>(Map.of("w", wide, "p", plain));
      for (Lie lie : LIES) {
        var x = lie.ours().apply(wide);
        String setup = "x = " + lie.numpy().formatted("w");
        cases.add(new Case("add " + lie.name(), type, SIDE * SIDE, () -> x.add(plain), inputs, setup, "x + p", 0, 0, null));
        if (type.isFloat()) {
          cases.add(new Case("sqrt " + lie.name(), type, SIDE * SIDE, () -> x.sqrt(), inputs, setup, "np.sqrt(x)", 0, 0, null));
        }
        cases.add(new Case("sum " + lie.name(), type, SIDE * SIDE, () -> x.sum(), inputs, setup, "x.sum()", 1e-4, 0, null));
      }
    }
    return cases;
  }

  /** One byte behind where it would be aligned. */
  private static NDArray unaligned(NDArray a) {
    var from = a.get(slice(0, SIDE), slice(0, SIDE));
    var bytes = Nd.empty(DType.uint8, from.size() * a.dtype().size() + 1);
    return bytes.get(slice(1, bytes.size())).view(a.dtype()).reshape(SIDE, SIDE).assign(from);
  }
}
