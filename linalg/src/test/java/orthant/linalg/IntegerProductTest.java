package orthant.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import orthant.DType;
import orthant.NDArray;

class IntegerProductTest {
  @Property(tries = 200)
  void integersWrapAroundInAllLayouts(
      @ForAll @IntRange(min = 1, max = 40) int m, @ForAll @IntRange(min = 1, max = 40) int n, @ForAll @IntRange(min = 1, max = 600) int k,
      @ForAll @IntRange(min = 0, max = 7) int left, @ForAll @IntRange(min = 0, max = 7) int right, @ForAll long seed) {
    var random = new Random(seed);
    for (var dtype : new DType[] {DType.int32, DType.int64}) {
      var a = Layouts.arrange(Layouts.ALL.get(left), dtype, new double[m][k]);
      var b = Layouts.arrange(Layouts.ALL.get(right), dtype, new double[k][n]);
      for (var array : new NDArray[] {a, b}) {
        for (long i = 0; i < array.shape(0); i++) {
          for (long j = 0; j < array.shape(1); j++) {
            array.setLong(random.nextLong(), i, j);
          }
        }
      }
      var c = Linalg.matmul(a, b);
      assertEquals(dtype, c.dtype());
      for (int test = 0; test < 20; test++) {
        int i = random.nextInt(m);
        int j = random.nextInt(n);
        long sum = 0;
        for (int p = 0; p < k; p++) {
          sum += a.getLong(i, p) * b.getLong(p, j);
        }
        assertEquals(dtype == DType.int32 ? (int) sum : sum, c.getLong(i, j));
      }
    }
  }
}
