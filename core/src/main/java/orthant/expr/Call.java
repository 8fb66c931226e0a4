package orthant.expr;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * A function that code calls without knowing what is inside: its loops are scalar ones, unless it is called for rare elements
 * only ({@link V#callWhere}). Programs name it by its number, and it is kept for ever.
 *
 * <p>Operands and result are numbers. A parameter that is a record takes as many operands as the record has components; of a
 * function that returns a record each component is a call of its own.
 */
public final class Call {
  private static final List<Call> ALL = new CopyOnWriteArrayList<>();

  private final String name;
  private final List<Lane> operands;
  private final Lane lane;
  private final Object target;
  /** From the operands to the result, or to the record that holds it; null for targets of java.util.function. */
  private final MethodHandle whole;
  /** From the record to the result, or null. */
  private final MethodHandle part;
  private final int number;

  private Call(String name, List<Lane> operands, Lane lane, Object target, MethodHandle whole, MethodHandle part) {
    this.name = name;
    this.operands = List.copyOf(operands);
    this.lane = lane;
    this.target = target;
    this.whole = whole;
    this.part = part;
    synchronized (ALL) {
      this.number = ALL.size();
      ALL.add(this);
    }
  }

  /**
   * A function of one double.
   *
   * @param name for reading
   * @param target the same result for the same bits, always
   * @return the function
   */
  public static Call of(String name, DoubleUnaryOperator target) {
    return new Call(name, List.of(Lane.F64), Lane.F64, target, null, null);
  }

  /**
   * A function of two doubles.
   *
   * @param name for reading
   * @param target the same result for the same bits, always
   * @return the function
   */
  public static Call of(String name, DoubleBinaryOperator target) {
    return new Call(name, List.of(Lane.F64, Lane.F64), Lane.F64, target, null, null);
  }

  /**
   * A function of two floats, computed in double and rounded.
   *
   * @param name for reading
   * @param target the same result for the same bits, always
   * @return the function
   */
  public static Call ofFloats(String name, DoubleBinaryOperator target) {
    return new Call(name, List.of(Lane.F32, Lane.F32), Lane.F32, target, null, null);
  }

  /**
   * A function of a 64-bit integer.
   *
   * @param name for reading
   * @param target the same result for the same operand, always
   * @return the function
   */
  public static Call ofLongs(String name, LongUnaryOperator target) {
    return new Call(name, List.of(Lane.I64), Lane.I64, target, null, null);
  }

  /**
   * A function of two 64-bit integers.
   *
   * @param name for reading
   * @param target the same result for the same operands, always
   * @return the function
   */
  public static Call ofLongs(String name, LongBinaryOperator target) {
    return new Call(name, List.of(Lane.I64, Lane.I64), Lane.I64, target, null, null);
  }

  /**
   * The numbers that a function returns, one call each.
   *
   * @param name for reading
   * @param method the only abstract method of a public interface, of numbers, truth values, and records of these
   * @param target an instance of the interface
   * @return one call for a number, one for each number in a record
   * @throws IllegalArgumentException if the method cannot be reached or has other parameters
   */
  public static List<Call> of(String name, Method method, Object target) {
    MethodHandle handle;
    try {
      handle = MethodHandles.publicLookup().unreflect(method).bindTo(target);
      for (int at = handle.type().parameterCount() - 1; at >= 0; at--) {
        Class<?> type = handle.type().parameterType(at);
        if (type.isRecord()) {
          Class<?>[] components = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
          handle = MethodHandles.collectArguments(
              handle, at, MethodHandles.publicLookup().findConstructor(type, MethodType.methodType(void.class, components)));
        }
      }
      List<Lane> operands = handle.type().parameterList().stream().map(Call::lane).toList();
      Class<?> result = handle.type().returnType();
      List<MethodHandle> parts = new ArrayList<>();
      parts(result, MethodHandles.identity(result), parts);
      // Whoever calls need not know the record.
      MethodHandle whole = result.isRecord() ? handle.asType(handle.type().changeReturnType(Object.class)) : handle;
      return parts.stream().map(p -> new Call(name, operands, lane(p.type().returnType()), target, whole,
          result.isRecord() ? p.asType(p.type().changeParameterType(0, Object.class)) : null)).toList();
    } catch (IllegalAccessException | NoSuchMethodException e) {
      throw new IllegalArgumentException("the function " + name + " cannot be called through " + method + "; its types must be public", e);
    }
  }

  private static void parts(Class<?> type, MethodHandle way, List<MethodHandle> parts) throws IllegalAccessException {
    if (!type.isRecord()) {
      parts.add(way);
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      Method accessor = component.getAccessor();
      parts(component.getType(), MethodHandles.filterReturnValue(way, MethodHandles.publicLookup().unreflect(accessor)), parts);
    }
  }

  /**
   * The method that makes an interface a functional one.
   *
   * @param type the interface
   * @return its only abstract method
   * @throws IllegalArgumentException if it has none or several
   */
  public static Method method(Class<?> type) {
    List<Method> methods = Arrays.stream(type.getMethods()).filter(m -> Modifier.isAbstract(m.getModifiers())).toList();
    if (!type.isInterface() || methods.size() != 1) {
      throw new IllegalArgumentException(type + " has " + methods.size() + " abstract methods; it must be an interface with one");
    }
    return methods.getFirst();
  }

  /**
   * The lane of a Java type.
   *
   * @param type the type
   * @return the lane
   * @throws IllegalArgumentException if it is another type than double, float, long, int or boolean
   */
  public static Lane lane(Class<?> type) {
    if (type == double.class) {
      return Lane.F64;
    }
    if (type == float.class) {
      return Lane.F32;
    }
    if (type == long.class) {
      return Lane.I64;
    }
    if (type == int.class) {
      return Lane.I32;
    }
    if (type == boolean.class) {
      return Lane.MASK;
    }
    throw new IllegalArgumentException("a function of elements has a value of type " + type.getName()
        + "; it must be double, float, long, int, boolean or a record of these");
  }

  /**
   * The function that an instruction calls.
   *
   * @param number the bits of the instruction
   * @return the function
   */
  public static Call numbered(long number) {
    return ALL.get((int) number);
  }

  /**
   * The lane of its result.
   *
   * @return a lane that {@link #lane(Class)} returns
   */
  public Lane lane() {
    return lane;
  }

  /**
   * The lanes of its operands.
   *
   * @return as many as it has
   */
  public List<Lane> operands() {
    return operands;
  }

  /**
   * The number of its operands.
   *
   * @return at least 1
   */
  public int arity() {
    return operands.size();
  }

  /**
   * What is called.
   *
   * @return the target; one of the functional interfaces of java.util.function over doubles or longs if there is no {@link #whole}
   */
  public Object target() {
    return target;
  }

  /**
   * What is called, as a method handle from the operands to the result or, as an Object, the record that holds it.
   *
   * @return the handle, or null
   */
  public MethodHandle whole() {
    return whole;
  }

  /**
   * The way from the record, an Object, to the result.
   *
   * @return the handle, or null if there is no record
   */
  public MethodHandle part() {
    return part;
  }

  /**
   * Its number in programs.
   *
   * @return from 0
   */
  public int number() {
    return number;
  }

  long eval(long... x) {
    return switch (target) {
      case Object _ when whole != null -> slowly(x);
      case DoubleUnaryOperator f -> Double.doubleToRawLongBits(f.applyAsDouble(Double.longBitsToDouble(x[0])));
      case DoubleBinaryOperator f when lane == Lane.F32 ->
          Float.floatToRawIntBits((float) f.applyAsDouble(Float.intBitsToFloat((int) x[0]), Float.intBitsToFloat((int) x[1])));
      case DoubleBinaryOperator f ->
          Double.doubleToRawLongBits(f.applyAsDouble(Double.longBitsToDouble(x[0]), Double.longBitsToDouble(x[1])));
      case LongUnaryOperator f -> f.applyAsLong(x[0]);
      case LongBinaryOperator f -> f.applyAsLong(x[0], x[1]);
      default -> throw new IllegalStateException(name);
    };
  }

  private long slowly(long... x) {
    List<Object> boxed = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      boxed.add(switch (operands.get(i)) {
        case F64 -> Double.longBitsToDouble(x[i]);
        case F32 -> Float.intBitsToFloat((int) x[i]);
        case I64 -> x[i];
        case I32 -> (int) x[i];
        default -> x[i] != 0;
      });
    }
    try {
      Object result = whole.invokeWithArguments(boxed);
      return switch (part == null ? result : part.invoke(result)) {
        case Double d -> Double.doubleToRawLongBits(d);
        case Float f -> Float.floatToRawIntBits(f);
        case Long l -> l;
        case Integer i -> i;
        case Boolean b -> b ? 1 : 0;
        default -> throw new IllegalStateException(name);
      };
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(name + " has thrown a checked exception", e);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
