package orthant;

import static orthant.GoldenText.counted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SelectionTest {
  @Provide
  Arbitrary<DType> dtypes() {
    return Arbitraries.of(DType.values());
  }

  private static boolean[] mask(int n, double density, long seed) {
    var random = new Random(seed);
    boolean[] mask = new boolean[n];
    for (int i = 0; i < n; i++) {
      mask[i] = random.nextDouble() < density;
    }
    return mask;
  }

  @Property(tries = 500)
  void picksWhatTheMaskSays(@ForAll("dtypes") DType dtype, @ForAll @IntRange(max = 200) int n, @ForAll @DoubleRange(max = 1) double density,
      @ForAll long seed) {
    boolean[] wanted = mask(n, density, seed);
    var mask = Nd.array(wanted);
    var a = Nd.arange(n).astype(dtype);
    double[] all = a.toDoubleArray();
    int[] taken = IntStream.range(0, n).filter(i -> wanted[i]).toArray();
    double[] expected = IntStream.of(taken).mapToDouble(i -> all[i]).toArray();
    assertArrayEquals(expected, a.get(mask).toDoubleArray());
    assertEquals(dtype, a.get(mask).dtype());
    // The same elements and mask with other strides.
    var twice = Nd.repeat(a, 2, 0).get("::2");
    assertArrayEquals(expected, twice.get(Nd.repeat(mask, 3, 0).get("1::3")).toDoubleArray());
    assertArrayEquals(expected, a.flip().get(mask.flip()).flip().toDoubleArray());
    assertArrayEquals(IntStream.of(taken).asLongStream().toArray(), mask.nonzero()[0].toLongArray());
    assertArrayEquals(expected, a.take(mask.nonzero()[0], 0).toDoubleArray());
  }

  @Property(tries = 200)
  void writesWhereTheMaskSays(@ForAll("dtypes") DType dtype, @ForAll @IntRange(max = 60) int n, @ForAll long seed) {
    boolean[] wanted = mask(n, 0.4, seed);
    var a = Nd.arange(n).astype(dtype);
    double[] expected = a.toDoubleArray();
    for (int i = 0; i < n; i++) {
      expected[i] = wanted[i] ? 1 : expected[i];
    }
    assertArrayEquals(expected, a.copy().assignWhere(Nd.array(wanted), 1).toDoubleArray());
    assertArrayEquals(expected, a.copy().assignWhere(Nd.array(wanted), 1.0).toDoubleArray());
    assertArrayEquals(expected, a.copy().assignWhere(Nd.array(wanted), Nd.ones(DType.float64, n)).toDoubleArray());
    var reversed = a.copy();
    reversed.flip().assignWhere(Nd.array(wanted).flip(), 1);
    assertArrayEquals(expected, reversed.toDoubleArray());
  }

  @Test
  void masksOfLeadingAxesPickSubArrays() {
    var a = counted(3, 2, 2);
    assertEquals("[[[ 0  1]\n  [ 2  3]]\n\n [[ 8  9]\n  [10 11]]]", a.get(Nd.array(true, false, true)).toString());
    assertEquals("[[2 3]\n [8 9]]", a.get(Nd.array(new boolean[][] {{false, true}, {false, false}, {true, false}})).toString());
    assertArrayEquals(new long[] {0, 2, 2}, a.get(Nd.zeros(DType.bool, 3)).shape());
    assertArrayEquals(new long[] {1, 3, 2, 2}, a.get(Nd.scalar(DType.bool, 1)).shape());
    assertArrayEquals(new long[] {0, 3, 2, 2}, a.get(Nd.scalar(DType.bool, 0)).shape());
    assertEquals("[[0 0 2]\n [3 0 5]\n [6 0 8]]",
        counted(3, 3).assignWhere(Nd.ones(DType.bool, 3), counted(3, 3).multiply(Nd.array(1, 0, 1))).toString());
    assertEquals("[[0 1]\n [7 7]]", counted(2, 2).assignWhere(Nd.array(false, true), 7.9).toString());
  }

  @Test
  void int64SurvivesBeyondTheDoubles() {
    long big = (1L << 62) + 1;
    var a = Nd.array(big, 5L);
    a.assignWhere(Nd.array(false, true), 2.5);
    assertArrayEquals(new long[] {big, 2}, a.toLongArray());
    assertArrayEquals(new long[] {big, 2}, a.assignWhere(Nd.array(false, false), 0.0).toLongArray());
  }

  @Test
  void listsPositionsOfEveryAxis() {
    var found = counted(2, 3).greater(2).logicalOr(counted(2, 3).equal(1)).nonzero();
    assertArrayEquals(new long[] {0, 1, 1, 1}, found[0].toLongArray());
    assertArrayEquals(new long[] {1, 0, 1, 2}, found[1].toLongArray());
    assertArrayEquals(new long[] {1, 2}, Nd.nonzero(Nd.array(0.0, Double.NaN, -1, -0.0))[0].toLongArray());
    assertEquals("cannot list the nonzero elements of an array without axes; use reshape(1)",
        assertThrows(IllegalArgumentException.class, () -> Nd.scalar(DType.int64, 1).nonzero()).getMessage());
  }

  @Test
  void takesAlongAnAxis() {
    var a = counted(2, 3);
    assertEquals("[[2 0]\n [5 3]]", a.take(Nd.array(-1, 0), 1).toString());
    assertEquals("[[3 4 5]\n [3 4 5]]", a.take(Nd.array(1L, 1L), 0).toString());
    assertArrayEquals(new long[] {2, 1, 2}, a.take(Nd.array(new int[][] {{0, 1}}), -1).shape());
    assertEquals("[0 3]", a.take(Nd.scalar(DType.int64, 0), 1).toString());
    assertEquals("index 3 is out of bounds for axis 1 with size 3; it must be from -3 to 2",
        assertThrows(IndexOutOfBoundsException.class, () -> a.take(Nd.array(3), 1)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> a.take(Nd.array(1.0), 1));
    assertThrows(IndexOutOfBoundsException.class, () -> a.take(Nd.array(1), 2));
  }

  @Test
  void foreignMasksAreRefused() {
    var a = counted(3, 4);
    assertEquals("an index array must be of integers or bool but is float64; cast with astype(int64), or compare to get a mask",
        assertThrows(IllegalArgumentException.class, () -> a.get(Nd.array(1.0))).getMessage());
    assertEquals("a mask must be bool but is int64; compare, or cast with astype(bool)",
        assertThrows(IllegalArgumentException.class, () -> a.assignWhere(a, 1)).getMessage());
    assertEquals("a mask of shape (2,) does not fit an array of shape (3, 4): axis 0 has 2 and 3; sizes must match",
        assertThrows(IllegalArgumentException.class, () -> a.get(Nd.array(true, false))).getMessage());
    assertEquals("a mask of shape (2, 4) does not fit an array of shape (1, 3, 4) from axis 1 on: axis 0 has 2 and 3; sizes must match",
        assertThrows(IllegalArgumentException.class, () -> a.reshape(1, 3, 4).get(Index.all(), Index.mask(Nd.ones(DType.bool, 2, 4)))).getMessage());
    assertEquals("the index [[[[True], [False]]]] uses 3 axes of an array of shape (3, 4); there are 2",
        assertThrows(IndexOutOfBoundsException.class, () -> a.get("[[[True], [False]]]")).getMessage());
    assertEquals("a mask of shape (3, 4, 1) does not fit an array of shape (3, 4): it has more axes; there may be at most 2",
        assertThrows(IllegalArgumentException.class, () -> a.assignWhere(Nd.ones(DType.bool, 3, 4, 1), 0)).getMessage());
    assertThrows(UnsupportedOperationException.class, () -> Nd.zeros(1).broadcastTo(3).assignWhere(Nd.ones(DType.bool, 3), 1));
    assertThrows(IllegalArgumentException.class, () -> a.assignWhere(Nd.ones(DType.bool, 3), Nd.zeros(5)));
  }
}
