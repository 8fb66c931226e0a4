package orthant.ufunc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.layout.Layout;
import org.junit.jupiter.api.Test;

/** Results written into arrays that exist, whole or where a mask is true, also over their own operands. */
class OutputsTest {
  private static final int N = 12;

  /** Parts of an array of shape (12, 12), as views of shape (11, 11), (11,) or (1, 11). */
  private static final Map<String, UnaryOperator<NDArray>> VIEWS = new LinkedHashMap<>();

  static {
    VIEWS.put("first", a -> a.get(":11, :11"));
    VIEWS.put("down", a -> a.get("1:, :11"));
    VIEWS.put("right", a -> a.get(":11, 1:"));
    VIEWS.put("both", a -> a.get("1:, 1:"));
    VIEWS.put("transposed", a -> a.transpose().get(":11, :11"));
    VIEWS.put("transposed, down", a -> a.transpose().get("1:, :11"));
    VIEWS.put("upside down", a -> a.get("10::-1, :11"));
    VIEWS.put("backwards", a -> a.get(":11, 10::-1"));
    VIEWS.put("turned", a -> a.get("::-1, ::-1").get(":11, :11"));
    VIEWS.put("row", a -> a.get("3, :11"));
    VIEWS.put("next row", a -> a.get("4:5, 1:"));
    VIEWS.put("column", a -> a.get(":11, 5").reshape(11, 1));
  }

  private static List<String> whole() {
    return VIEWS.keySet().stream().filter(v -> !v.matches(".*(row|column)")).toList();
  }

  /** An array of shape (12, 12), and the same bytes as another type. */
  private static NDArray square(DType type, long seed) {
    return Samples.contiguous(type, new SplittableRandom(seed), N, N);
  }

  private static void onEveryEngine(Runnable check) {
    LayoutsTest.ENGINES.values().forEach(engine -> engine.call(() -> {
      check.run();
      return null;
    }));
  }

  /** Two arrays alike, one to work on and one to keep. */
  private static NDArray[] twins(DType type, long seed) {
    return new NDArray[] {square(type, seed), square(type, seed)};
  }

  @Test
  void overlappingOperandsAreReadBeforeTheyAreOverwritten() {
    onEveryEngine(() -> {
      for (DType type : List.of(DType.float64, DType.int32, DType.bool)) {
        for (String out : whole()) {
          VIEWS.forEach((x, viewX) -> VIEWS.forEach((y, viewY) -> {
            NDArray[] twins = twins(type, 1);
            NDArray expected = LayoutsTest.REFERENCE.call(
                () -> Ufuncs.add.apply(Samples.copy(viewX.apply(twins[1])), Samples.copy(viewY.apply(twins[1]))).broadcastTo(11, 11));
            NDArray target = VIEWS.get(out).apply(twins[0]);
            assertSame(target, Ufuncs.add.into(target).apply(viewX.apply(twins[0]), viewY.apply(twins[0])));
            String what = type + ": " + out + " = " + x + " + " + y;
            Samples.assertSame(what, expected, target);
            untouched(what, twins[1], twins[0], VIEWS.get(out), expected);
          }));
        }
      }
    });
  }

  /** Around the output nothing has changed. */
  private static void untouched(String what, NDArray before, NDArray after, UnaryOperator<NDArray> out, NDArray result) {
    NDArray want = Samples.copy(before);
    NDArray target = out.apply(want);
    for (long i = 0; i < 11; i++) {
      for (long j = 0; j < 11; j++) {
        if (result.dtype().isFloat()) {
          target.set(result.getDouble(i, j), i, j);
        } else {
          target.setLong(result.getLong(i, j), i, j);
        }
      }
    }
    Samples.assertSame(what + ", around it", want, after);
  }

  @Test
  void assignmentToAnOverlappingViewIsAsIfCopiedFirst() {
    onEveryEngine(() -> {
      for (String out : whole()) {
        VIEWS.forEach((name, view) -> {
          NDArray[] twins = twins(DType.float32, 2);
          NDArray expected = Samples.copy(view.apply(twins[1]));
          VIEWS.get(out).apply(twins[0]).assign(view.apply(twins[0]));
          Samples.assertSame(out + " = " + name, expected.ndim() == 2 && expected.size() == 121 ? expected
              : Samples.copy(expected.broadcastTo(11, 11)), VIEWS.get(out).apply(twins[0]));
        });
      }
    });
  }

  /** The same bytes as elements of another size or kind. */
  @Test
  void otherTypesOverTheSameBytes() {
    onEveryEngine(() -> {
      for (DType from : DType.values()) {
        for (DType to : DType.values()) {
          for (int shift : new int[] {0, 1, 4, 8, 16, -8}) {
            NDArray bytes = Samples.contiguous(DType.int64, new SplittableRandom(5), 200);
            NDArray in = view(bytes, from, 64, 90);
            if (from.isBool()) {
              in.assign(Samples.contiguous(DType.bool, new SplittableRandom(6), 90));
            }
            NDArray out = view(bytes, to, 64 + shift, 90);
            NDArray expected = LayoutsTest.REFERENCE.call(() -> Samples.copy(in).astype(to));
            Samples.assertSame(from + " to " + to + " at " + shift, expected, out.assign(in));
          }
        }
      }
    });
  }

  private static NDArray view(NDArray bytes, DType type, long offset, long n) {
    Access door = Access.door();
    return door.wrap(type, Layout.contiguous(type.size(), n), door.storage(bytes), door.address(bytes) + offset, false);
  }

  @Provide
  Arbitrary<long[]> shapes() {
    return Forms.shapes();
  }

  @Provide
  Arbitrary<Forms.Form> forms() {
    return Forms.forms();
  }

  @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
  void outputsOfAnyLayoutWithMasks(
      @ForAll("shapes") long[] shape, @ForAll("forms") Forms.Form f, @ForAll("forms") Forms.Form g, @ForAll("forms") Forms.Form h,
      @ForAll("forms") Forms.Form m, @ForAll DType a, @ForAll DType b, @ForAll boolean masked, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NDArray x = Samples.laidOut(a, random, f.layout(a.size(), shape), f.offset());
    NDArray y = Samples.laidOut(b, random, g.layout(b.size(), shape), g.offset());
    NDArray mask = Samples.laidOut(DType.bool, random, m.layout(1, shape), m.offset());
    DType type = orthant.op.Ops.MULTIPLY.result(a, b);
    NDArray result = LayoutsTest.REFERENCE.call(() -> Ufuncs.multiply.apply(x, y));
    LayoutsTest.ENGINES.forEach((name, engine) -> {
      NDArray out = Samples.laidOut(type, new SplittableRandom(seed), h.apart(type.size(), shape), h.offset());
      long[] want = Samples.bits(result.broadcastTo(shape));
      long[] before = Samples.bits(out);
      long[] where = Samples.bits(mask.broadcastTo(shape));
      for (int i = 0; masked && i < want.length; i++) {
        want[i] = where[i % where.length] != 0 ? want[i] : before[i];
      }
      engine.call(() -> (masked ? Ufuncs.multiply.into(out).where(mask) : Ufuncs.multiply.into(out)).apply(x, y));
      Samples.assertSame(name + ": " + a + " * " + b + " into " + out.dtype(), out.dtype(), want, Samples.bits(out));
    });
  }

  @Test
  void aMaskWithoutOutputLeavesZeros() {
    onEveryEngine(() -> {
      NDArray r = Ufuncs.add.where(Nd.array(true, false, true)).apply(Nd.array(1.0, 2, 3), Nd.array(10.0));
      Samples.assertSame("masked", Nd.array(11.0, 0, 13), r);
    });
  }

  @Test
  void theMaskAndTheOutputMayBeOneArray() {
    onEveryEngine(() -> {
      NDArray mask = Nd.array(true, false, true, false);
      Ufuncs.logicalNot.into(mask).where(mask.get("::-1")).apply(mask);
      Samples.assertSame("mask", Nd.array(true, true, true, true), mask);
      NDArray out = Nd.array(1.0, 2, 3, 4);
      Ufuncs.negative.into(out.get("1:")).where(out.get(":3").greater(1)).apply(out.get(":3"));
      Samples.assertSame("out", Nd.array(1.0, 2, -2, -3), out);
    });
  }

  @Test
  void outputsConvertToTheSameKindOrAHigherOne() {
    onEveryEngine(() -> {
      NDArray narrow = Nd.empty(DType.float32, 2);
      Ufuncs.add.into(narrow).apply(Nd.array(0.1, 1e300), Nd.array(0.2, 0));
      Samples.assertSame("float32", Nd.array((float) (0.1 + 0.2), Float.POSITIVE_INFINITY), narrow);
      NDArray small = Nd.empty(DType.int32, 1);
      Ufuncs.add.into(small).apply(Nd.array(1L << 32), Nd.array(5L));
      Samples.assertSame("int32", Nd.array(5), small);
      NDArray wide = Nd.empty(DType.float64, 2);
      Ufuncs.less.into(wide).apply(Nd.array(1, 2), Nd.array(2, 1));
      Samples.assertSame("float64 of truth values", Nd.array(1.0, 0.0), wide);
    });
    String message = assertThrows(IllegalArgumentException.class, () -> Ufuncs.divide.into(Nd.empty(DType.int64, 1)).apply(Nd.array(1), Nd.array(2)))
        .getMessage();
    assertTrue(message.contains("int64") && message.contains("divide") && message.contains("float64") && message.contains("astype"), message);
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(Nd.empty(DType.bool, 1)).apply(Nd.array(1), Nd.array(2)));
  }

  @Test
  void refusalsChangeNothing() {
    NDArray kept = Nd.array(1.0, 2, 3);
    NDArray out = Samples.copy(kept);
    NDArray x = Nd.array(5.0, 6, 7);
    assertThrows(UnsupportedOperationException.class, () -> Ufuncs.add.into(out.broadcastTo(3)).apply(x, x));
    assertThrows(UnsupportedOperationException.class, () -> out.broadcastTo(2, 3).assign(x));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(out).apply(x, Nd.zeros(4)));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(out).apply(x, Nd.zeros(2, 3)));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(out).where(Nd.zeros(DType.bool, 2)).apply(x, x));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(out).where(Nd.zeros(DType.bool, 2, 3)).apply(x, x));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(out).where(Nd.zeros(DType.int32, 3)));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(out).apply(x));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.sqrt.into(out).apply(x, x));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.subtract.into(out).apply(x.less(6), x.less(7)));
    assertThrows(IllegalArgumentException.class, () -> out.assign(Nd.zeros(2)));
    assertThrows(IllegalArgumentException.class, () -> out.assign(Nd.zeros(2, 3)));
    assertThrows(IllegalArgumentException.class, () -> out.get("0:0").assign(Nd.zeros(2)));
    Samples.assertSame("out", kept, out);
    String message = assertThrows(UnsupportedOperationException.class, () -> Ufuncs.add.into(out.broadcastTo(2, 3)).apply(x, x)).getMessage();
    assertEquals("the array of shape (2, 3) is read-only; write to a copy()", message);
  }

  @Test
  void everyUfuncIsTheOperationOfTheTable() throws ReflectiveOperationException {
    var names = new java.util.TreeSet<>(orthant.op.Ops.table().keySet());
    names.remove("copy");
    var fields = Arrays.stream(Ufuncs.class.getFields()).map(java.lang.reflect.Field::getName).toList();
    var all = new java.util.TreeSet<>(names);
    all.addAll(List.of("divmod", "modf", "frexp"));
    assertEquals(all, new java.util.TreeSet<>(fields));
    for (String name : names) {
      Ufunc ufunc = (Ufunc) Ufuncs.class.getField(name).get(null);
      assertEquals(name, ufunc.name());
      assertEquals(orthant.op.Ops.table().get(name).arity(), ufunc.arity());
      SplittableRandom random = new SplittableRandom(4);
      NDArray[] x = new NDArray[ufunc.arity()];
      for (int i = 0; i < x.length; i++) {
        DType type = i == 0 && name.equals("where") ? DType.bool : DType.float32;
        boolean integers = name.startsWith("bitwise") || name.equals("gcd") || name.equals("lcm") || name.equals("ldexp") && i == 1;
        x[i] = Samples.contiguous(integers ? DType.int32 : type, random, 50);
      }
      NDArray expected = LayoutsTest.apply(orthant.op.Ops.table().get(name), x);
      Samples.assertSame(name, expected, ufunc.apply(x));
      NDArray out = Nd.empty(expected.dtype(), 50);
      Samples.assertSame(name + " into", expected, ufunc.into(out).apply(x));
      assertTrue(ufunc.explain(Arrays.stream(x).map(NDArray::dtype).toArray(DType[]::new)).contains("load"), name);
    }
  }

  @Test
  void severalResultsComeFromOneLoop() {
    onEveryEngine(() -> {
      SplittableRandom random = new SplittableRandom(9);
      for (DType type : List.of(DType.float64, DType.float32, DType.float16)) {
        NDArray x = Samples.contiguous(type, random, 7, 30);
        NDArray y = Samples.contiguous(type, random, 30);
        NDArray mask = Samples.contiguous(DType.bool, random, 7, 30);
        NDArray[] parts = Ufuncs.divmod.results(x, y);
        Samples.assertSame("quotient", Ufuncs.floorDivide.apply(x, y), parts[0]);
        Samples.assertSame("remainder", Ufuncs.remainder.apply(x, y), parts[1]);
        NDArray[] outs = {Nd.ones(type, 30, 7).transpose(), Nd.ones(DType.float64, 7, 30)};
        Ufuncs.modf.into(outs).where(mask).results(x);
        Samples.assertSame("fraction", Nd.where(mask, Ufuncs.modfFraction.apply(x), Nd.ones(type, 7, 30)), Samples.copy(outs[0]));
        Samples.assertSame("integer", Nd.where(mask, Ufuncs.modfInteger.apply(x), Nd.ones(type, 7, 30)).astype(DType.float64), outs[1]);
        NDArray over = Samples.copy(x);
        Ufuncs.frexp.into(over, Nd.empty(DType.int32, 7, 30)).results(over);
        Samples.assertSame("over itself", Ufuncs.frexpMantissa.apply(x), over);
      }
    });
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.modf.apply(Nd.ones(3)));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.modf.into(Nd.ones(3)));
  }

  @Test
  void optionsChooseTheLoopAndItsCasts() {
    NDArray whole = Nd.array(1, 2);
    NDArray half = Nd.array(0.5, 2.5);
    assertEquals(DType.float32, Ufuncs.add.dtype(DType.float32).apply(whole, whole).dtype());
    assertEquals(DType.float32, Ufuncs.abs.dtype(DType.float32).apply(half.astype(DType.complex128)).dtype());
    // Computed in the loop's type, not cast afterwards.
    assertEquals(0.0, Ufuncs.subtract.dtype(DType.float32).apply(Nd.array(1 + 1e-9), Nd.array(1.0)).getDouble(0));
    assertEquals(DType.float32, Ufuncs.ldexp.dtype(DType.float32).apply(half, whole).dtype());
    assertEquals(DType.bool, Ufuncs.less.dtype(DType.bool).apply(whole, half).dtype());
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.less.dtype(DType.float64).apply(whole, half));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.dtype(DType.int32).apply(half, half));
    assertEquals(2, Ufuncs.add.dtype(DType.int32).casting(orthant.Casting.UNSAFE).apply(half, half).getLong(1) / 2);
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.casting(orthant.Casting.NO).apply(whole, half));
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.casting(orthant.Casting.EQUIV).apply(whole, half));
    assertEquals(DType.float64, Ufuncs.add.casting(orthant.Casting.SAFE).apply(whole, half).dtype());
    assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.casting(orthant.Casting.SAFE).into(Nd.empty(DType.float32, 2)).apply(half, half));
    var refused = assertThrows(IllegalArgumentException.class, () -> Ufuncs.add.into(Nd.empty(DType.int32, 2)).apply(half, half));
    assertEquals("add cannot cast its result from float64 to int32 under the casting rule SAME_KIND; cast with astype, or allow it with"
        + " casting(UNSAFE)", refused.getMessage());
    Samples.assertSame("unsafe", Nd.array(1, 5),
        Ufuncs.add.casting(orthant.Casting.UNSAFE).into(Nd.empty(DType.int32, 2)).apply(half, half));
  }
}
