package orthant;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NdTest {
  /** Methods that are no functions: what they work through, Python's attributes, and what NumPy has as methods only. */
  private static final Set<String> METHODS_ONLY = Set.of("self", "apply", "reduce", "T", "mT", "flatten", "get", "assign",
      "assignWhere", "asReadOnly", "baseBytes");

  private static Stream<Method> functions(Class<?> mixin) {
    return Stream.of(mixin.getMethods())
        .filter(m -> !Modifier.isStatic(m.getModifiers()) && !METHODS_ONLY.contains(m.getName()) && m.getDeclaringClass() == mixin);
  }

  private static Class<?> parameter(Class<?> type) {
    return type == Object.class ? NDArray.class : type;
  }

  private static Method function(Method method) throws NoSuchMethodException {
    var types = new ArrayList<Class<?>>(List.of(NDArray.class));
    Stream.of(method.getParameterTypes()).map(NdTest::parameter).forEach(types::add);
    if (method.getName().equals("transpose") && types.size() == 1) {
      types.add(int[].class);
    }
    return Nd.class.getMethod(method.getName(), types.toArray(new Class<?>[0]));
  }

  @Test
  void everyMethodIsAFunction() throws NoSuchMethodException {
    for (var mixin : List.of(Arithmetic.class, Comparing.class, Digits.class, Functions.class, Reductions.class, Manipulation.class,
        Indexing.class, Picking.class, Viewing.class, Sorting.class, Statistics.class,
        Numerics.class)) {
      for (var method : functions(mixin).toList()) {
        assertTrue(Modifier.isStatic(function(method).getModifiers()), method.toString());
      }
    }
  }

  @Test
  void functionsDoWhatTheMethodsDo() throws ReflectiveOperationException {
    var a = Nd.array(new double[][] {{1.5, -2, 0}, {4, 0.25, 3}});
    var b = Nd.array(0.5, 2, 3);
    int calls = 0;
    for (var mixin : List.of(Arithmetic.class, Comparing.class, Digits.class, Functions.class, Reductions.class)) {
      for (var method : functions(mixin).toList()) {
        try {
          same(method, a, b);
        } catch (InvocationTargetException onlyForIntegers) {
          same(method, a.astype(DType.int32), b.astype(DType.int32));
        }
        calls++;
      }
    }
    assertTrue(calls > 70, calls + " calls");
  }

  private static void same(Method method, NDArray a, NDArray b) throws ReflectiveOperationException {
    Object[] arguments = Stream.of(method.getParameterTypes()).map(t -> argument(parameter(t), b)).toArray();
    var whole = new ArrayList<Object>(List.of(a));
    whole.addAll(Arrays.asList(arguments));
    var expected = (NDArray) method.invoke(a, arguments);
    var actual = (NDArray) function(method).invoke(null, whole.toArray());
    assertEquals(expected.toString(), actual.toString(), method.toString());
    assertEquals(expected.dtype(), actual.dtype(), method.toString());
  }

  private static Object argument(Class<?> type, NDArray other) {
    if (type == double.class) {
      return 2.0;
    }
    if (type == long.class) {
      return 2L;
    }
    return type == int.class ? (Object) 1 : type == Axes.class ? Axes.axes(0).keepDims() : other;
  }

  @Test
  void numbersMayStandOnTheLeft() {
    var a = Nd.array(1, 2, 4);
    assertArrayEquals(new int[] {0, -1, -3}, Nd.subtract(1, a).toIntArray());
    assertEquals(DType.int32, Nd.subtract(1, a).dtype());
    assertArrayEquals(new double[] {0.5, -0.5, -2.5}, Nd.subtract(1.5, a).toDoubleArray());
    assertArrayEquals(new double[] {1, 0.5, 0.25}, Nd.divide(1, a).toDoubleArray());
    assertEquals(DType.float32, Nd.divide(1.0, Nd.array(1f)).dtype());
  }

  @Test
  void whereChooses() {
    var a = Nd.array(1f, -2f);
    var c = a.greater(0);
    assertArrayEquals(new double[] {1, 0}, Nd.where(c, a, Nd.zerosLike(a)).toDoubleArray());
    assertArrayEquals(new double[] {1, 0}, Nd.where(c, a, 0).toDoubleArray());
    assertArrayEquals(new double[] {0.5, -2}, Nd.where(c, 0.5, a).toDoubleArray());
    assertArrayEquals(new double[] {7, -2}, Nd.where(c, 7, a).toDoubleArray());
    assertEquals(DType.float32, Nd.where(c, a, 0.5).dtype());
    assertEquals(DType.int64, Nd.where(c, 1, 0).dtype());
    assertEquals(DType.float64, Nd.where(c, 1, 0.5).dtype());
    assertArrayEquals(new long[] {3, 2}, Nd.where(Nd.array(new boolean[][] {{true}, {false}, {true}}), a, Nd.array(5)).shape());
    assertArrayEquals(new long[] {1, 2, 1, 2}, Nd.where(Nd.array(2, 0, -1, 0), 1, 2).toLongArray());
    assertThrows(IllegalArgumentException.class, () -> Nd.where(c, Nd.zeros(3), a));
  }
}
