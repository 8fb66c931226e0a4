package orthant.testing;

import static orthant.testing.ArrayArbitraries.arrays;
import static orthant.testing.ArrayArbitraries.shapes;
import static orthant.testing.ArrayAssertions.assertIdentical;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every function of {@link Nd} of one array, of two, or of one and numbers, gives for an array of any layout what it gives for its copy in
 * C order, the exceptions included, and leaves its operands as they are. New functions come under the law by being there.
 */
class LayoutLawTest {
  private static final int TRIES = 40;

  /** What they give is not determined by the elements. */
  private static final Set<String> FREE = Set.of("emptyLike", "asStrided");

  /** What multiplies by its second operand. */
  private static final Set<String> COUNTS = Set.of("repeat", "tile");

  /** What writes to its first operand and returns it; functions without a result write, too. */
  private static final Set<String> WRITING = Set.of("copyto", "fillDiagonal");

  private static final LayoutKind[] APART = {LayoutKind.C, LayoutKind.F, LayoutKind.OFFSET, LayoutKind.REVERSED, LayoutKind.STRIDED,
      LayoutKind.TRANSPOSED, LayoutKind.UNALIGNED};

  private static Stream<Method> functions(int operands) {
    return functions(types -> types.length == operands && Stream.of(types).allMatch(t -> t == NDArray.class));
  }

  private static Stream<Method> functions(Predicate<Class<?>[]> parameters) {
    return Stream.of(Nd.class.getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && !FREE.contains(m.getName()) && parameters.test(m.getParameterTypes()))
        .peek(m -> m.setAccessible(true)).sorted(Comparator.comparing(Method::getName));
  }

  private static boolean writes(Method function) {
    return function.getReturnType() == void.class || WRITING.contains(function.getName());
  }

  private static Object call(Method function, Object... operands) {
    try {
      return function.invoke(null, operands);
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void same(String what, Object expected, Object actual) {
    switch (expected) {
      case null -> assertNull(actual, what);
      case NDArray e when actual instanceof NDArray a -> assertIdentical(a, e, what);
      case NDArray[] e when actual instanceof NDArray[] a -> same(what, List.of(e), List.of(a));
      case List<?> e when actual instanceof List<?> a -> {
        assertEquals(e.size(), a.size(), what);
        IntStream.range(0, e.size()).forEach(i -> same(what + ", " + i, e.get(i), a.get(i)));
      }
      case Error e -> throw new AssertionError(what, e);
      case Throwable e -> assertEquals(e.toString(), String.valueOf(actual), what);
      case Record e when actual instanceof Record a -> Stream.of(e.getClass().getRecordComponents()).forEach(c -> {
        try {
          c.getAccessor().setAccessible(true);
          same(what + "." + c.getName(), c.getAccessor().invoke(e), c.getAccessor().invoke(a));
        } catch (ReflectiveOperationException x) {
          throw new AssertionError(x);
        }
      });
      case int[] e when actual instanceof int[] a -> assertArrayEquals(e, a, what);
      case long[] e when actual instanceof long[] a -> assertArrayEquals(e, a, what);
      default -> assertEquals(expected, actual, what);
    }
  }

  private static Object[] copies(Object... operands) {
    return Stream.of(operands).map(x -> x instanceof NDArray a ? LayoutKind.C.copy(a) : x).toArray();
  }

  private static String text(Object operand) {
    return switch (operand) {
      case NDArray a -> Describe.whole(a);
      case int[] x -> Arrays.toString(x);
      case long[] x -> Arrays.toString(x);
      default -> operand.toString();
    };
  }

  private static void check(Method function, Object... operands) {
    Object[] copies = copies(operands);
    Object[] before = copies(operands);
    String what = function.getName() + " of " + Stream.of(operands).map(LayoutLawTest::text).toList();
    Object expected = call(function, copies);
    boolean writes = writes(function);
    same(what, expected, call(function, operands));
    for (int i = 0; i < operands.length; i++) {
      same(what + ": operand " + i + " afterwards", writes ? copies[i] : before[i], operands[i]);
    }
  }

  @TestFactory
  Stream<DynamicTest> functionsOfOneArray() {
    List<Method> functions = functions(1).toList();
    assertTrue(functions.size() > 40, functions.size() + " functions");
    return functions.stream().map(f -> DynamicTest.dynamicTest(f.getName() + " " + f.getReturnType().getSimpleName(), () -> {
      var draws = arrays().shape(shapes(0, 3, 0, 12)).generator(1000);
      Random random = new Random(f.getName().hashCode());
      for (int i = 0; i < TRIES; i++) {
        check(f, draws.next(random).value());
      }
    }));
  }

  @TestFactory
  Stream<DynamicTest> functionsOfTwoArrays() {
    List<Method> functions = functions(2).toList();
    assertTrue(functions.size() > 10, functions.size() + " functions");
    return functions.stream().map(f -> DynamicTest.dynamicTest(f.getName() + " " + f.getReturnType().getSimpleName(), () -> {
      Random random = new Random(f.getName().hashCode());
      var shapes = shapes(0, 3, 0, 8).generator(1000);
      for (int i = 0; i < TRIES; i++) {
        long[] shape = shapes.next(random).value();
        ArrayArbitrary first = arrays().shape(shape);
        // Writing to elements that share memory has no result that could be compared.
        first = writes(f) ? first.layout(APART) : first;
        ArrayArbitrary second = arrays().shape(random.nextInt(4) == 0 ? new long[0] : shape);
        second = COUNTS.contains(f.getName()) ? second.between(-1, 3) : second;
        check(f, first.generator(1000).next(random).value(), second.generator(1000).next(random).value());
      }
    }));
  }

  /** What is drawn for a parameter that is no array: mostly what makes sense for up to three axes. */
  private static final Map<Class<?>, Function<Random, Object>> VALUES = Map.of(
      int.class, random -> random.nextInt(-2, 3),
      long.class, random -> random.nextLong(-2, 4),
      double.class, random -> random.nextInt(-2, 3) / 2.0,
      boolean.class, Random::nextBoolean,
      int[].class, random -> IntStream.range(0, random.nextInt(3)).map(_ -> random.nextInt(-2, 2)).toArray(),
      long[].class, random -> LongStream.range(0, random.nextInt(4)).map(_ -> random.nextLong(-1, 4)).toArray(),
      DType.class, random -> DType.values()[random.nextInt(DType.values().length)],
      Axes.class, random -> random.nextInt(3) == 0 ? Axes.ALL : Axes.axes(random.nextInt(-2, 2)));

  @TestFactory
  Stream<DynamicTest> functionsOfAnArrayAndNumbers() {
    List<Method> functions = functions(types -> types.length > 1 && types[0] == NDArray.class
        && Stream.of(types).skip(1).allMatch(VALUES::containsKey)).toList();
    assertTrue(functions.size() > 40, functions.size() + " functions");
    return functions.stream().map(f -> DynamicTest.dynamicTest(f.getName() + Arrays.toString(f.getParameterTypes()), () -> {
      var draws = arrays().shape(shapes(0, 3, 0, 6)).layout(writes(f) ? APART : LayoutKind.values()).generator(1000);
      Random random = new Random(f.getName().hashCode());
      for (int i = 0; i < TRIES; i++) {
        Object[] operands = Stream.of(f.getParameterTypes()).map(t -> t == NDArray.class ? draws.next(random).value() : VALUES.get(t).apply(random))
            .toArray();
        check(f, operands);
      }
    }));
  }
}
