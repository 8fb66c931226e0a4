package orthant.testing;

import static orthant.testing.ArrayArbitraries.arrays;
import static orthant.testing.ArrayArbitraries.shapes;
import static orthant.testing.ArrayAssertions.assertIdentical;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every function of {@link Nd} of one array, or of two, gives for an array of any layout what it gives for its copy in C order, the
 * exceptions included, and leaves its operands as they are. New functions come under the law by being there.
 */
class LayoutLawTest {
  private static final int TRIES = 60;

  /** What they give is not determined by the elements. */
  private static final Set<String> FREE = Set.of("emptyLike");

  /** What multiplies by its second operand. */
  private static final Set<String> COUNTS = Set.of("repeat", "tile");

  /** What writes to its first operand and returns it; functions without a result write, too. */
  private static final Set<String> WRITING = Set.of("copyto");

  private static final LayoutKind[] APART = {LayoutKind.C, LayoutKind.F, LayoutKind.OFFSET, LayoutKind.REVERSED, LayoutKind.STRIDED,
      LayoutKind.TRANSPOSED, LayoutKind.UNALIGNED};

  private static Stream<Method> functions(int operands) {
    return Stream.of(Nd.class.getMethods()).filter(m -> Modifier.isStatic(m.getModifiers()) && !FREE.contains(m.getName())
        && m.getParameterCount() == operands && Stream.of(m.getParameterTypes()).allMatch(t -> t == NDArray.class)).peek(m -> m.setAccessible(true))
        .sorted(Comparator.comparing(Method::getName));
  }

  private static boolean writes(Method function) {
    return function.getReturnType() == void.class || WRITING.contains(function.getName());
  }

  private static Object call(Method function, NDArray... operands) {
    try {
      return function.invoke(null, (Object[]) operands);
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private static void same(String what, Object expected, Object actual) {
    switch (expected) {
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
      default -> assertEquals(expected, actual, what);
    }
  }

  private static void check(Method function, NDArray... operands) {
    NDArray[] copies = Stream.of(operands).map(LayoutKind.C::copy).toArray(NDArray[]::new);
    NDArray[] before = Stream.of(operands).map(LayoutKind.C::copy).toArray(NDArray[]::new);
    String what = function.getName() + " of " + Stream.of(operands).map(Describe::whole).toList();
    Object expected = call(function, copies);
    boolean writes = writes(function);
    Object actual = call(function, operands);
    if (expected == null) {
      assertEquals(null, actual, what);
    } else {
      same(what, expected, actual);
    }
    for (int i = 0; i < operands.length; i++) {
      assertIdentical(operands[i], writes ? copies[i] : before[i], what + ": operand " + i + " afterwards");
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
}
