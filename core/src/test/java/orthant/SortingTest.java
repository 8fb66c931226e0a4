package orthant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SortingTest {
  /** Random bits of any type, so NaN of all kinds, or few different values. */
  private static NDArray random(DType type, long seed, boolean few, long... shape) {
    var r = new Random(seed);
    long size = orthant.layout.Shapes.size(shape);
    if (few || type.isBool()) {
      return Nd.array(r.ints(size, -3, 4).asLongStream().toArray()).astype(type).reshape(shape);
    }
    var a = Nd.empty(type, shape);
    byte[] bytes = new byte[Math.toIntExact(size * type.size())];
    r.nextBytes(bytes);
    java.lang.foreign.MemorySegment.copy(bytes, 0, a.segment(), java.lang.foreign.ValueLayout.JAVA_BYTE, 0, bytes.length);
    return a;
  }

  private static byte[] bytes(NDArray a) {
    return a.tobytes();
  }

  @Property(tries = 200)
  void sortingIsTakingInTheOrderFound(@ForAll DType type, @ForAll long seed, @ForAll boolean few, @ForAll boolean descending,
      @ForAll @IntRange(min = 0, max = 300) int n, @ForAll @IntRange(min = 1, max = 3) int m) {
    var a = random(type, seed, few, n, m);
    for (var laid : Layouts.of(a).values()) {
      for (int axis = 0; axis < 2; axis++) {
        var order = laid.argsort(axis, descending);
        assertArrayEquals(bytes(a.takeAlongAxis(order, axis)), bytes(laid.sort(axis, descending)), "axis " + axis);
        assertArrayEquals(Nd.arange(a.shape(axis)).toLongArray(), n == 0 ? Nd.arange(a.shape(axis)).toLongArray()
            : order.sort(axis).moveaxis(axis, -1).reshape(-1, a.shape(axis)).get(Index.at(0)).toLongArray());
      }
    }
  }

  @Property(tries = 200)
  void argpartitionPartsAtTheElementThatBelongsThere(@ForAll DType type, @ForAll long seed, @ForAll boolean few,
      @ForAll @IntRange(min = 1, max = 300) int n, @ForAll @IntRange(max = 299) int k) {
    var a = random(type, seed, few, n);
    var sorted = a.sort();
    var middle = sorted.get(Index.slice(k % n, k % n + 1));
    long first = sorted.searchsorted(middle).getLong(0);
    long end = sorted.searchsorted(middle, Side.RIGHT).getLong(0);
    var order = a.argsort();
    var parts = Nd.concat(order.get(Index.until(first)).sort(), order.get(Index.slice(first, end)), order.get(Index.from(end)).sort());
    for (var laid : Layouts.of(a).values()) {
      assertArrayEquals(parts.toLongArray(), laid.argpartition(k % n).toLongArray());
    }
  }

  @Property(tries = 200)
  void orderIsStableAndSearchFindsIt(@ForAll DType type, @ForAll long seed, @ForAll boolean few, @ForAll @IntRange(min = 1, max = 200) int n) {
    var a = random(type, seed, few, n);
    var order = a.argsort();
    var sorted = a.take(order);
    var left = sorted.searchsorted(sorted);
    var right = sorted.searchsorted(sorted, Side.RIGHT);
    for (int i = 0; i < n; i++) {
      assertTrue(left.getLong(i) <= i && i < right.getLong(i), "position " + i);
      if (i > 0) {
        boolean equal = left.getLong(i) == left.getLong(i - 1);
        assertTrue(!equal || order.getLong(i) > order.getLong(i - 1), "stable at " + i);
        boolean nan = sorted.get(Index.at(i)).notEqual(sorted.get(Index.at(i))).getBoolean();
        assertTrue(equal || nan || sorted.get(Index.at(i - 1)).notEqual(sorted.get(Index.at(i))).getBoolean());
        assertTrue(nan || !type.isComplex() && sorted.get(Index.at(i - 1)).lessEqual(sorted.get(Index.at(i))).getBoolean() || type.isComplex());
      }
    }
    var back = order.argsort();
    assertArrayEquals(bytes(a), bytes(sorted.take(back)));
  }

  @Property(tries = 100)
  void distinctElementsAndTheirPlacesAreTheArray(
      @ForAll DType type, @ForAll long seed, @ForAll boolean few, @ForAll @IntRange(min = 0, max = 60) int n) {
    var a = random(type, seed, few, n);
    var all = Nd.uniqueAll(a);
    assertEquals(n, all.counts().sum().getLong());
    var again = all.values().take(all.inverseIndices());
    assertTrue(again.equal(a).logicalOr(again.notEqual(again).logicalAnd(a.notEqual(a))).all().getBoolean());
    assertArrayEquals(bytes(all.values()), bytes(a.take(all.indices())));
    assertTrue(Nd.isin(a, all.values()).equal(a.equal(a)).all().getBoolean());
    assertEquals(0, Nd.setdiff1d(a, a).get(Nd.setdiff1d(a, a).equal(Nd.setdiff1d(a, a))).size());
  }

  @Test
  void descendingIsStableAndBeginsWithNaN() {
    var a = Nd.array(0.0, 3, -0.0, Double.NaN, 3);
    assertArrayEquals(new long[] {3, 1, 4, 0, 2}, a.argsort(0, true).toLongArray());
    assertEquals("[nan  3.  3.  0. -0.]", a.sort(0, true).toString());
  }

  @Test
  void messagesSayTheRule() {
    assertEquals("axis -1 is out of range for an array of 0 axes; it must be from 0 to -1",
        assertThrows(IndexOutOfBoundsException.class, () -> Nd.scalar(DType.int32, 1).sort()).getMessage());
    assertEquals("cannot search in an array of shape (2, 2); it must have 1 axis",
        assertThrows(IllegalArgumentException.class, () -> Nd.zeros(2, 2).searchsorted(1)).getMessage());
    assertEquals("cannot sort by keys of shapes (2,) and (3,); shapes must be equal",
        assertThrows(IllegalArgumentException.class, () -> Nd.lexsort(Nd.arange(2), Nd.arange(3))).getMessage());
    assertEquals("nothing to sort by; there must be at least one key", assertThrows(IllegalArgumentException.class, () -> Nd.lexsort()).getMessage());
    assertEquals("index 3 is out of bounds for axis 0 with size 3; it must be from -3 to 2",
        assertThrows(IndexOutOfBoundsException.class, () -> Nd.arange(3).partition(3)).getMessage());
  }
}
