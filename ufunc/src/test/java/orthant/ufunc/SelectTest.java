package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.memory.Raw;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The loops that pick what is true in a mask, of every engine, against a list made one by one. */
class SelectTest {
  private static final byte UNTOUCHED = 0x5a;
  private static final int BEHIND = 64;

  @TestFactory
  Stream<DynamicTest> elementsAndPositionsAreThoseOfTheTrueMasks() {
    return LayoutsTest.ENGINES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      for (int item : new int[] {1, 2, 4, 8}) {
        for (int gap : new int[] {1, 3}) {
          check(e.getKey() + ", " + item + " bytes", e.getValue().select(item), item, gap * item, item);
        }
      }
      check(e.getKey() + ", positions", e.getValue().positions(), 0, 1, 8);
    }));
  }

  /** Masks of all lengths up to some vectors and a rest, sparse to full, any byte but 0 being true; room for all or for fewer. */
  private static void check(String what, Kernel kernel, int item, int step, int bytes) {
    var random = new SplittableRandom(3);
    for (int n = 0; n < 150; n++) {
      var mask = Nd.zeros(DType.uint8, n + 1);
      var from = Nd.array(random.longs(3L * n + 8).toArray()).view(DType.uint8);
      List<Integer> picked = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        if (random.nextInt(8) < n % 9) {
          mask.set(1 + random.nextInt(255), i);
          picked.add(i);
        }
      }
      for (int room : new int[] {picked.size(), Math.max(0, picked.size() - 3)}) {
        var out = Nd.full(DType.uint8, UNTOUCHED, (long) room * bytes + BEHIND);
        var next = Nd.zeros(DType.int64, 1);
        long to = address(out);
        kernel.run(new long[] {address(mask), n, item == 0 ? 1000 : address(from), step, to, to + (long) room * bytes, address(next)});
        assertEquals(to + (long) room * bytes, next.getLong(0), what + ", n = " + n + ": where the next would go");
        for (int k = 0; k < room; k++) {
          for (int b = 0; b < bytes; b++) {
            int place = picked.get(k);
            int want = (int) (item == 0 ? 1000L + place >>> 8 * b : Raw.getByte(address(from) + (long) place * step + b)) & 0xff;
            assertEquals(want, Raw.getByte(to + (long) k * bytes + b) & 0xff, what + ", n = " + n + ", element " + k + ", byte " + b);
          }
        }
        for (int b = 0; b < BEHIND; b++) {
          assertEquals(UNTOUCHED, Raw.getByte(to + (long) room * bytes + b), what + ", n = " + n + ": behind the room");
        }
      }
    }
  }

  private static long address(NDArray a) {
    return Access.door().address(a);
  }
}
