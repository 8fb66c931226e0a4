package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Fold;
import orthant.plan.Folds;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No loop touches a byte behind the last element of an operand, not even to ignore it. The operands end where a page ends
 * that is followed by pages whose file has been cut off: touching those is an error that Java reports.
 */
class EdgeOfMemoryTest {
  private static final int PAGE = 65_536;
  private static final Arena ARENA = Arena.ofShared();
  private static MemorySegment[] pages;
  @TempDir
  private static Path folder;

  @BeforeAll
  static void map() throws IOException {
    pages = new MemorySegment[3];
    for (int i = 0; i < pages.length; i++) {
      try (FileChannel file = FileChannel.open(
          folder.resolve("pages" + i), StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        pages[i] = file.map(FileChannel.MapMode.READ_WRITE, 0, 2 * PAGE, ARENA);
        file.truncate(PAGE);
      }
    }
  }

  @AfterAll
  static void unmap() throws IOException {
    ARENA.close();
    for (int i = 0; i < pages.length; i++) {
      Files.deleteIfExists(folder.resolve("pages" + i));
    }
  }

  /** So many elements, {@code apart} from each other, the last one ending where the memory ends. */
  private static NDArray edge(int page, DType type, int n, int apart) {
    int span = (n - 1) * apart + 1;
    NDArray whole = Nd.asarray(pages[page].asSlice(PAGE - (long) span * type.size(), (long) span * type.size()), type, span);
    return whole.get("::" + apart);
  }

  private static NDArray filled(int page, DType type, int n, int apart, SplittableRandom random) {
    return edge(page, type, n, apart).assign(Samples.contiguous(type, random, n));
  }

  @Test
  void theEdgeIsReal() {
    pages[0].set(ValueLayout.JAVA_BYTE, PAGE - 1, (byte) 5);
    assertEquals(5, pages[0].get(ValueLayout.JAVA_BYTE, PAGE - 1));
    assertThrows(InternalError.class, () -> pages[0].get(ValueLayout.JAVA_BYTE, PAGE));
  }

  @Test
  void elementwise() {
    for (Op op : List.of(Ops.ADD, Ops.LESS, Ops.SQRT, Ops.COPY, Ops.LOGICAL_AND, Ops.WHERE)) {
      for (DType type : DType.values()) {
        for (int apart = 1; apart <= 5; apart++) {
          for (int n = 1; n < 70; n += n < 20 ? 1 : 7) {
            SplittableRandom random = new SplittableRandom(n);
            NDArray[] operands = new NDArray[op.arity()];
            for (int i = 0; i < operands.length; i++) {
              operands[i] = filled(i, op == Ops.WHERE && i == 0 ? DType.bool : type, n, apart, random);
            }
            NDArray expected = LayoutsTest.REFERENCE.call(() -> LayoutsTest.apply(op, operands));
            String what = op + " of " + n + " " + type + ", every " + apart;
            LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(name + ": " + what, expected,
                engine.call(() -> LayoutsTest.apply(op, operands))));
          }
        }
      }
    }
  }

  @Test
  void outputs() {
    for (DType type : DType.values()) {
      for (int apart = 1; apart <= 3; apart++) {
        for (int n = 1; n < 70; n++) {
          NDArray x = Samples.contiguous(type, new SplittableRandom(n), n);
          NDArray expected = LayoutsTest.REFERENCE.call(() -> x.add(x));
          NDArray truths = LayoutsTest.REFERENCE.call(() -> x.notEqual(x));
          NDArray out = edge(0, type, n, apart);
          NDArray mask = edge(1, DType.bool, n, apart);
          LayoutsTest.ENGINES.forEach((name, engine) -> {
            Samples.assertSame(name, expected, engine.call(() -> Ufuncs.add.into(out).apply(x, x)));
            Samples.assertSame(name, truths, engine.call(() -> Ufuncs.notEqual.into(mask).apply(x, x)));
          });
        }
      }
    }
  }

  @Test
  void reductions() {
    for (Fold fold : List.of(Folds.SUM, Folds.MAX, Folds.ANY, Folds.ARG_MIN)) {
      for (DType type : DType.values()) {
        for (int apart = 1; apart <= 3; apart++) {
          for (int n : new int[] {1, 2, 3, 7, 8, 9, 15, 16, 17, 31, 33, 63, 64, 65, 127, 128, 129, 130, 200, 257, 1000}) {
            NDArray x = filled(0, type, n, apart, new SplittableRandom(n));
            NDArray rows = n % 5 == 0 ? x.reshape(5, n / 5) : x.reshape(n, 1);
            for (Axes axes : List.of(Axes.axes(0), Axes.axes(1))) {
              NDArray expected = LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, rows, axes));
              LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(
                  name + ": " + fold + " of " + type + Arrays.toString(rows.shape()) + axes, expected,
                  engine.call(() -> Engine.reduce(fold, rows, axes))));
            }
            NDArray expected = LayoutsTest.REFERENCE.call(() -> Engine.reduce(fold, x, Axes.ALL));
            LayoutsTest.ENGINES.forEach((name, engine) -> Samples.assertSame(
                name + ": " + fold, expected, engine.call(() -> Engine.reduce(fold, x, Axes.ALL))));
          }
        }
      }
    }
  }
}
