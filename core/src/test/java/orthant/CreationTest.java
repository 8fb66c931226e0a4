package orthant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.Test;

class CreationTest {
  @Test
  void rangesHaveNumPysBits() {
    for (String[] row : GoldenText.rows("ranges.txt")) {
      double[] x = GoldenText.doubles(row[2]);
      var dtype = DType.valueOf(row[1]);
      var a = row[0].equals("arange") ? Nd.arange(dtype, x[0], x[1], x[2]) : Nd.linspace(dtype, x[0], x[1], (long) x[2], x[3] != 0);
      String name = String.join(";", row);
      assertEquals(dtype, a.dtype(), name);
      if (dtype.isFloat()) {
        assertArrayEquals(GoldenText.doubles(row[3]), a.toDoubleArray(), name);
      } else {
        assertArrayEquals(GoldenText.longs(row[3]), a.toLongArray(), name);
      }
    }
  }

  @Test
  void integerRanges() {
    assertEquals(DType.int64, Nd.arange(5).dtype());
    assertArrayEquals(new long[] {0, 1, 2, 3, 4}, Nd.arange(5).toLongArray());
    assertArrayEquals(new long[] {2, 5, 8}, Nd.arange(2, 9, 3).toLongArray());
    assertArrayEquals(new long[] {9, 6, 3}, Nd.arange(9, 2, -3).toLongArray());
    assertEquals(0, Nd.arange(5, 5).size());
    assertEquals(0, Nd.arange(-5).size());
    assertArrayEquals(new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE - 1},
        Nd.arange(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE).toLongArray());
    assertArrayEquals(new long[] {Long.MAX_VALUE, -1}, Nd.arange(Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE).toLongArray());
    assertEquals("arange from 1 to 2 cannot have step 0; it must not be 0",
        assertThrows(IllegalArgumentException.class, () -> Nd.arange(1, 2, 0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Nd.arange(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Nd.arange(0, Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> Nd.arange(DType.bool, 3));
    assertArrayEquals(new boolean[] {false, true}, Nd.arange(DType.bool, 2).toBooleanArray());
    assertThrows(IllegalArgumentException.class, () -> Nd.linspace(0, 1, -1));
  }

  @Test
  void filledArrays() {
    for (var dtype : DType.values()) {
      assertArrayEquals(new double[6], Nd.zeros(dtype, 2, 3).toDoubleArray());
      assertArrayEquals(new double[] {1, 1, 1}, Nd.ones(dtype, 3).toDoubleArray());
      assertEquals(dtype, Nd.onesLike(Nd.zeros(dtype, 2)).dtype());
      assertArrayEquals(new double[] {1, 0, 0, 1}, Nd.eye(dtype, 2).toDoubleArray());
    }
    assertArrayEquals(new double[] {2.5, 2.5}, Nd.full(DType.float64, 2.5, 2).toDoubleArray());
    assertArrayEquals(new long[] {2, 2}, Nd.full(DType.int64, 2.5, 2).toLongArray());
    assertArrayEquals(new long[] {Long.MAX_VALUE}, Nd.full(DType.int64, Long.MAX_VALUE, 1).toLongArray());
    assertArrayEquals(new long[] {3, 3}, Nd.fullLike(Nd.arange(2), 3).toLongArray());
    assertArrayEquals(new double[] {0, 1, 0, 0, 0, 1}, Nd.eye(DType.float64, 2, 3, 1).toDoubleArray());
    assertArrayEquals(new double[] {0, 0, 1, 0, 0, 1}, Nd.eye(DType.float64, 3, 2, -1).toDoubleArray());
    assertArrayEquals(new double[4], Nd.eye(DType.float64, 2, 2, 5).toDoubleArray());
    assertEquals(DType.float64, Nd.zeros(2, 2).dtype());
    assertThrows(IllegalArgumentException.class, () -> Nd.zeros(-1));
    assertThrows(IllegalArgumentException.class, () -> Nd.zeros(1L << 40, 1L << 40));
  }

  @Test
  void javaArraysAreCopied() {
    double[] own = {1, 2};
    var a = Nd.array(own);
    own[0] = 9;
    assertArrayEquals(new double[] {1, 2}, a.toDoubleArray());
    assertEquals(DType.float32, Nd.array(1f, 2f).dtype());
    assertEquals(DType.int32, Nd.array(1, 2).dtype());
    assertEquals(DType.int64, Nd.array(1L, 2L).dtype());
    assertEquals(DType.bool, Nd.array(true, false).dtype());
    var deep = Nd.array(new int[][][][] {{{{1, 2}}, {{3, 4}}, {{5, 6}}}});
    assertArrayEquals(new long[] {1, 3, 1, 2}, deep.shape());
    assertArrayEquals(new int[] {1, 2, 3, 4, 5, 6}, deep.toIntArray());
    assertArrayEquals(new long[] {2, 0}, Nd.array(new float[2][0]).shape());
    assertArrayEquals(new long[] {0, 0}, Nd.array(new boolean[0][]).shape());
    assertArrayEquals(new boolean[] {true, false, false, true}, Nd.array(new boolean[][] {{true, false}, {false, true}}).toBooleanArray());
    assertArrayEquals(new float[] {1.5f, -2}, Nd.array(new float[][] {{1.5f}, {-2}}).toFloatArray());
  }

  @Test
  void asarraySharesTheSegment() {
    NDArray late;
    try (var arena = Arena.ofConfined()) {
      var segment = arena.allocateFrom(ValueLayout.JAVA_FLOAT, 1, 2, 3, 4);
      var a = Nd.asarray(segment, DType.float32, 2, 2);
      segment.setAtIndex(ValueLayout.JAVA_FLOAT, 3, 9);
      a.set(7, 0, 1);
      assertArrayEquals(new float[] {1, 7, 3, 9}, a.toFloatArray());
      assertEquals(7, segment.getAtIndex(ValueLayout.JAVA_FLOAT, 1));
      assertArrayEquals(new float[] {7, 3}, Nd.asarray(segment.asSlice(4), DType.float32, 2).toFloatArray());
      assertEquals(1.0, Nd.asarray(segment, DType.float32).getDouble());
      assertThrows(UnsupportedOperationException.class, () -> Nd.asarray(segment.asReadOnly(), DType.float32, 4).set(1, 0));
      assertEquals("an array of shape (5,) and type float32 needs 20 bytes but the segment has 16; it must have at least as many",
          assertThrows(IllegalArgumentException.class, () -> Nd.asarray(segment, DType.float32, 5)).getMessage());
      assertThrows(IllegalArgumentException.class, () -> Nd.asarray(segment.asSlice(1), DType.float32, 1));
      late = a;
    }
    assertThrows(IllegalStateException.class, () -> late.getDouble(0, 0));
    assertThrows(IllegalStateException.class, late::sum);
    assertThrows(IllegalStateException.class, late::toString);
    assertThrows(IllegalStateException.class, late::toFloatArray);
    assertThrows(IllegalStateException.class, () -> late.get(Nd.ones(DType.bool, 2)));
    assertThrows(IllegalArgumentException.class, () -> Nd.asarray(MemorySegment.ofArray(new double[2]), DType.float64, 2));
  }

  @Test
  void raggedAndForeignJavaArraysAreRefused() {
    assertEquals("the Java array is ragged: element [1] has length 1 where the first of its level has 2;"
            + " rows of one level must have the same length",
        assertThrows(IllegalArgumentException.class, () -> Nd.array(new double[][] {{1, 2}, {3}})).getMessage());
    assertEquals("the Java array is ragged: element [1][0] is null where the first of its level has 1;"
            + " rows of one level must have the same length",
        assertThrows(IllegalArgumentException.class, () -> Nd.array(new long[][][] {{{1}}, {null}})).getMessage());
    assertEquals("cannot make an array from String[]; the elements must be double, float, long, int, short, byte or boolean",
        assertThrows(IllegalArgumentException.class, () -> Nd.array(new String[] {"1"})).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Nd.array(new Object[] {new double[] {1}}));
  }
}
