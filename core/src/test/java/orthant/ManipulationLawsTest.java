package orthant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What must hold whatever the elements, their type and how they lie in memory; and what is said when something cannot be done. */
class ManipulationLawsTest {
  /** Random bytes of any type, with random axes turned around, spread and exchanged. */
  private static NDArray any(Random random, int ndim) {
    var dtype = DType.values()[random.nextInt(DType.values().length)];
    long[] shape = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      shape[i] = random.nextInt(5);
    }
    long[] wide = shape.clone();
    int spread = ndim == 0 ? 0 : random.nextInt(ndim);
    int step = 1 + random.nextInt(2);
    if (ndim > 0) {
      wide[spread] *= step;
    }
    var a = Nd.empty(dtype, wide);
    byte[] bytes = new byte[(int) (a.size() * dtype.size())];
    random.nextBytes(bytes);
    if (dtype.isBool()) {
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] &= 1;
      }
    }
    java.lang.foreign.MemorySegment.copy(bytes, 0, a.segment(), ValueLayout.JAVA_BYTE, 0, bytes.length);
    for (int axis = 0; axis < ndim; axis++) {
      var parts = new Index[ndim];
      Arrays.fill(parts, Index.all());
      parts[axis] = Index.all().by((axis == spread ? step : 1) * (random.nextBoolean() ? 1 : -1));
      a = a.get(parts);
    }
    return ndim > 1 && random.nextBoolean() ? a.swapaxes(random.nextInt(ndim), random.nextInt(ndim)) : a;
  }

  private static void same(NDArray expected, NDArray actual) {
    assertEquals(expected.dtype(), actual.dtype());
    assertArrayEquals(expected.shape(), actual.shape());
    assertArrayEquals(bytes(expected), bytes(actual));
  }

  private static byte[] bytes(NDArray a) {
    return a.copy().segment().toArray(ValueLayout.JAVA_BYTE);
  }

  @Property(tries = 150)
  void whatIsCutCanBeJoined(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int ndim) {
    var random = new Random(seed);
    var a = any(random, ndim);
    int axis = random.nextInt(ndim) - (random.nextBoolean() ? ndim : 0);
    same(a, Nd.concat(axis, a.arraySplit(1 + random.nextInt(6), axis)));
    long[] at = LongStream.range(0, random.nextInt(4)).map(_ -> random.nextInt(5)).sorted().toArray();
    same(a, Nd.concat(axis, a.split(at, axis)));
    if (a.shape(axis) > 0) {
      same(a, Nd.stack(axis, a.unstack(axis)));
    }
    same(a.ravel(), Nd.concat(Axes.ALL, a.arraySplit(3, 0)));
    same(a, Nd.block(new NDArray[][] {a.arraySplit(2, -1)}).reshape(a.shape()));
  }

  @Property(tries = 150)
  void turningBackGivesTheSame(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int ndim, @ForAll @IntRange(min = -9, max = 9) int k) {
    var random = new Random(seed);
    var a = any(random, ndim);
    same(a, a.rot90(k).rot90(-k));
    same(a, a.rot90(k, -1, 0).rot90(k, 0, -1));
    same(a, a.fliplr().flipud().fliplr().flipud());
    same(a, a.roll(k).roll(-k));
    same(a, a.roll(new long[] {k, 3L * k}, new int[] {0, -1}).roll(new long[] {-3L * k, -k}, new int[] {-1, 0}));
    same(a, a.moveaxis(new int[] {0, 1}, new int[] {-1, 0}).moveaxis(new int[] {-1, 0}, new int[] {0, 1}));
    if (a.size() > 0) {
      assertTrue(Nd.sharesMemory(a, a.rot90(k)));
      assertFalse(Nd.sharesMemory(a, a.roll(k)));
    }
  }

  @Property(tries = 150)
  void ordersReadAndWriteTheSameWay(@ForAll long seed, @ForAll @IntRange(max = 4) int ndim) {
    var a = any(new Random(seed), ndim);
    for (var order : Order.values()) {
      var copy = a.copy(order);
      same(a, copy);
      same(a.ravel(order), a.flatten(order));
      assertTrue(a.ravel(order).isContiguous());
      if (order != Order.K) {
        same(a, a.ravel(order).reshape(order == Order.A ? (ravelsByColumns(a) ? Order.F : Order.C) : order, a.shape()));
      }
    }
    assertTrue(a.copy(Order.F).T().isContiguous());
    assertTrue(Nd.asfortranarray(a).T().isContiguous() && Nd.ascontiguousarray(a).isContiguous());
    same(a, Nd.array(a));
    assertSame(a, Nd.asarray(a));
    assertSame(a, Nd.asarray(a, a.dtype()));
  }

  private static boolean ravelsByColumns(NDArray a) {
    return a.T().isContiguous() && !a.isContiguous();
  }

  @Property(tries = 150)
  void whatIsAddedCanBeTakenAway(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int ndim) {
    var random = new Random(seed);
    var a = any(random, ndim);
    int axis = random.nextInt(ndim);
    long n = a.shape(axis);
    var more = Nd.zeros(a.dtype(), a.shape());
    long place = random.nextInt((int) n + 1);
    same(a, a.insert(place, Nd.scalar(a.dtype(), 1), axis).delete(place, axis));
    long[] places = LongStream.range(0, 1 + random.nextInt(4)).map(_ -> random.nextInt((int) n + 1)).sorted().toArray();
    long[] now = LongStream.range(0, places.length).map(i -> places[(int) i] + i).toArray();
    same(a, a.insert(Nd.array(places), Nd.scalar(a.dtype(), 1), axis).delete(Nd.array(now), axis));
    same(a, a.append(more, axis).delete(Index.from(n), axis));
    for (var pad : List.of(Pad.constant(1), Pad.empty(), Pad.constant(Nd.array(1, 2)))) {
      long before = random.nextInt(4);
      var padded = a.pad(new long[][] {{before, 2}}, pad);
      var parts = new Index[ndim];
      for (int i = 0; i < ndim; i++) {
        parts[i] = Index.slice(before, before + a.shape(i));
      }
      same(a, padded.get(parts));
    }
  }

  @Property(tries = 150)
  void repeatingIsTaking(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int ndim, @ForAll @IntRange(max = 5) int times) {
    var random = new Random(seed);
    var a = any(random, ndim);
    int axis = random.nextInt(ndim);
    int n = (int) a.shape(axis);
    long[] each = LongStream.range(0, (long) n * times).map(i -> i / times).toArray();
    same(a.take(Nd.array(each), axis), a.repeat(times, axis));
    long[] counts = LongStream.range(0, n).map(_ -> random.nextInt(3)).toArray();
    long[] varied = LongStream.range(0, n).flatMap(i -> LongStream.range(0, counts[(int) i]).map(_ -> i)).toArray();
    if (n != 1) {
      same(a.take(Nd.array(varied), axis), a.repeat(Nd.array(counts), axis));
    }
    long[] reps = new long[ndim];
    Arrays.fill(reps, 1);
    reps[axis] = times;
    long[] around = LongStream.range(0, (long) n * times).map(i -> i % n).toArray();
    same(a.take(Nd.array(around), axis), a.tile(reps));
    same(a.tile(times).ravel(), Nd.concat(Axes.ALL, a.tile(times)));
  }

  @Property(tries = 100)
  void trianglesMakeTheWhole(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int ndim, @ForAll @IntRange(min = -6, max = 6) int k) {
    var a = any(new Random(seed), ndim).astype(DType.int64);
    same(a, a.tril(k).add(a.triu(k + 1L)));
    var mask = Nd.tri(DType.bool, a.shape(-2), a.shape(-1), k);
    same(Nd.where(mask, a, Nd.zerosLike(a)), a.tril(k));
    same(Nd.zeros(DType.int64, a.shape()), a.tril(Long.MIN_VALUE));
    same(a, a.triu(Long.MIN_VALUE));
    same(a, a.tril(Long.MAX_VALUE));
    same(Nd.zeros(DType.int64, a.shape()), a.triu(Long.MAX_VALUE));
  }

  @Test
  void diagonalsFarAwayAreEmpty() {
    for (long k : new long[] {Long.MIN_VALUE, -2, 3, Long.MAX_VALUE}) {
      same(Nd.zeros(DType.int64, 2, 3), Nd.eye(DType.int64, 2, 3, k));
      assertEquals(0, Nd.zeros(2, 3).diagonal(k).size());
    }
    same(Nd.array(1L, 0), Nd.eye(DType.int64, 2, 1, 0).ravel());
    same(Nd.zeros(DType.int64, 2, 2), Nd.tri(DType.int64, 2, 2, Long.MIN_VALUE));
  }

  @Test
  void gridsAreViewsOrCopies() {
    var x = Nd.arange(3);
    var y = Nd.arange(2);
    var full = Nd.meshgrid(Grid.IJ, x, y);
    var open = Nd.meshgrid(Grid.IJ.sparse().views(), x, y);
    same(full[0].add(full[1]), open[0].add(open[1]));
    assertTrue(Nd.sharesMemory(x, open[0]) && open[0].isReadOnly() && !full[0].isReadOnly());
    assertArrayEquals(new long[] {3, 1}, open[0].shape());
    same(Nd.indices(3, 2), Nd.stack(full));
    same(full[0].add(full[1]), Nd.fromfunction(DType.int64, i -> i[0].add(i[1]), 3, 2));
    assertEquals(DType.float64, Nd.fromfunction(i -> i[0], 2).dtype());
  }

  @Test
  void optionsOfJoining() {
    var a = Nd.array(1, 2);
    assertEquals(DType.float32, Nd.concat(Axes.axes(0).dtype(DType.float32), a, a).dtype());
    assertEquals(DType.int8, Nd.stack(Axes.axes(-1).dtype(DType.int8), a, a).dtype());
    same(Nd.array(1, 2, 1, 2), Nd.concatenate(a, a));
    same(Nd.array(1, 2, 1, 2), Nd.concatenate(Axes.ALL, a.reshape(2, 1), a));
    same(Nd.resize(a, 5), Nd.array(1, 2, 1, 2, 1));
    refused("cannot join arrays along axes [0, 1]; it must be one axis, or all to flatten them first", () -> Nd.concat(Axes.axes(0, 1), a));
    refused("nothing to stack; there must be at least one array", () -> Nd.stack());
    refused("a list of blocks is empty; there must be at least one block in each", () -> Nd.block(new NDArray[] {}));
    refused("a block is of String; it must be an NDArray or an array of blocks", () -> Nd.block(new Object[] {"a"}));
    refused("blocks are nested to different depths: block 0 of a list is 0 deep, block 1 is 1 deep; they must be the same",
        () -> Nd.block(new Object[] {a, new NDArray[] {a}}));
    refused("blocks of shapes (1, 2) and (1, 3) do not fit together along axis 0: axis 1 has 2 and 3; it must have the same size",
        () -> Nd.block(new NDArray[][] {{a}, {Nd.arange(3)}}));
  }

  private static void refused(String message, Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }

  private static void outside(String message, Executable code) {
    assertEquals(message, assertThrows(IndexOutOfBoundsException.class, code).getMessage());
  }

  @Test
  void saysWhatCannotBeDone() {
    var a = Nd.arange(6).reshape(2, 3);
    refused("cannot split axis 1 of shape (2, 3) into 2 equal parts: its size must be a multiple of that; arraySplit makes parts of"
        + " different sizes", () -> a.split(2, 1));
    refused("cannot split axis 0 of shape (2, 3) into 0 parts; there must be at least 1", () -> a.arraySplit(0));
    refused("cannot split an array of shape (2, 3) in depth; it must have at least 3 axes", () -> a.dsplit(1));
    refused("cannot reshape in order K; it must be C, F or A", () -> a.reshape(Order.K, 6));
    refused("cannot move 2 axes to 1 places; there must be as many of both", () -> a.moveaxis(new int[] {0, 1}, new int[] {0}));
    refused("cannot repeat -2 times; it must be 0 or more", () -> a.repeat(Nd.array(1, -2), 0));
    refused("there are 3 repetitions for axis 0 of shape (2, 3); there must be 1 or 2", () -> a.repeat(Nd.array(1, 2, 3), 0));
    refused("cannot roll 3 axes by 2 distances; there must be as many of both, or one of either",
        () -> a.roll(new long[] {1, 2}, new int[] {0, 1, 0}));
    outside("cannot insert before index 4 of axis 1 with size 3; it must be from -3 to 3", () -> a.insert(4, Nd.scalar(DType.int64, 1), 1));
    refused("cannot broadcast (1, 2) to (1, 3); counted from the last axis, sizes must match or be 1",
        () -> a.insert(Nd.array(0), Nd.arange(2), 0));
    refused("a mask of shape (2,) does not fit axis 1 with size 3; it must have shape (3,)", () -> a.delete(Nd.array(true, false), 1));
    refused("positions must be integers or truth values along one axis but are float64 of shape (1,); cast with astype(int64), reshape",
        () -> a.delete(Nd.array(1.0), 1));
    refused("the index '...' names no positions of an axis; it must be a slice or an integer", () -> a.delete(Index.ellipsis(), 0));
    outside("index 3 is out of bounds for axis 1 with size 3; it must be from -3 to 2", () -> a.delete(3, 1));
    refused("cannot trim \"x\"; it must be \"f\" for the front, \"b\" for the back, or \"fb\"", () -> a.trimZeros("x"));
    refused("widths of axis 0 are [1, -1]; there must be two, for before and after, each 0 or more",
        () -> a.pad(new long[][] {{1, -1}}, Pad.edge()));
    refused("there are 3 rows of widths for an array of 2 axes; there must be one for each axis, or one for all",
        () -> a.pad(new long[3][2], Pad.edge()));
    refused("cannot pad axis 0 of shape (0,) with Pad edge: it has no elements to begin with; use constant or empty",
        () -> Nd.zeros(0).pad(1, Pad.edge()));
    refused("cannot pad axis 0 with the maximum of 0 elements; the lengths must be 1 or more", () -> a.pad(1, Pad.maximum().length(0)));
    refused("Pad edge mirrors nothing; only reflect and symmetric can be odd", () -> Pad.edge().odd());
    refused("Pad wrap takes no statistics; only maximum, mean, median and minimum have a length", () -> Pad.wrap().length(2));
    refused("cannot make or take the diagonal of shape (); there must be 1 or 2 axes", () -> Nd.diag(Nd.scalar(DType.int64, 1)));
    refused("cannot take powers of shape (2, 3); there must be one axis", () -> Nd.vander(a));
    refused("linspace cannot have -1 elements; there must be 0 or more", () -> Nd.logspace(0, 1, -1));
    refused("geomspace from 0.0 to 1.0 cannot include 0; both ends must be other numbers", () -> Nd.geomspace(0, 1, 3));
    refused("geomspace from -1.0 to 1.0 would have to cross 0; both ends must have the same sign", () -> Nd.geomspace(-1, 1, 3));
    same(Nd.arange(6).reshape(2, 3), a);
  }
}
