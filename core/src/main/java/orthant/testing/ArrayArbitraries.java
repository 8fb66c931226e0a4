package orthant.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ShrinkingDistance;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.layout.Shapes;

/**
 * Generators for property tests with jqwik, after Hypothesis's {@code hypothesis.extra.numpy}: arrays of any layout, dtypes,
 * shapes, shapes that broadcast, axes, indices. All shrink to what is small and easy to read.
 *
 * <p>Needs jqwik 1.9 on the class path or the module path.
 */
@SuppressWarnings("exports")
public final class ArrayArbitraries {
  static {
    // As a named module we must read jqwik's module, or the class path; the descriptor cannot say so (see docs/testing.md).
    try {
      ArrayArbitraries.class.getModule().addReads(Class.forName("net.jqwik.api.Arbitrary").getModule());
    } catch (ClassNotFoundException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private ArrayArbitraries() {}

  /**
   * Arrays of any dtype, shape, layout and elements; the methods of the generator restrict them.
   *
   * @return the generator
   */
  public static ArrayArbitrary arrays() {
    return ArrayArbitrary.any();
  }

  /**
   * Arrays of some dtypes, and any shape, layout and elements.
   *
   * @param types one or more; shrinking goes to the first
   * @return the generator
   */
  public static ArrayArbitrary arrays(DType... types) {
    return arrays().of(types);
  }

  /**
   * Boolean masks of a shape, of any layout.
   *
   * @param shape the sizes of the axes
   * @return the generator
   */
  public static ArrayArbitrary masks(long... shape) {
    return arrays(DType.bool).shape(shape);
  }

  /**
   * All dtypes.
   *
   * @return the generator; it shrinks to the first of {@link DType}
   */
  public static Arbitrary<DType> dtypes() {
    return Arbitraries.of(DType.values());
  }

  /**
   * The dtypes of some kinds.
   *
   * @param kinds one or more
   * @return the generator
   */
  public static Arbitrary<DType> dtypes(DType.Kind... kinds) {
    return Arbitraries.of(Arrays.stream(DType.values()).filter(t -> List.of(kinds).contains(t.kind())).toList());
  }

  /**
   * Shapes of 0 to 4 axes of sizes 0 to 40, small ones more often, of at most 2000 elements.
   *
   * @return the generator
   */
  public static Arbitrary<long[]> shapes() {
    return shapes(0, 4, 0, 40);
  }

  /**
   * Shapes with sizes of 1 to 40, small ones more often, of at most 2000 elements.
   *
   * @param minDims the fewest axes
   * @param maxDims the most axes, up to 32
   * @return the generator
   */
  public static Arbitrary<long[]> shapes(int minDims, int maxDims) {
    return shapes(minDims, maxDims, 1, 40);
  }

  /**
   * Shapes, of at most 2000 elements if that is possible.
   *
   * @param minDims the fewest axes
   * @param maxDims the most axes, up to 32
   * @param minSide the smallest size of an axis; 0 for empty arrays too
   * @param maxSide the largest size
   * @return the generator
   * @throws IllegalArgumentException if there is no such shape
   */
  public static Arbitrary<long[]> shapes(int minDims, int maxDims, long minSide, long maxSide) {
    ShapeDraws draws = new ShapeDraws(minDims, maxDims, minSide, maxSide);
    return Candidate.arbitrary(draws::draw, draws);
  }

  /**
   * Shapes that broadcast together with a shape: with fewer axes, with sizes 1, and with up to two axes more.
   *
   * @param shape the other shape
   * @return the generator; it shrinks to no axes
   */
  public static Arbitrary<long[]> broadcastableShapes(long... shape) {
    return broadcastableShapes(shape, 0, Math.min(shape.length + 2, ShapeDraws.MOST_DIMS));
  }

  /**
   * Shapes that broadcast together with a shape.
   *
   * @param shape the other shape
   * @param minDims the fewest axes
   * @param maxDims the most axes, up to 32
   * @return the generator; it shrinks to the fewest axes, of size 1
   * @throws IllegalArgumentException if the numbers of axes are not in order
   */
  public static Arbitrary<long[]> broadcastableShapes(long[] shape, int minDims, int maxDims) {
    ShapeDraws extra = new ShapeDraws(minDims, maxDims, 1, 6);
    long[] base = shape.clone();
    Shapes.size(base);
    return Candidate.arbitrary(random -> {
      long[] drawn = new long[random.nextInt(minDims, maxDims + 1)];
      for (int i = 0; i < drawn.length; i++) {
        int at = base.length - drawn.length + i;
        drawn[i] = random.nextInt(3) == 0 ? 1 : at < 0 || base[at] == 1 ? extra.side(random) : base[at];
      }
      return drawn;
    }, Candidate.rule(drawn -> {
      Stream<long[]> fewer = drawn.length > minDims ? Stream.of(Arrays.copyOfRange(drawn, 1, drawn.length)) : Stream.empty();
      return Stream.concat(fewer, IntStream.range(0, drawn.length).mapToObj(axis -> ShapeDraws.with(drawn, axis, 1)));
    }, drawn -> ShrinkingDistance.of(drawn.length, LongStream.of(drawn).filter(n -> n != 1).count(), Shapes.size(drawn))));
  }

  /**
   * Shapes that broadcast together, and the shape they broadcast to.
   *
   * @param count how many, 1 or more
   * @return the generator
   */
  public static Arbitrary<BroadcastShapes> mutuallyBroadcastableShapes(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(count + " shapes cannot be generated; there must be at least one");
    }
    return mutuallyBroadcastableShapes(String.join(",", Collections.nCopies(count, "()")) + "->()");
  }

  /**
   * Shapes for the operands of a generalised universal function, and those of its results: axes of their own after axes that
   * broadcast together.
   *
   * @param signature as NumPy writes it: {@code (m,n),(n)->(m)}; a number is a fixed size, {@code n?} may be left out
   * @return the generator
   * @throws IllegalArgumentException if it is no signature
   */
  public static Arbitrary<BroadcastShapes> mutuallyBroadcastableShapes(String signature) {
    BroadcastDraws draws = new BroadcastDraws(Signature.parse(signature), new ShapeDraws(0, 3, 1, 8));
    return Candidate.arbitrary(draws::draw, draws).map(draws::shapes);
  }

  /**
   * An axis of an array, counted from the first or from the last.
   *
   * @param ndim how many axes there are, 1 or more
   * @return the generator; it shrinks to 0
   */
  public static Arbitrary<Integer> validAxis(int ndim) {
    return Arbitraries.integers().between(-ndim, ndim - 1);
  }

  /**
   * Any choice of axes of an array, in any order, counted from the first or from the last; none of them twice.
   *
   * @param ndim how many axes there are
   * @return the generator; it shrinks to no axes
   */
  public static Arbitrary<int[]> validAxes(int ndim) {
    return validAxes(ndim, 0, ndim);
  }

  /**
   * As {@link #validAxes(int)}, of limited numbers.
   *
   * @param ndim how many axes there are
   * @param minSize the fewest axes
   * @param maxSize the most axes
   * @return the generator; it shrinks to the first ones
   * @throws IllegalArgumentException if the numbers are not in order
   */
  public static Arbitrary<int[]> validAxes(int ndim, int minSize, int maxSize) {
    if (minSize < 0 || minSize > maxSize || maxSize > ndim) {
      throw new IllegalArgumentException("cannot choose " + minSize + " to " + maxSize + " of " + ndim
          + " axes; there must be from 0 to all of them, the fewest first");
    }
    return Candidate.arbitrary(random -> {
      List<Integer> all = new ArrayList<>(IntStream.range(0, ndim).boxed().toList());
      Collections.shuffle(all, random);
      return all.stream().limit(random.nextInt(minSize, maxSize + 1)).mapToInt(axis -> random.nextBoolean() ? axis : axis - ndim).toArray();
    }, Candidate.rule(axes -> {
      Stream<int[]> fewer = IntStream.range(0, axes.length).filter(_ -> axes.length > minSize)
          .mapToObj(skip -> IntStream.range(0, axes.length).filter(i -> i != skip).map(i -> axes[i]).toArray());
      Stream<int[]> simple = Stream.of(IntStream.of(axes).map(a -> Math.floorMod(a, ndim)).toArray(),
          IntStream.of(axes).sorted().toArray(), IntStream.range(0, axes.length).toArray());
      Stream<int[]> other = IntStream.range(0, axes.length).boxed().flatMap(i -> IntStream.range(0, ndim)
          .filter(a -> IntStream.of(axes).noneMatch(b -> Math.floorMod(b, ndim) == a)).mapToObj(a -> {
            int[] changed = axes.clone();
            changed[i] = a;
            return changed;
          }));
      return Stream.of(fewer, simple, other).flatMap(s -> s);
    }, axes -> ShrinkingDistance.of(axes.length, IntStream.of(axes).filter(a -> a < 0).count(),
        IntStream.of(axes).map(a -> Math.floorMod(a, ndim)).sum(), IntStream.range(1, axes.length).filter(i -> axes[i] < axes[i - 1]).count())));
  }

  /**
   * Indices that give a view: integers, slices with any step, ellipsis and new axes, some of which cover only the first axes.
   *
   * @param shape what is indexed
   * @return the generator; it shrinks to no entries, which take everything
   */
  public static Arbitrary<Index[]> basicIndices(long... shape) {
    IndexDraws draws = new IndexDraws(shape.clone());
    return Candidate.arbitrary(draws::draw, draws).map(entries -> entries.stream().map(IndexDraws.Entry::index).toArray(Index[]::new));
  }

  /**
   * An int64 array of positions for each axis, of shapes that broadcast together: what {@code get} takes to pick elements.
   *
   * @param shape what is indexed, 1 axis or more, none of size 0
   * @return the generator; it shrinks to few positions, and to 0
   * @throws IllegalArgumentException if there are no axes or no elements
   */
  public static Arbitrary<Index[]> integerArrayIndices(long... shape) {
    if (shape.length == 0 || Shapes.size(shape) == 0) {
      throw new IllegalArgumentException("there are no positions in an array of shape " + Shapes.text(shape) + "; it must have elements and axes");
    }
    long[] sides = shape.clone();
    return mutuallyBroadcastableShapes(sides.length).flatMap(shapes -> {
      List<Arbitrary<NDArray>> positions = new ArrayList<>();
      for (int axis = 0; axis < sides.length; axis++) {
        positions.add(arrays(DType.int64).shape(shapes.input(axis)).between(-sides[axis], sides[axis] - 1));
      }
      return net.jqwik.api.Combinators.combine(positions).as(arrays -> arrays.stream().map(Index::at).toArray(Index[]::new));
    });
  }

  /**
   * Two arrays of one dtype and shape in the same memory, both writable, neither with elements that share a byte.
   *
   * @param types their dtypes; all if there are none
   * @return the generator
   */
  public static Arbitrary<Overlapping> overlapping(DType... types) {
    OverlapDraws draws = new OverlapDraws(List.of(types.length == 0 ? DType.values() : types), new ShapeDraws(0, 3, 0, 20));
    return Candidate.arbitrary(draws::draw, draws).map(OverlapDraws.Draft::arrays);
  }
}
