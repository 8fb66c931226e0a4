package orthant;

import static orthant.GoldenText.counted;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import orthant.kernel.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ManipulationTest {
  private static boolean isView(NDArray a, NDArray base) {
    long distance = Access.door().address(a) - Access.door().address(base);
    return distance >= 0 && distance < base.size() * base.dtype().size();
  }

  @Test
  void reshapesAsNumPyDoes() {
    for (String[] row : GoldenText.rows("reshapes.txt")) {
      var a = counted(GoldenText.longs(row[0]));
      var part = row[1].equals("T") ? a.T() : a.get(row[1]);
      var shaped = part.reshape(GoldenText.longs(row[2]));
      String name = row[0] + " [" + row[1] + "] -> " + row[2];
      assertArrayEquals(GoldenText.longs(row[2]), shaped.shape(), name);
      assertArrayEquals(GoldenText.longs(row[4]), shaped.toLongArray(), name);
      assertEquals(row[3].equals("view"), isView(shaped, a), name);
    }
  }

  @Test
  void worksOutOneSize() {
    var a = counted(3, 4);
    assertArrayEquals(new long[] {2, 6}, a.reshape(2, -1).shape());
    assertArrayEquals(new long[] {12}, a.reshape(-1).shape());
    assertArrayEquals(new long[] {12}, a.ravel().shape());
    assertTrue(isView(a.ravel(), a));
    assertTrue(!isView(a.flatten(), a));
    assertArrayEquals(new long[] {0, 3}, counted(0, 5).reshape(-1, 3).shape());
    assertEquals(7, Nd.arange(7, 8).reshape().getLong());
    refused("cannot reshape 12 elements of shape (3, 4) into (5, 2): that shape has 10 elements; it must have 12", () -> a.reshape(5, 2));
    refused("cannot reshape 12 elements of shape (3, 4) into (5, -1): the known sizes multiply to 5, which must divide 12 and not be 0",
        () -> a.reshape(5, -1));
    refused("cannot reshape 12 elements of shape (3, 4) into (-1, -1): axes 0 and 1 are both -1; at most one may be",
        () -> a.reshape(-1, -1));
    refused("cannot reshape 12 elements of shape (3, 4) into (-3, -4): axis 0 has -3; sizes must be 0 or more,"
            + " or -1 for the one to work out",
        () -> a.reshape(-3, -4));
    refused("cannot reshape 0 elements of shape (0, 5) into (0, -1): the known sizes multiply to 0, which must divide 0 and not be 0",
        () -> counted(0, 5).reshape(0, -1));
  }

  private static void refused(String message, Executable code) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, code).getMessage());
  }

  @Test
  void movesAxes() {
    var a = counted(2, 3, 4);
    assertArrayEquals(new long[] {4, 3, 2}, a.T().shape());
    assertArrayEquals(new long[] {2, 4, 3}, a.mT().shape());
    assertArrayEquals(new long[] {4, 2, 3}, a.permuteDims(2, 0, 1).shape());
    assertArrayEquals(new long[] {4, 2, 3}, a.permuteDims(-1, 0, 1).shape());
    assertArrayEquals(new long[] {4, 3, 2}, a.swapaxes(0, -1).shape());
    assertArrayEquals(new long[] {3, 4, 2}, a.moveaxis(0, -1).shape());
    assertArrayEquals(new long[] {4, 2, 3}, a.moveaxis(2, 0).shape());
    assertArrayEquals(new long[] {3, 2, 4}, a.moveaxis(1, 0).shape());
    assertEquals(a.getLong(1, 2, 3), a.permuteDims(2, 0, 1).getLong(3, 1, 2));
    refused("order [0] has 1 axes for an array of shape (2, 3, 4); it must name each of the 3 axes once", () -> a.permuteDims(0));
    refused("axis 1 occurs twice in [1, 1, 0]; axes must differ", () -> a.permuteDims(1, 1, 0));
    assertEquals("axis 3 is out of range for an array of 3 axes; it must be from -3 to 2",
        assertThrows(IndexOutOfBoundsException.class, () -> a.swapaxes(0, 3)).getMessage());
    refused("cannot transpose the matrices of an array of shape (3,); it must have at least 2 axes", () -> counted(3).mT());
  }

  @Test
  void addsAndTakesAwayAxes() {
    var a = counted(3, 1, 2, 1);
    assertArrayEquals(new long[] {3, 2}, a.squeeze().shape());
    assertArrayEquals(new long[] {3, 2, 1}, a.squeeze(1).shape());
    assertArrayEquals(new long[] {3, 1, 2}, a.squeeze(-1).shape());
    assertArrayEquals(new long[] {1, 3, 2, 1}, counted(3, 2).expandDims(0, -1).shape());
    refused("cannot squeeze axis 0 of shape (3, 1, 2, 1): it has size 3; it must have 1", () -> a.squeeze(0));
    assertThrows(IndexOutOfBoundsException.class, () -> a.expandDims(9));
  }

  @Test
  void broadcastsWithoutCopying() {
    var a = counted(3, 1);
    var b = a.broadcastTo(2, 3, 4);
    assertTrue(isView(b, a) && b.isReadOnly());
    assertArrayEquals(new long[] {0, 8, 0}, b.strides());
    assertEquals(2, b.getLong(1, 2, 3));
    refused("cannot broadcast (3, 1) to (4, 4): axis 0 has 3 and 4; sizes must match or the first be 1", () -> a.broadcastTo(4, 4));
    refused("cannot broadcast (3, 1) to (3,): it has 1 axes; there must be at least 2", () -> a.broadcastTo(3));
    assertThrows(UnsupportedOperationException.class, () -> b.assign(1));
    assertThrows(UnsupportedOperationException.class, () -> b.get("0").assign(1));
    assertThrows(UnsupportedOperationException.class, () -> b.set(1.0, 0, 0, 0));
    assertArrayEquals(new long[] {5, 3, 4}, Nd.broadcastShapes(new long[] {3, 1}, new long[] {5, 1, 4}, new long[] {}));
    var both = Nd.broadcastArrays(counted(3, 1), counted(4));
    assertArrayEquals(new long[] {3, 4}, both[0].shape());
    assertArrayEquals(new long[] {3, 4}, both[1].shape());
    refused("cannot broadcast (3, 4) with (2, 4): axis 0 has 3 and 2; sizes must match or be 1",
        () -> Nd.broadcastArrays(counted(3, 4), counted(2, 4)));
  }

  @Test
  void flipsAndTakesDiagonals() {
    var a = counted(2, 3);
    assertArrayEquals(new long[] {5, 4, 3, 2, 1, 0}, a.flip().toLongArray());
    assertArrayEquals(new long[] {2, 1, 0, 5, 4, 3}, a.flip(-1).toLongArray());
    assertArrayEquals(new long[] {0, 4}, a.diagonal().toLongArray());
    assertArrayEquals(new long[] {1, 5}, a.diagonal(1).toLongArray());
    assertArrayEquals(new long[] {3}, a.diagonal(-1).toLongArray());
    assertArrayEquals(new long[] {}, a.diagonal(7).toLongArray());
    assertArrayEquals(new long[] {2, 2}, counted(2, 3, 2).diagonal().shape());
    assertArrayEquals(new long[] {0, 8, 1, 9}, counted(2, 3, 2).diagonal().toLongArray());
    a.diagonal().assign(-1);
    assertArrayEquals(new long[] {-1, 1, 2, 3, -1, 5}, a.toLongArray());
    refused("cannot take the diagonal of an array of shape (3,); it must have at least 2 axes", () -> counted(3).diagonal());
  }

  @Test
  void joins() {
    var a = counted(2, 2);
    assertEquals("[[0 1 0 2]\n [2 3 1 3]]", Nd.concat(1, a, a.T()).toString());
    assertEquals("[[0 1]\n [2 3]\n [0 1]\n [2 3]]", Nd.concat(a, a).toString());
    assertArrayEquals(new long[] {2, 2, 3}, Nd.stack(-1, a, a, a).shape());
    assertArrayEquals(new long[] {2, 2, 2}, Nd.stack(a, a).shape());
    assertEquals("[1.  2.  3.5]", Nd.hstack(Nd.array(1, 2), Nd.array(3.5)).toString());
    assertEquals("[[0 1 0 1]\n [2 3 2 3]]", Nd.hstack(a, a).toString());
    assertEquals("[[1 2]\n [3 4]]", Nd.vstack(Nd.array(1, 2), Nd.array(3, 4)).toString());
    assertEquals(DType.float64, Nd.concat(Nd.array(1), Nd.array(1f)).dtype());
    assertEquals("[0 2]", Nd.unstack(a, 1)[0].toString());
    assertEquals("[[0 0 1 1]\n [2 2 3 3]]", Nd.repeat(a, 2, 1).toString());
    assertEquals("[[0 1]\n [0 1]\n [2 3]\n [2 3]]", Nd.repeat(a, 2, 0).toString());
    assertEquals("[[0 1 0 1]\n [2 3 2 3]]", Nd.tile(a, 2).toString());
    assertArrayEquals(new long[] {3, 4, 2}, Nd.tile(a, 3, 2, 1).shape());
    assertEquals("[3 0 1 2]", Nd.roll(Nd.arange(4), 5, 0).toString());
    assertEquals("[1 2 3 0]", Nd.roll(Nd.arange(4), -1, 0).toString());
    var grid = Nd.meshgrid(Nd.arange(3), Nd.arange(2));
    assertEquals("[[0 1 2]\n [0 1 2]]", grid[0].toString());
    assertEquals("[[0 0 0]\n [1 1 1]]", grid[1].toString());
    refused("nothing to concatenate; there must be at least one array", () -> Nd.concat());
    refused("cannot concatenate (2, 2) with (3,): array 1 has 1 axes; there must be 2", () -> Nd.concat(a, Nd.arange(3)));
    refused("cannot concatenate (2, 2) with (2, 3) along axis 0: axis 1 of array 1 has 3; it must have 2",
        () -> Nd.concat(a, counted(2, 3)));
    refused("cannot stack (2, 2) and (2, 3); the shapes must be the same", () -> Nd.stack(a, counted(2, 3)));
    refused("cannot repeat -1 times; it must be 0 or more", () -> Nd.repeat(a, -1, 0));
  }

  @Provide
  Arbitrary<long[]> shapes() {
    return Arbitraries.longs().between(0, 4).array(long[].class).ofMinSize(0).ofMaxSize(4);
  }

  @Property(tries = 300)
  void transposingTwiceChangesNothing(@ForAll("shapes") long[] shape, @ForAll long seed) {
    var a = counted(shape);
    var axes = new ArrayList<Integer>();
    for (int i = 0; i < shape.length; i++) {
      axes.add(i);
    }
    Collections.shuffle(axes, new Random(seed));
    int[] order = axes.stream().mapToInt(Integer::intValue).toArray();
    int[] back = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      back[order[i]] = i;
    }
    assertArrayEquals(a.strides(), a.permuteDims(order).permuteDims(back).strides());
    assertArrayEquals(a.toLongArray(), a.permuteDims(order).permuteDims(back).toLongArray());
    assertArrayEquals(a.toLongArray(), a.T().copy().T().toLongArray());
  }

  @Property(tries = 300)
  void reshapingKeepsTheOrderOfElements(@ForAll("shapes") long[] shape, @ForAll @IntRange(min = 0, max = 3) int step) {
    var a = counted(shape);
    var part = step == 0 || shape.length == 0 ? a.T() : a.get("..., ::" + step);
    long[] elements = part.toLongArray();
    assertArrayEquals(elements, part.reshape(part.size()).toLongArray());
    assertArrayEquals(elements, part.reshape(1, part.size(), 1).reshape(part.shape()).toLongArray());
    long[] reversed = elements.clone();
    for (int i = 0; i < elements.length; i++) {
      reversed[i] = elements[elements.length - 1 - i];
    }
    assertArrayEquals(reversed, part.flip().toLongArray());
    assertTrue(Arrays.equals(part.shape(), part.flip().flip().shape()));
  }
}
