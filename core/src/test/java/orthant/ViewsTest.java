package orthant;

import static orthant.GoldenText.counted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import orthant.kernel.Access;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void stridedViewsStayInsideOfTheirBase() {
    var a = counted(2, 3);
    assertEquals("[[0 1 2]\n [1 2 3]\n [2 3 4]\n [3 4 5]]", a.asStrided(new long[] {4, 3}, new long[] {8, 8}).toString());
    assertEquals("[5 3 1]", a.flip().asStrided(new long[] {3}, new long[] {-16}).toString());
    assertArrayEquals(new long[] {0, 7}, a.asStrided(new long[] {0, 7}, new long[] {1 << 20, 1 << 20}).shape());
    assertEquals("a view with shape (7,) and strides (8,) has the bytes from 0 to 56; it must stay inside of those that the array of "
        + "shape (2, 3), strides (24, 8) spans, from 0 to 48",
        assertThrows(IndexOutOfBoundsException.class, () -> a.asStrided(new long[] {7}, new long[] {8})).getMessage());
    for (long stride : new long[] {-1, 9, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE / 5 + 1}) {
      assertThrows(IndexOutOfBoundsException.class, () -> a.asStrided(new long[] {6}, new long[] {stride}), Long.toString(stride));
    }
    assertThrows(IndexOutOfBoundsException.class, () -> a.get("0, 1:").asStrided(new long[] {3}, new long[] {8}));
    assertThrows(IndexOutOfBoundsException.class, () -> Nd.zeros(0).asStrided(new long[] {1}, new long[] {0}));
    assertThrows(IllegalArgumentException.class, () -> a.asStrided(new long[] {1, 2}, new long[] {0}));
    assertThrows(IllegalArgumentException.class, () -> a.asStrided(new long[] {-1}, new long[] {0}));
  }

  @Test
  void viewsWhoseElementsOverlapAreReadOnly() {
    var a = counted(2, 3);
    assertTrue(a.asStrided(new long[] {2, 2}, new long[] {8, 8}).isReadOnly());
    assertTrue(a.asStrided(new long[] {2}, new long[] {4}).isReadOnly());
    assertTrue(a.asStrided(new long[] {2}, new long[] {0}).isReadOnly());
    assertFalse(a.asStrided(new long[] {3, 2}, new long[] {8, 24}).isReadOnly());
    // 0, 16, 32 and 24 apart never meet, though the second axis is shorter than the first is long.
    assertFalse(counted(10).asStrided(new long[] {3, 2}, new long[] {16, 24}).isReadOnly());
    assertTrue(counted(4).slidingWindowView(2).isReadOnly());
    assertTrue(counted(4).broadcastTo(2, 4).isReadOnly());
  }

  @Test
  void windowsSlide() {
    assertEquals("[[0 1 2]\n [1 2 3]]", counted(4).slidingWindowView(3).toString());
    assertArrayEquals(new long[] {2, 2, 2, 3}, counted(3, 4).slidingWindowView(2, 3).shape());
    assertEquals("[[4 5]\n [8 9]]", counted(3, 4).slidingWindowView(2, 2).get("1, 0").toString());
    assertEquals("a window of size 5 does not slide along axis 0 with size 4; it must be from 0 to 4",
        assertThrows(IllegalArgumentException.class, () -> counted(4).slidingWindowView(5)).getMessage());
    assertEquals("a window of shape (2,) slides along 2 axes of an array of shape (3, 4); there must be a size for each",
        assertThrows(IllegalArgumentException.class, () -> counted(3, 4).slidingWindowView(2)).getMessage());
  }

  @Test
  void diagonalsAreViews() {
    var a = counted(2, 3, 4);
    assertTrue(a.diagonal(1, -1, 0).sharesMemory(a));
    for (long offset : new long[] {Long.MIN_VALUE, -7, 7, Long.MAX_VALUE}) {
      assertArrayEquals(new long[] {4, 0}, a.diagonal(offset, 0, 1).shape());
    }
    assertThrows(IllegalArgumentException.class, () -> a.diagonal(0, 1, -2));
    assertThrows(IllegalArgumentException.class, () -> counted(3).diagonal(0, 0, 1));
  }

  @Test
  void readOnlyViewsSeeWritesAndRefuseThem() {
    var a = counted(3);
    var view = a.asReadOnly();
    a.set(7, 0);
    assertEquals("[7 1 2]", view.toString());
    assertTrue(view.sharesMemory(a));
    assertSame(view, view.asReadOnly());
    for (var part : new NDArray[] {view, view.get("1:"), view.reshape(3, 1), view.flip(), view.T()}) {
      assertThrows(UnsupportedOperationException.class, () -> part.assign(0));
      assertThrows(UnsupportedOperationException.class, () -> part.assign(0, Index.ellipsis()));
      assertThrows(UnsupportedOperationException.class, () -> part.set(0, new long[part.ndim()]));
    }
    assertFalse(view.copy().isReadOnly());
    assertEquals("[7 1 2]", a.toString());
  }

  @Test
  void aViewKeepsItsBaseAlive() {
    var a = Nd.zeros(1 << 20);
    assertTrue(a.get("5").baseBytes() >= 8 << 20);
    assertTrue(a.get("[5]").baseBytes() < 1 << 20);
    assertTrue(a.get("5").copy().baseBytes() < 1 << 20);
  }

  @Test
  void sharedMemoryOfEverydayViews() {
    var a = counted(10, 10);
    assertTrue(a.sharesMemory(a));
    assertTrue(a.sharesMemory(a.T()));
    assertTrue(Nd.sharesMemory(a, a.get("3, ::2")));
    assertFalse(a.get("..., ::2").sharesMemory(a.get("..., 1::2")));
    assertTrue(a.get("..., ::2").mayShareMemory(a.get("..., 1::2")));
    assertFalse(a.get(":5").mayShareMemory(a.get("5:")));
    assertFalse(a.sharesMemory(a.copy()));
    assertFalse(a.sharesMemory(a.get("0:0")));
    assertTrue(a.get("::3, ::7").sharesMemory(a.get("::2, ::-1")));
    var big = Nd.zeros(DType.bool, 1000, 1000, 10);
    assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(5),
        () -> big.get("::2, ::3, ::3").sharesMemory(big.get("1::2, ::-5, ::-7"))));
  }

  private static Set<Long> bytes(NDArray a) {
    var door = Access.door();
    var bytes = new HashSet<Long>();
    long[] index = new long[a.ndim()];
    for (long k = 0; k < a.size(); k++) {
      long rest = k;
      for (int i = index.length - 1; i >= 0; i--) {
        index[i] = rest % a.shape(i);
        rest /= a.shape(i);
      }
      for (int b = 0; b < a.dtype().size(); b++) {
        bytes.add(door.address(a) + door.layout(a).offset(index) + b);
      }
    }
    return bytes;
  }

  private static NDArray random(NDArray base, DType dtype, Random random) {
    int ndim = random.nextInt(4);
    long[] shape = new long[ndim];
    long[] strides = new long[ndim];
    for (int i = 0; i < ndim; i++) {
      shape[i] = random.nextInt(9) == 0 ? 0 : 1 + random.nextInt(4);
      strides[i] = random.nextInt(25) - 12;
      strides[i] *= random.nextBoolean() ? dtype.size() : 1;
    }
    var door = Access.door();
    var layout = orthant.layout.Layout.of(shape, strides);
    return door.wrap(dtype, layout, door.storage(base), door.address(base) + 700 + random.nextInt(40), false);
  }

  @Property(tries = 3000)
  void sharesExactlyWhenBytesAreCommon(@ForAll long seed) {
    var random = new Random(seed);
    var types = DType.values();
    var base = Nd.zeros(DType.bool, 2000);
    var a = random(base, types[random.nextInt(types.length)], random);
    var b = random(base, types[random.nextInt(types.length)], random);
    var common = bytes(a);
    common.retainAll(bytes(b));
    assertEquals(!common.isEmpty(), a.sharesMemory(b), () -> Views.layout(a) + " and " + Views.layout(b));
    assertTrue(a.mayShareMemory(b) || common.isEmpty());
    var layout = Views.layout(a);
    assertEquals(bytes(a).size() < a.size() * a.dtype().size(), orthant.layout.Reach.overlapsItself(layout, a.dtype().size()), layout::toString);
  }

  @Test
  void releasedMemoryIsNotTouched() {
    NDArray a;
    NDArray positions;
    NDArray mask;
    try (var _ = Scope.open()) {
      a = counted(4);
      positions = Nd.array(0L, 1L);
      mask = Nd.array(true, false, true, false);
    }
    var b = counted(4);
    assertThrows(IllegalStateException.class, () -> a.get("[0]"));
    assertThrows(IllegalStateException.class, () -> a.assign(1, Index.positions(0)));
    for (var index : new NDArray[] {positions, mask}) {
      assertThrows(IllegalStateException.class, () -> b.get(index));
      assertThrows(IllegalStateException.class, () -> b.assign(1, index));
    }
    assertThrows(IllegalStateException.class, () -> b.take(positions, Bounds.CLIP));
    assertThrows(IllegalStateException.class, () -> b.assign(a, Index.at(Nd.array(3, 2, 1, 0))));
    assertThrows(IllegalStateException.class, () -> mask.nonzero());
    assertThrows(IllegalStateException.class, () -> Nd.unravelIndex(positions, 4));
    assertEquals("[0 1 2 3]", b.toString());
  }
}
