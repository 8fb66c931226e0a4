package orthant.testing;

import static orthant.testing.ArrayAssertions.assertSameBits;
import static orthant.testing.ArrayArbitraries.arrays;
import static orthant.testing.ArrayArbitraries.basicIndices;
import static orthant.testing.ArrayArbitraries.broadcastableShapes;
import static orthant.testing.ArrayArbitraries.dtypes;
import static orthant.testing.ArrayArbitraries.integerArrayIndices;
import static orthant.testing.ArrayArbitraries.masks;
import static orthant.testing.ArrayArbitraries.mutuallyBroadcastableShapes;
import static orthant.testing.ArrayArbitraries.overlapping;
import static orthant.testing.ArrayArbitraries.shapes;
import static orthant.testing.ArrayArbitraries.validAxes;
import static orthant.testing.ArrayArbitraries.validAxis;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.Shrinkable;
import orthant.DType;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;

/** What is generated is what was asked for, and all that can make trouble comes up. */
class ArrayArbitrariesTest {
  private static <T> Stream<T> draw(int n, Arbitrary<T> arbitrary) {
    var generator = arbitrary.generator(1000);
    Random random = new Random(1234);
    return Stream.generate(() -> generator.next(random)).limit(n).map(Shrinkable::value);
  }

  /** How often something holds, in percent. */
  private static <T> double share(List<T> all, Predicate<T> condition) {
    return 100.0 * all.stream().filter(condition).count() / all.size();
  }

  private static Layout layout(NDArray a) {
    return Access.door().layout(a);
  }

  private static long address(NDArray a) {
    return Access.door().address(a) + layout(a).lowByte();
  }

  private static LongStream bits(NDArray a) {
    Elements e = new Elements(a);
    return LongStream.range(0, a.size() * e.parts).map(i -> e.bits(i / e.parts, (int) (i % e.parts)));
  }

  @Example
  void everyLayoutComesUp() {
    List<NDArray> all = draw(5000, arrays(DType.float64)).toList();
    Map<String, Predicate<NDArray>> layouts = new TreeMap<>(Map.of(
        "0-d", a -> a.ndim() == 0,
        "empty", a -> a.size() == 0,
        "C", NDArray::isContiguous,
        "F", a -> a.T().isContiguous() && !a.isContiguous(),
        "reversed", a -> a.size() > 1 && LongStream.of(a.strides()).anyMatch(s -> s < 0),
        "strided", a -> a.size() > 1 && layout(a).highByte(8) - layout(a).lowByte() > 8 * a.size(),
        "zero stride", a -> a.size() > 1 && LongStream.of(a.strides()).anyMatch(s -> s == 0),
        "transposed", a -> IntStream.range(1, a.ndim()).anyMatch(i -> Math.abs(a.strides()[i]) > Math.abs(a.strides()[i - 1])),
        "offset", a -> address(a) % 64 != 0 && address(a) % 8 == 0,
        "unaligned", a -> address(a) % 8 != 0));
    layouts.put("odd stride", a -> a.size() > 1 && LongStream.of(a.strides()).anyMatch(s -> s % 8 != 0));
    layouts.forEach((name, condition) -> assertTrue(share(all, condition) >= 4, name + ": " + share(all, condition) + "%"));
    for (int ndim = 0; ndim <= 4; ndim++) {
      int n = ndim;
      assertTrue(share(all, a -> a.ndim() == n) > 10, n + " axes");
    }
    assertTrue(share(all, a -> a.size() > 100) > 5);
    assertTrue(all.stream().allMatch(a -> a.size() <= 2000));
  }

  @Example
  void eachLayoutIsWhatItSays() {
    Arbitrary<long[]> plain = shapes(2, 3, 2, 6);
    Map<LayoutKind, Predicate<NDArray>> rules = new EnumMap<>(LayoutKind.class);
    Predicate<NDArray> aligned = a -> address(a) % 64 == 0;
    rules.put(LayoutKind.C, aligned.and(NDArray::isContiguous));
    rules.put(LayoutKind.F, aligned.and(a -> a.T().isContiguous()));
    rules.put(LayoutKind.OFFSET, a -> a.isContiguous() && address(a) % 64 != 0 || address(a) % 32 == 0);
    rules.put(LayoutKind.REVERSED, aligned.and(a -> LongStream.of(a.strides()).anyMatch(s -> s < 0)));
    rules.put(LayoutKind.STRIDED, aligned.and(a -> layout(a).highByte(a.dtype().size()) > a.size() * a.dtype().size()));
    rules.put(LayoutKind.TRANSPOSED, aligned.and(a -> !a.isContiguous()));
    rules.put(LayoutKind.BROADCAST, aligned.and(a -> LongStream.of(a.strides()).anyMatch(s -> s == 0)));
    rules.put(LayoutKind.UNALIGNED, a -> a.isContiguous() && (a.dtype().size() == 1 || address(a) % a.dtype().size() != 0));
    rules.put(LayoutKind.MIXED, _ -> true);
    for (LayoutKind kind : LayoutKind.values()) {
      draw(300, arrays().shape(plain).layout(kind)).forEach(a -> assertTrue(rules.get(kind).test(a), kind + ": " + Describe.whole(a)));
    }
    assertThrows(IllegalArgumentException.class, () -> arrays().layout());
  }

  @Example
  void everyTypeHasItsSpecialNumbers() {
    assertEquals(Set.of(DType.values()), Set.copyOf(draw(300, arrays()).map(NDArray::dtype).toList()));
    for (DType type : DType.values()) {
      Set<Long> seen = new HashSet<>();
      draw(700, arrays(type)).forEach(a -> bits(a).forEach(seen::add));
      Part part = Part.of(type);
      assertTrue(seen.containsAll(List.of(part.least(), part.most(), part.bits(0), part.bits(1))), type.name());
      if (part.isFloat()) {
        long sign = part.least() ^ part.most();
        long quiet = part.infinity() + (1L << part.fractionBits() - 1);
        assertTrue(seen.containsAll(List.of(part.infinity(), part.infinity() | sign, sign, 1L, 1 | sign, quiet)), type.name());
        assertTrue(seen.stream().anyMatch(b -> part.isNan(b) && b != quiet), "payloads of " + type);
        assertTrue(seen.stream().anyMatch(b -> part.isNan(b) && part.isNegative(b)), "negative NaN of " + type);
        assertTrue(seen.stream().anyMatch(part::isSubnormal));
      }
    }
  }

  @Example
  void elementsKeepTheLimits() {
    for (DType type : DType.values()) {
      Part part = Part.of(type);
      draw(100, arrays(type).finite().between(0, 1)).forEach(a -> assertTrue(bits(a).mapToDouble(part::number).allMatch(x -> x >= 0 && x <= 1)));
      draw(100, arrays(type).withoutNan().withoutSubnormals())
          .forEach(a -> assertTrue(bits(a).noneMatch(b -> part.isNan(b) || part.isSubnormal(b))));
      draw(100, arrays(type).elements(Arbitraries.of(0, 1)).fill(Arbitraries.just(1)))
          .forEach(a -> assertTrue(bits(a).mapToDouble(part::number).allMatch(x -> x == 0 || x == 1)));
    }
    draw(200, arrays(DType.int32).shape(40).layout(LayoutKind.C).fill(Arbitraries.just(7)))
        .forEach(a -> assertTrue(bits(a).filter(x -> x == 7).count() > 10, () -> "a background of sevens: " + a));
    draw(200, arrays(DType.int32).unique()).forEach(a -> assertEquals(a.size(), bits(a).distinct().count()));
    assertThrows(IllegalArgumentException.class, () -> draw(1, arrays(DType.bool).shape(3).unique()).toList());
    assertThrows(IllegalArgumentException.class, () -> arrays().between(2, 1));
    assertTrue(draw(20, arrays().asReadOnly()).allMatch(NDArray::isReadOnly));
    assertTrue(draw(50, masks(2, 3)).allMatch(a -> a.dtype() == DType.bool && Arrays.equals(a.shape(), new long[] {2, 3})));
    assertTrue(draw(50, dtypes(DType.Kind.FLOAT)).allMatch(DType::isFloat));
  }

  @Example
  void aCopyInEveryLayoutHasTheSameElements() {
    for (DType type : DType.values()) {
      NDArray a = Nd.arange(24).astype(type).reshape(2, 3, 4);
      for (LayoutKind kind : LayoutKind.values()) {
        NDArray copy = kind.copy(a);
        assertSameBits(copy, kind == LayoutKind.BROADCAST ? a.get("0:1").broadcastTo(2, 3, 4) : a, kind.name());
        assertEquals(kind == LayoutKind.C || kind == LayoutKind.OFFSET || kind == LayoutKind.UNALIGNED, copy.isContiguous());
        assertSameBits(kind.copy(a.get("0, 0, 0")), a.get("0, 0, 0"));
        assertEquals(0, kind.copy(a.get("0:0")).size());
      }
    }
  }

  /** A property may write to its arrays: the same sample is made anew when it is run again. */
  @Example
  void everySampleIsFresh() {
    var generator = arrays(DType.float64).shape(3).layout(LayoutKind.C).finite().generator(1000);
    var sample = generator.next(new Random(3));
    NDArray first = sample.value();
    NDArray kept = first.copy();
    first.assign(77.0);
    assertSameBits(sample.value(), kept);
  }

  @Example
  void shapesKeepTheirLimits() {
    draw(1000, shapes(1, 3, 2, 5)).forEach(s -> {
      assertTrue(s.length >= 1 && s.length <= 3, () -> Arrays.toString(s));
      assertTrue(LongStream.of(s).allMatch(n -> n >= 2 && n <= 5), () -> Arrays.toString(s));
    });
    List<long[]> any = draw(2000, shapes()).toList();
    assertTrue(share(any, s -> LongStream.of(s).anyMatch(n -> n == 0)) > 5);
    assertTrue(share(any, s -> LongStream.of(s).anyMatch(n -> n > 16)) > 5);
    draw(100, shapes(1, 1, 100_000, 200_000)).forEach(s -> assertEquals(1, s.length));
    assertThrows(IllegalArgumentException.class, () -> shapes(3, 2));
    assertThrows(IllegalArgumentException.class, () -> shapes(0, 33));
    assertThrows(IllegalArgumentException.class, () -> shapes(0, 1, -1, 2));
    assertThrows(IllegalArgumentException.class, () -> shapes(0, 1, 3, 2));
  }

  @Example
  void broadcastableShapesBroadcast() {
    long[] base = {3, 1, 4};
    List<long[]> all = draw(1000, broadcastableShapes(base)).toList();
    all.forEach(s -> Shapes.broadcast(base, s));
    assertTrue(share(all, s -> s.length > 3) > 5 && share(all, s -> s.length == 0) > 5 && share(all, s -> Arrays.equals(s, base)) < 50);
    draw(100, broadcastableShapes(base, 2, 2)).forEach(s -> assertEquals(2, s.length));
    draw(500, mutuallyBroadcastableShapes(3)).forEach(s -> {
      long[] together = Shapes.broadcast(Shapes.broadcast(s.input(0), s.input(1)), s.input(2));
      assertArrayEquals(together, s.result());
    });
    assertThrows(IllegalArgumentException.class, () -> mutuallyBroadcastableShapes(0));
  }

  @Example
  void signaturesKeepTheirAxes() {
    List<BroadcastShapes> products = draw(500, mutuallyBroadcastableShapes("(m?,n),(n,p?)->(m?,p?)")).toList();
    products.forEach(s -> {
      NDArray a = Nd.zeros(s.input(0));
      NDArray b = Nd.zeros(s.input(1));
      assertArrayEquals(a.matmul(b).shape(), s.result(), s.toString());
    });
    assertTrue(share(products, s -> s.input(0).length == 1) > 5, "axes are left out");
    assertTrue(share(products, s -> s.result().length > 2) > 20, "stacks come up");
    draw(100, mutuallyBroadcastableShapes("(3),(3)->(3),()")).forEach(s -> {
      assertEquals(3, s.input(0)[s.input(0).length - 1]);
      assertEquals(s.outputs().get(0).length, s.outputs().get(1).length + 1);
    });
    for (String bad : List.of("", "(m)", "m->n", "(m)->(n)", "(m))->(m)", "(3?)->()", "(m)->(m)->(m)", "(m,)->(m)")) {
      assertThrows(IllegalArgumentException.class, () -> mutuallyBroadcastableShapes(bad), bad);
    }
  }

  @Example
  void axesAreThere() {
    assertEquals(Set.of(-3, -2, -1, 0, 1, 2), Set.copyOf(draw(200, validAxis(3)).toList()));
    List<int[]> all = draw(500, validAxes(3)).toList();
    all.forEach(axes -> assertEquals(axes.length, Shapes.normalAxes(axes, 3).length));
    assertTrue(share(all, a -> a.length == 3) > 10 && share(all, a -> a.length == 0) > 10);
    draw(50, validAxes(4, 2, 3)).forEach(a -> assertTrue(a.length == 2 || a.length == 3));
    assertEquals(0, draw(1, validAxes(0)).findFirst().orElseThrow().length);
    assertThrows(IllegalArgumentException.class, () -> validAxes(2, 0, 3));
  }

  @Example
  void indicesAreValid() {
    NDArray a = Nd.zeros(3, 0, 4);
    List<Index[]> all = draw(2000, basicIndices(3, 0, 4)).toList();
    all.forEach(index -> {
      NDArray view = a.get(index);
      String text = Arrays.toString(index);
      assertArrayEquals(view.shape(), index.length == 0 ? a.shape() : a.get(text.substring(1, text.length() - 1)).shape());
    });
    for (String part : List.of("None", "...", ":", "-1", "::-")) {
      assertTrue(share(all, i -> Arrays.toString(i).contains(part)) > 5, part);
    }
    NDArray b = Nd.arange(12).reshape(3, 4);
    draw(500, integerArrayIndices(3, 4)).forEach(index -> assertTrue(b.get(index).size() >= 1));
    assertThrows(IllegalArgumentException.class, () -> integerArrayIndices());
    assertThrows(IllegalArgumentException.class, () -> integerArrayIndices(2, 0));
  }

  @Example
  void overlappingArraysOverlap() {
    List<Overlapping> all = draw(2000, overlapping()).toList();
    all.forEach(p -> {
      assertEquals(p.first().dtype(), p.second().dtype());
      assertArrayEquals(p.first().shape(), p.second().shape());
      assertFalse(p.first().isReadOnly() || p.second().isReadOnly());
    });
    assertTrue(share(all, p -> touched(p.first()).removeAll(touched(p.second()))) > 50);
    assertTrue(share(all, p -> address(p.first()) != address(p.second())) > 20);
    assertTrue(share(all, p -> !Arrays.equals(p.first().strides(), p.second().strides())) > 20);
  }

  private static Set<Long> touched(NDArray a) {
    Elements e = new Elements(a);
    Set<Long> touched = new HashSet<>();
    LongStream.range(0, a.size()).forEach(i -> touched.add(e.address(i)));
    assertEquals(a.size(), touched.size(), "no two elements share a byte");
    return touched;
  }

  @Example
  void readsAndWritesWhatTheLibraryReadsAndWrites() {
    draw(500, arrays()).forEach(a -> {
      assertSameBits(a.copy(), a);
      assertSameBits(Nd.empty(a.dtype(), a.shape()).assign(a), a);
    });
  }
}
