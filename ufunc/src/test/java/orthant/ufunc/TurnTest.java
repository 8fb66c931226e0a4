package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.memory.Raw;
import orthant.plan.Engine;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The loops that make rows of columns, of every engine, against a copy byte by byte. */
class TurnTest {
  private static final byte UNTOUCHED = 0x5a;

  @TestFactory
  Stream<DynamicTest> everyElementGoesToItsPlaceAndNoOtherIsTouched() {
    return LayoutsTest.ENGINES.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
      var random = new SplittableRandom(11);
      for (int item : new int[] {1, 2, 4, 8, 16}) {
        Kernel kernel = e.getValue().kernels().turn(item);
        for (int rows = 0; rows < 36; rows++) {
          for (int columns = 0; columns < 36; columns += 1 + random.nextInt(3)) {
            check(e.getKey() + ", " + item + " bytes, " + rows + " x " + columns, kernel, random, item, rows, columns);
          }
        }
      }
    }));
  }

  private static void check(String what, Kernel kernel, SplittableRandom random, int item, int rows, int columns) {
    long sc = (rows + random.nextInt(3)) * (long) item;
    long dr = (columns + random.nextInt(3)) * (long) item;
    var in = Nd.array(random.longs(columns * sc / 8 + 2).toArray()).view(DType.uint8);
    var out = Nd.full(DType.uint8, UNTOUCHED, rows * dr + 64);
    var want = out.copy();
    kernel.run(new long[] {rows, columns, address(in), sc, address(out), dr});
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        for (int b = 0; b < item; b++) {
          Raw.setByte(address(want) + r * dr + c * item + b, Raw.getByte(address(in) + c * sc + r * item + b));
        }
      }
    }
    assertEquals(true, out.equal(want).all().getBoolean(), what);
  }

  /** Through the copy, with sizes that the stripes do not divide, and rows a page apart. */
  @Test
  void transposedCopiesAreTheirElements() {
    for (var engine : LayoutsTest.ENGINES.values()) {
      engine.call(() -> {
        for (var type : new DType[] {DType.int8, DType.float16, DType.float32, DType.float64, DType.complex128}) {
          for (long[] shape : new long[][] {{70, 1100}, {1100, 70}, {40, 512}, {3, 17, 45}}) {
            NDArray a = Nd.arange(shape[0] * shape[1] * (shape.length > 2 ? shape[2] : 1)).remainder(97L).astype(type).reshape(shape);
            assertEquals(true, a.T().copy().equal(a.T()).all().getBoolean(), type + " in " + engine.kernels().name());

          }
        }
        return null;
      });
    }
    assertEquals("compiled", Engine.current().kernels().name());
  }

  private static long address(NDArray a) {
    return Access.door().address(a);
  }
}
