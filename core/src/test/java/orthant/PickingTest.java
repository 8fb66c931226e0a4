package orthant;

import static orthant.GoldenText.counted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import orthant.layout.Shapes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Functions that read and write at positions and under masks, beside what NumPy did; over all dtypes and layouts. */
class PickingTest {
  private static NDArray array(String text) {
    String[] parts = text.split(":", -1);
    return Nd.array(GoldenText.longs(parts[1])).reshape(GoldenText.longs(parts[0]));
  }

  private static NDArray[] arrays(String text) {
    return Stream.of(text.split("/")).map(PickingTest::array).toArray(NDArray[]::new);
  }

  private static NDArray[] bool(NDArray... arrays) {
    return Stream.of(arrays).map(a -> a.astype(DType.bool)).toArray(NDArray[]::new);
  }

  private static int[] ints(String text) {
    return Arrays.stream(GoldenText.longs(text)).mapToInt(Math::toIntExact).toArray();
  }

  /** Does what a row says to an array that holds the row's elements. */
  private static NDArray run(String[] row, NDArray a, DType dtype) {
    return switch (row[0]) {
      case "take" -> row[3].isEmpty() ? a.take(array(row[2]), bounds(row[4])) : a.take(array(row[2]), Integer.parseInt(row[3]), bounds(row[4]));
      case "put" -> a.put(array(row[2]), array(row[3]), bounds(row[4]));
      case "putmask" -> a.putmask(array(row[2]), array(row[3]));
      case "place" -> a.place(array(row[2]), array(row[3]));
      case "compress" -> a.compress(array(row[2]), Integer.parseInt(row[3]));
      case "takeAlongAxis" -> a.takeAlongAxis(array(row[2]), Integer.parseInt(row[3]));
      case "putAlongAxis" -> a.putAlongAxis(array(row[2]), array(row[3]), Integer.parseInt(row[4]));
      case "diagonal" -> a.diagonal(Long.parseLong(row[2]), Integer.parseInt(row[3]), Integer.parseInt(row[4]));
      case "slidingWindowView" -> a.slidingWindowView(GoldenText.longs(row[2]), ints(row[3]));
      case "fillDiagonal" -> a.fillDiagonal(array(row[2]), row[3].equals("True"));
      case "argwhere" -> a.argwhere();
      case "flatnonzero" -> a.flatnonzero();
      case "choose" -> array(row[1]).astype(DType.int32).choose(bounds(row[2]),
          Stream.of(arrays(row[3])).map(c -> c.astype(dtype)).toArray(NDArray[]::new)).astype(dtype);
      case "select" -> Nd.select(bool(arrays(row[1])), arrays(row[2]), Nd.scalar(DType.int64, Long.parseLong(row[3])));
      case "unravelIndex" -> Nd.stack(0, Nd.unravelIndex(a, GoldenText.longs(row[2])));
      case "ravelMultiIndex" -> Nd.ravelMultiIndex(arrays(row[1]), bounds(row[3]), GoldenText.longs(row[2]));
      case "unravelOrder" -> Nd.stack(0, a.unravelIndex(Order.valueOf(row[3]), GoldenText.longs(row[2])));
      case "ravelOrder" -> Nd.ravelMultiIndex(arrays(row[1]), Stream.of(row[3].split(",")).map(PickingTest::bounds).toArray(Bounds[]::new),
          Order.valueOf(row[4]), GoldenText.longs(row[2]));
      case "trilIndices" -> Nd.stack(0, Nd.trilIndices(Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[3])));
      case "triuIndices" -> Nd.stack(0, Nd.triuIndices(Long.parseLong(row[1]), Long.parseLong(row[2]), Long.parseLong(row[3])));
      default -> throw new AssertionError(row[0]);
    };
  }

  private static Bounds bounds(String mode) {
    return Bounds.valueOf(mode.toUpperCase(java.util.Locale.ROOT));
  }

  @ParameterizedTest
  @EnumSource(DType.class)
  void doesWhatNumPyDoes(DType dtype) {
    var calls = new HashMap<String, Integer>();
    for (String[] row : GoldenText.rows("picking.txt")) {
      boolean hasArray = row[1].contains(":") && !List.of("choose", "select", "ravelMultiIndex", "ravelOrder").contains(row[0]);
      var given = hasArray ? array(row[1]) : counted(1);
      var a = row[0].startsWith("unravel") ? given : given.astype(dtype);
      for (var layout : Layouts.of(a).entrySet()) {
        String name = dtype + " " + layout.getKey() + " " + String.join(" ", row);
        String result = row[row.length - 1];
        var own = layout.getValue();
        if (result.equals("error")) {
          var e = assertThrows(RuntimeException.class, () -> run(row, own, dtype), name);
          assertTrue(e instanceof IllegalArgumentException || e instanceof IndexOutOfBoundsException, () -> name + ": " + e);
          assertArrayEquals(a.astype(DType.int64).toLongArray(), own.astype(DType.int64).toLongArray(), name);
          continue;
        }
        var actual = run(row, own, dtype);
        boolean positions = List.of("argwhere", "flatnonzero", "unravelIndex", "ravelMultiIndex", "unravelOrder", "ravelOrder", "trilIndices",
            "triuIndices", "select").contains(row[0]);
        assertArrayEquals(array(result).shape(), actual.shape(), name);
        var expected = array(result).astype(positions ? DType.int64 : dtype).astype(DType.int64);
        assertArrayEquals(expected.toLongArray(), actual.astype(DType.int64).toLongArray(), name);
        assertEquals(positions ? DType.int64 : dtype, actual.dtype(), name);
        calls.merge(row[0], 1, Integer::sum);
      }
    }
    assertEquals(20, calls.size());
    calls.forEach((name, n) -> assertTrue(n >= 100, name + " " + n));
  }

  @Test
  void functionsWithDefaults() {
    var a = counted(2, 3);
    assertEquals("[5 0]", a.take(Nd.array(-1, 0)).toString());
    assertEquals("[5 0]", a.takeAlongAxis(Nd.array(-1, 0)).toString());
    assertEquals("[1 3]", a.compress(Nd.array(0, 1, 0, 2)).toString());
    assertEquals("[1 3]", Nd.extract(Nd.array(0, 1, 0, 2), a).toString());
    assertEquals("[[9 1 2]\n [3 9 5]]", a.copy().fillDiagonal(9).toString());
    assertEquals("[[2 1 2]\n [3 2 5]]", a.copy().fillDiagonal(2.5).toString());
    assertEquals("[[0 1 7]\n [3 4 7]]", a.copy().put(Nd.array(2, -1), 7).toString());
    assertEquals("[[0 1 7]\n [3 4 7]]", a.copy().put(Nd.array(2, -1), 7.5).toString());
    assertEquals("[[1 1 1]\n [1 1 1]]", Nd.copyto(a.copy(), Nd.ones(1, 1, 1)).toString());
    assertEquals("[[0 9 2]\n [3 9 5]]", Nd.copyto(a.copy(), Nd.array(9), Nd.array(false, true, false)).toString());
    assertEquals("[[0 2]\n [3 5]]", a.get(Nd.ix(Nd.array(0, 1), Nd.array(true, false, true))).toString());
    assertEquals("[0 4]", a.get(Nd.diagIndices(2)).toString());
    assertEquals("[ 0 13 26]", counted(3, 3, 3).get(Nd.diagIndices(3, 3)).toString());
    assertEquals("[3 6 7]", counted(3, 3).get(Nd.trilIndices(3, -1, 3)).toString());
    assertEquals("[0 3 4 6 7 8]", counted(3, 3).get(Nd.trilIndices(3)).toString());
    assertEquals("[0 1 2 4 5 8]", counted(3, 3).get(Nd.triuIndices(3)).toString());
    assertEquals("[0 0 2]", Nd.select(new NDArray[] {a.get("0").greater(1)}, new NDArray[] {a.get("0")}).toString());
    assertEquals("[10 21 12]", Nd.array(0, 1, 0).choose(Nd.array(10, 11, 12), Nd.array(20, 21, 22)).toString());
    assertEquals("[4 5]", Nd.ravelMultiIndex(new NDArray[] {Nd.array(1), Nd.array(1, 2)}, 2, 3).toString());
    assertEquals("[[1 1]\n [1 2]]", counted(2, 3).greater(3).argwhere().toString());
    assertArrayEquals(new long[] {1, 0}, Nd.scalar(DType.int32, 5).argwhere().shape());
    assertArrayEquals(new long[] {0, 0}, Nd.scalar(DType.int32, 0).argwhere().shape());
  }

  @Test
  void messagesSayWhatIsWrong() {
    var a = counted(2, 3);
    assertEquals("index 6 is out of bounds for axis 0 with size 6; it must be from -6 to 5", message(() -> a.take(Nd.array(6))));
    assertEquals("positions must be integers but are float64; cast with astype(int64)", message(() -> a.put(Nd.array(1.0), 1)));
    assertEquals("no position is inside of axis 0 with size 0; there must be no positions, but they have shape (1,)",
        message(() -> Nd.zeros(0).take(Nd.array(1), Bounds.WRAP)));
    assertEquals("positions of shape (2,) along axis 1 of an array of shape (2, 3) have 1 axes; there must be 2",
        message(() -> a.takeAlongAxis(Nd.array(0, 1), 1)));
    assertEquals("cannot place values: there are 6 places but no value; there must be at least one",
        message(() -> a.place(Nd.ones(DType.bool, 2, 3), Nd.zeros(0))));
    assertEquals("putmask needs a mask of as many elements as the array: shapes are (2,) and (2, 3)",
        message(() -> a.putmask(Nd.array(true, true), Nd.zeros(1))));
    assertEquals("cannot fill the diagonal of an array of shape (2, 3, 3): axis 1 has 3; with more than 2 axes, all sizes must be the same",
        message(() -> counted(2, 3, 3).fillDiagonal(0)));
    assertEquals("a choice from -1 to 2 is out of bounds for 2 arrays; it must be from 0 to 1",
        message(() -> Nd.array(-1, 2).choose(Nd.array(1), Nd.array(2))));
    assertEquals("cannot select by 0 conditions from 0 arrays; there must be as many of both, and at least one",
        message(() -> Nd.select(new NDArray[0], new NDArray[0])));
    assertEquals("position 6 is out of bounds for the 6 elements of shape (2, 3); it must be from 0 to 5",
        message(() -> Nd.unravelIndex(Nd.array(6), 2, 3)));
    assertEquals("position 3 is out of bounds for axis 1 with size 3; it must be from 0 to 2",
        message(() -> Nd.ravelMultiIndex(new NDArray[] {Nd.array(1), Nd.array(3)}, 2, 3)));
    assertEquals("positions counted in order K; it must be C or F", message(() -> Nd.array(1).unravelIndex(Order.K, 2, 3)));
    assertEquals("1 bounds for shape (2, 3); there must be 2",
        message(() -> Nd.ravelMultiIndex(new NDArray[] {Nd.array(1), Nd.array(2)}, new Bounds[] {Bounds.CLIP}, Order.F, 2, 3)));
    assertEquals("positions 1 of a grid have shape (2, 3); there must be one axis", message(() -> Nd.ix(Nd.array(1), a)));
    assertEquals("the arrays of the index [[0, 1], [0, 1, 2]] do not go together: cannot broadcast (2,) with (3,): axis 0 has 2 and 3; "
        + "sizes must match or be 1", message(() -> a.get("[0, 1], [0, 1, 2]")));
    assertEquals("cannot broadcast (3,) to (2,); counted from the last axis, sizes must match or be 1",
        message(() -> a.assign(Nd.zeros(3), "0, [0, 1]")));
    assertEquals("a condition of shape (2, 3) cannot compress; it must have 1 axis", message(() -> a.compress(a, 0)));
    assertEquals("the array of shape (2, 3) is read-only; write to a copy()", message(() -> a.asReadOnly().put(Nd.array(0), 1)));
    assertEquals(counted(2, 3).toString(), a.toString());
  }

  private static String message(org.junit.jupiter.api.function.Executable code) {
    return assertThrows(RuntimeException.class, code).getMessage();
  }

  @Test
  void whatIsWrongFarBehindLeavesAllAsItWas() {
    long n = 2L * Places.LONG_CHUNK;
    var positions = Nd.arange(n);
    var a = Nd.zeros(DType.int32, n);
    positions.setLong(n, n - 1);
    assertThrows(IndexOutOfBoundsException.class, () -> a.assign(1, positions));
    assertThrows(IndexOutOfBoundsException.class, () -> a.put(positions, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> a.putAlongAxis(positions, Nd.array(1), 0));
    assertEquals(0, a.sum().getLong());
  }

  @Test
  void theLastOfSeveralValuesStaysInLargeArrays() {
    var random = new Random(1);
    int n = 21 * Places.CHUNK;
    long[] positions = random.ints(n, 0, 1000).asLongStream().toArray();
    long[] expected = new long[1000];
    for (int i = 0; i < n; i++) {
      expected[(int) positions[i]] = i;
    }
    assertArrayEquals(expected, Nd.zeros(DType.int64, 1000).assign(Nd.arange(n), Nd.array(positions)).toLongArray());
    assertArrayEquals(expected, Nd.zeros(DType.int64, 1000).put(Nd.array(positions), Nd.arange(n)).toLongArray());
  }

  @Test
  void valuesAndPositionsMayLieInTheTarget() {
    var a = counted(6);
    a.assign(a.get("::-1"), Nd.array(0, 1, 2, 3, 4, 5));
    assertEquals("[5 4 3 2 1 0]", a.toString());
    a.assign(-1, a);
    assertEquals("[-1 -1 -1 -1 -1 -1]", a.toString());
    var b = counted(5);
    b.assign(b.get("1:"), b.get("0:4"));
    assertEquals("[1 2 3 4 4]", b.toString());
    var c = Nd.array(1L, 2L, 0L);
    assertEquals("[0 1 2]", c.assign(Nd.array(1, 2, 0), c).toString());
    var m = Nd.array(true, false, true, false);
    m.assign(Nd.array(false, true), m);
    assertEquals("[False False  True False]", m.toString());
  }

  @Provide
  Arbitrary<DType> dtypes() {
    return Arbitraries.of(DType.values());
  }

  /** What is taken at positions and written back at them leaves the array as it was. */
  @Property(tries = 200)
  void writingBackChangesNothing(@ForAll("dtypes") DType dtype, @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 40) int columns, @ForAll long seed) {
    var random = new Random(seed);
    for (var a : Layouts.of(counted(rows, columns).astype(dtype)).values()) {
      String before = a.toString();
      var i = Nd.array(random.ints(7, -rows, rows).toArray());
      var j = Nd.array(random.ints(14, -columns, columns).toArray()).reshape(2, 7);
      assertEquals(before, a.assign(a.get(i, j), i, j).toString());
      assertEquals(before, a.assign(a.get(Index.all(), Index.at(j)), Index.all(), Index.at(j)).toString());
      assertEquals(before, a.assign(a.get(Index.at(i), Index.all().by(-2)), Index.at(i), Index.all().by(-2)).toString());
      var mask = a.greater(1);
      assertEquals(before, a.assign(a.get(mask), mask).toString());
      var order = Nd.array(random.ints((long) rows * columns, 0, columns).toArray()).reshape(rows, columns);
      assertEquals(before, a.putAlongAxis(order, a.takeAlongAxis(order, 1), 1).toString());
      assertEquals(a.get(i, j).toString(), a.ravel().take(Nd.ravelMultiIndex(new NDArray[] {i, j}, Bounds.WRAP, rows, columns)).toString());
      assertEquals(a.get(mask).toString(), a.get(mask.nonzero()).toString());
      assertEquals(a.get(i).get(Index.all(), Index.at(j)).toString(), a.get(Nd.ix(i, Nd.arange(columns))).get(Index.all(), Index.at(j)).toString());
    }
  }

  /** Long blocks, long loops around few places and many chunks: each its own way through it. */
  @Property(tries = 100)
  void everyWayOfMovingMovesTheSame(@ForAll("dtypes") DType dtype, @ForAll @IntRange(min = 1, max = 24) int planes,
      @ForAll @IntRange(min = 1, max = 70) int rows, @ForAll @IntRange(min = 1, max = 70) int columns, @ForAll @IntRange(max = 2) int axis,
      @ForAll @IntRange(max = 30) int count, @ForAll long seed) {
    long[] shape = {planes, rows, columns};
    long[] all = Nd.arange(Shapes.size(shape)).astype(dtype).astype(DType.int64).toLongArray();
    long[] positions = new Random(seed).longs(count, -shape[axis], shape[axis]).toArray();
    long[] taken = shape.clone();
    taken[axis] = count;
    long[] expected = new long[(int) Shapes.size(taken)];
    for (int at = 0; at < expected.length; at++) {
      long[] p = {at / (taken[1] * taken[2]), at / taken[2] % taken[1], at % taken[2]};
      p[axis] = Math.floorMod(positions[(int) p[axis]], shape[axis]);
      expected[at] = all[(int) ((p[0] * shape[1] + p[1]) * shape[2] + p[2])];
    }
    for (var layout : Layouts.of(Nd.array(all).astype(dtype).reshape(shape)).entrySet()) {
      assertArrayEquals(expected, layout.getValue().take(Nd.array(positions), axis).astype(DType.int64).toLongArray(), layout.getKey());
      var back = Nd.zeros(dtype, shape);
      var index = new Index[] {Index.all(), Index.all(), Index.all()};
      index[axis] = Index.at(Nd.array(positions));
      back.assign(layout.getValue().get(index), index);
      assertArrayEquals(expected, back.get(index).astype(DType.int64).toLongArray(), layout.getKey());
    }
  }
}
