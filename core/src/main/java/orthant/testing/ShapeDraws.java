package orthant.testing;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ShrinkingDistance;

/**
 * Draws shapes; the simplest has the fewest axes of the smallest sizes.
 *
 * @param minDims the fewest axes
 * @param maxDims the most
 * @param minSide the smallest size of an axis
 * @param maxSide the largest
 */
record ShapeDraws(int minDims, int maxDims, long minSide, long maxSide) implements Candidate.Rule<long[]> {
  /** No shape has more elements, unless the smallest that is asked for does. */
  private static final long MOST_ELEMENTS = 2000;

  /** The most axes. */
  static final int MOST_DIMS = 32;

  ShapeDraws {
    if (minDims < 0 || minDims > maxDims || maxDims > MOST_DIMS) {
      throw new IllegalArgumentException("shapes of " + minDims + " to " + maxDims + " axes cannot be drawn; there must be 0 to " + MOST_DIMS
          + ", and the first number not above the second");
    }
    if (minSide < 0 || minSide > maxSide) {
      throw new IllegalArgumentException("axes of sizes " + minSide + " to " + maxSide
          + " cannot be drawn; sizes must be 0 or more, and the first not above the second");
    }
  }

  long[] draw(Random random) {
    long[] shape = new long[random.nextInt(minDims, maxDims + 1)];
    Arrays.fill(shape, minSide);
    // In any order, as the last to be drawn have the least room.
    int first = shape.length == 0 ? 0 : random.nextInt(shape.length);
    for (int i = 0; i < shape.length; i++) {
      int axis = (first + i) % shape.length;
      for (int attempt = 0; attempt < 3; attempt++) {
        long side = side(random);
        shape[axis] = side;
        if (elements(shape) <= MOST_ELEMENTS) {
          break;
        }
        shape[axis] = minSide;
      }
    }
    return shape;
  }

  private static long elements(long[] shape) {
    return LongStream.of(shape).reduce(1, (a, b) -> a * Math.max(b, 1));
  }

  long side(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> minSide;
      case 1, 2, 3 -> Math.clamp(1, minSide, maxSide);
      case 4, 5, 6 -> random.nextLong(minSide, maxSide + 1);
      default -> random.nextLong(Math.max(minSide, Math.min(1, maxSide)), Math.min(maxSide, minSide + 5) + 1);
    };
  }

  @Override
  public Stream<long[]> simpler(long[] shape) {
    Stream<long[]> fewer = IntStream.range(0, shape.length).filter(_ -> shape.length > minDims).mapToObj(axis -> without(shape, axis));
    return Stream.concat(fewer, IntStream.range(0, shape.length).boxed()
        .flatMap(axis -> Candidate.towards(minSide, shape[axis]).map(side -> with(shape, axis, side))));
  }

  static long[] without(long[] shape, int axis) {
    return IntStream.range(0, shape.length).filter(i -> i != axis).mapToLong(i -> shape[i]).toArray();
  }

  static long[] with(long[] shape, int axis, long side) {
    long[] changed = shape.clone();
    changed[axis] = side;
    return changed;
  }

  @Override
  public ShrinkingDistance distance(long[] shape) {
    return howLarge(shape);
  }

  /** Sizes of 0 count as 1: an empty array of many rows is not simple. */
  static ShrinkingDistance howLarge(long[] shape) {
    return ShrinkingDistance.of(elements(shape), shape.length, LongStream.of(shape).sum());
  }
}
