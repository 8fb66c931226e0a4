package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import orthant.layout.Layout;

/** Generators of shapes, of shapes that broadcast to them, and of layouts. */
final class Forms {
  private static final long LARGEST = 3000;

  private Forms() {}

  /** Shapes of up to four axes, 0 and 1 among their sizes, of not too many elements. */
  static Arbitrary<long[]> shapes() {
    return Arbitraries.frequency(
            net.jqwik.api.Tuple.of(1, 0L), net.jqwik.api.Tuple.of(3, 1L), net.jqwik.api.Tuple.of(4, 2L), net.jqwik.api.Tuple.of(4, 3L),
            net.jqwik.api.Tuple.of(3, 5L), net.jqwik.api.Tuple.of(3, 8L), net.jqwik.api.Tuple.of(3, 17L), net.jqwik.api.Tuple.of(2, 33L),
            net.jqwik.api.Tuple.of(1, 70L))
        .list().ofMinSize(0).ofMaxSize(4)
        .map(sizes -> sizes.stream().mapToLong(Long::longValue).toArray())
        .filter(shape -> Arrays.stream(shape).reduce(1, (a, b) -> a * Math.max(b, 1)) <= LARGEST);
  }

  /**
   * How an operand lies in memory.
   *
   * @param dropped leading axes it does not have
   * @param ones axes on which it has size 1
   * @param order ranks of the axes, the lowest being the innermost
   * @param steps for each axis a factor of its stride: negative backwards, 0 broadcast
   * @param gap bytes between elements that belong to nobody
   * @param offset of the first byte, for unaligned elements
   */
  record Form(int dropped, List<Boolean> ones, List<Integer> order, List<Integer> steps, int gap, int offset) {
    /** The layout of an operand that broadcasts to a shape. */
    Layout layout(int itemSize, long... shape) {
      return layout(itemSize, true, shape);
    }

    /** The layout of an operand of exactly this shape in which no two elements share a byte. */
    Layout apart(int itemSize, long... shape) {
      return layout(itemSize, false, shape);
    }

    private Layout layout(int itemSize, boolean shared, long... whole) {
      int drop = shared ? Math.min(dropped, whole.length) : 0;
      long[] shape = Arrays.copyOfRange(whole, drop, whole.length);
      for (int i = 0; shared && i < shape.length; i++) {
        shape[i] = ones.get(i) ? 1 : shape[i];
      }
      List<Integer> axes = new ArrayList<>(order.stream().filter(i -> i < shape.length).toList());
      long[] strides = new long[shape.length];
      long step = itemSize + gap;
      for (int axis : axes) {
        int factor = steps.get(axis);
        if (factor == 0 && shared) {
          continue;
        }
        factor = factor == 0 ? 1 : factor;
        strides[axis] = factor * step;
        step *= Math.abs(factor) * Math.max(shape[axis], 1);
      }
      return Layout.of(shape, strides);
    }
  }

  static Arbitrary<Form> forms() {
    Arbitrary<Integer> dropped = Arbitraries.of(0, 0, 0, 1, 2);
    Arbitrary<List<Boolean>> ones = Arbitraries.of(false, false, false, true).list().ofSize(4);
    Arbitrary<List<Integer>> order = Arbitraries.oneOf(Arbitraries.just(List.of(3, 2, 1, 0)), Arbitraries.shuffle(0, 1, 2, 3));
    Arbitrary<List<Integer>> steps = Arbitraries.oneOf(Arbitraries.just(List.of(1, 1, 1, 1)),
        Arbitraries.of(1, 1, 1, -1, 2, 3, -2, 0).list().ofSize(4));
    return Combinators.combine(dropped, ones, order, steps, Arbitraries.of(0, 0, 0, 0, 1, 8), Arbitraries.of(0, 0, 1, 4, 7))
        .as(Form::new);
  }
}
