package orthant.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import orthant.layout.Layout;

/**
 * How elements lie in memory, whatever the sizes of the axes and the elements.
 *
 * @param kind what it is an example of
 * @param order the axes, the innermost first
 * @param steps for each axis a factor of its stride: negative backwards, 0 broadcast
 * @param gap bytes between elements that belong to nobody
 * @param items elements between a multiple of 64 bytes and the lowest element
 * @param bytes bytes between these and the lowest element
 */
record Frame(LayoutKind kind, List<Integer> order, List<Integer> steps, int gap, int items, int bytes) {
  private static Frame flat(LayoutKind kind, int ndim) {
    return new Frame(kind, cOrder(ndim), Collections.nCopies(ndim, 1), 0, 0, 0);
  }

  private static List<Integer> cOrder(int ndim) {
    return IntStream.range(0, ndim).map(i -> ndim - 1 - i).boxed().toList();
  }

  private Frame with(List<Integer> newOrder, List<Integer> newSteps) {
    return new Frame(kind, newOrder, newSteps, gap, items, bytes);
  }

  private Frame at(int newGap, int newItems, int newBytes) {
    return new Frame(kind, order, steps, newGap, newItems, newBytes);
  }

  /** The plainest example of a kind. */
  static Frame plainest(LayoutKind kind, int ndim) {
    Frame flat = flat(kind, ndim);
    List<Integer> steps = new ArrayList<>(flat.steps);
    return switch (kind) {
      case C -> flat;
      case F, TRANSPOSED -> flat.with(flat.order.reversed(), steps);
      case OFFSET -> flat.at(0, 1, 0);
      case UNALIGNED -> flat.at(0, 0, 1);
      case REVERSED -> flat.with(flat.order, Collections.nCopies(ndim, -1));
      case STRIDED -> flat.with(flat.order, withLast(steps, 2));
      case BROADCAST -> flat.with(flat.order, withLast(steps.reversed(), 0).reversed());
      case MIXED -> flat.with(flat.order.reversed(), withLast(steps, -2)).at(1, 1, 1);
    };
  }

  private static List<Integer> withLast(List<Integer> list, int value) {
    List<Integer> changed = new ArrayList<>(list);
    if (!changed.isEmpty()) {
      changed.set(changed.size() - 1, value);
    }
    return changed;
  }

  static Frame draw(LayoutKind kind, int ndim, Random random) {
    Frame flat = flat(kind, ndim);
    Frame frame = switch (kind) {
      case C, F -> plainest(kind, ndim);
      case OFFSET -> flat.at(0, 1 + random.nextInt(15), 0);
      case UNALIGNED -> flat.at(0, random.nextInt(3), 1 + random.nextInt(15));
      case REVERSED -> flat.with(flat.order, draw(random, ndim, 1, -1));
      case STRIDED -> flat.with(flat.order, draw(random, ndim, 1, 2, 3));
      case BROADCAST -> flat.with(flat.order, draw(random, ndim, 1, 0));
      case TRANSPOSED -> flat.with(shuffled(flat.order, random), flat.steps);
      case MIXED -> flat.with(shuffled(flat.order, random), draw(random, ndim, 1, -1, 2, -2, 3, 0))
          .at(random.nextInt(10), random.nextInt(3), random.nextInt(16));
    };
    return frame.shows() ? frame : plainest(kind, ndim);
  }

  private static List<Integer> draw(Random random, int n, int... of) {
    return IntStream.range(0, n).mapToObj(_ -> of[random.nextInt(of.length)]).toList();
  }

  private static List<Integer> shuffled(List<Integer> order, Random random) {
    List<Integer> changed = new ArrayList<>(order);
    Collections.shuffle(changed, random);
    return changed;
  }

  /** Whether it is an example of its kind at all. */
  private boolean shows() {
    return switch (kind) {
      case REVERSED -> steps.contains(-1);
      case STRIDED -> steps.stream().anyMatch(s -> s > 1);
      case BROADCAST -> steps.contains(0);
      case TRANSPOSED -> !order.equals(cOrder(order.size()));
      default -> true;
    };
  }

  /** The same for fewer axes. */
  Frame fit(int ndim) {
    int drop = order.size() - ndim;
    if (drop == 0) {
      return this;
    }
    if (drop < 0) {
      return plainest(kind, ndim);
    }
    Frame fewer = with(order.stream().filter(a -> a >= drop).map(a -> a - drop).toList(), steps.subList(drop, order.size()));
    return fewer.shows() ? fewer : plainest(kind, ndim);
  }

  /** How far it is from the simplest. */
  long complexity() {
    return 2L * kind.ordinal() + (equals(plainest(kind, order.size())) ? 0 : 1);
  }

  /** Strides for elements of some size. */
  Layout layout(int itemSize, long... shape) {
    long[] strides = new long[shape.length];
    long step = itemSize + gap;
    for (int axis : order) {
      strides[axis] = steps.get(axis) * step;
      step *= Math.max(1, Math.abs(steps.get(axis))) * (steps.get(axis) == 0 ? 1 : Math.max(shape[axis], 1));
    }
    return Layout.of(shape, strides);
  }

  /** Where the lowest element begins, from a multiple of 64 bytes on. */
  long start(int itemSize) {
    int odd = itemSize == 1 || bytes % itemSize != 0 || bytes == 0 ? bytes : bytes + 1;
    return (long) items * itemSize + odd;
  }

  @Override
  public String toString() {
    return kind + " " + Arrays.asList(order, steps, gap, items, bytes);
  }
}
