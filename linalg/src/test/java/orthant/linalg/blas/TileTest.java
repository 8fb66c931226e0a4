package orthant.linalg.blas;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.util.Random;
import orthant.DType;
import orthant.memory.Raw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every tile of every width gives the bits of the scalar one, and touches nothing outside of its result. */
class TileTest {
  private static final int K = 5;

  @ParameterizedTest
  @EnumSource(value = DType.class, names = {"int32", "int64", "float32", "float64"})
  void allFormsHaveTheSameBits(DType dtype) {
    int item = dtype.size();
    for (int bits : new int[] {128, 256, 512}) {
      int lanes = bits / 8 / item;
      for (int rows = 1; rows <= 6; rows++) {
        for (int columns = 1; columns <= 2 * lanes; columns++) {
          check(dtype, lanes, rows, columns);
        }
      }
    }
  }

  private static void check(DType dtype, int lanes, int rows, int columns) {
    int item = dtype.size();
    int width = columns + 1;
    try (var arena = Arena.ofConfined()) {
      long a = arena.allocate((long) rows * K * item + 1).address() + 1;
      long b = arena.allocate((long) K * width * item + 1).address() + 1;
      long expected = arena.allocate((long) (rows + 1) * width * item).address();
      long actual = arena.allocate((long) (rows + 1) * width * item).address();
      var random = new Random(rows * 100L + columns);
      fill(dtype, random, a, rows * K);
      fill(dtype, random, b, K * width);
      fill(dtype, random, expected, (rows + 1) * width);
      Raw.copy(expected, actual, (long) (rows + 1) * width * item);
      int vectors = (columns + lanes - 1) / lanes;
      var tile = TileEmitter.emit(dtype, lanes, rows, vectors, columns % lanes != 0);
      var one = TileEmitter.emit(dtype, 1, 1, 1, false);
      for (boolean add : new boolean[] {false, true, true}) {
        tile.run(K, a, (long) K * item, item, b, (long) width * item, actual, (long) width * item, columns % lanes, add);
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            one.run(K, a + (long) i * K * item, 0, item, b + (long) j * item, (long) width * item,
                expected + ((long) i * width + j) * item, 0, 0, add);
          }
        }
        for (int i = 0; i < (rows + 1) * width * item; i++) {
          assertEquals(Raw.getByte(expected + i), Raw.getByte(actual + i), dtype + " " + lanes + " lanes, " + rows + " by " + columns
              + ", byte " + i);
        }
      }
    }
  }

  private static void fill(DType dtype, Random random, long address, int count) {
    for (int i = 0; i < count; i++) {
      switch (dtype) {
        case float64 -> Raw.setDouble(address + i * 8L, random.nextGaussian());
        case float32 -> Raw.setFloat(address + i * 4L, (float) random.nextGaussian());
        case int64 -> Raw.setLong(address + i * 8L, random.nextLong());
        default -> Raw.setInt(address + i * 4L, random.nextInt());
      }
    }
  }
}
