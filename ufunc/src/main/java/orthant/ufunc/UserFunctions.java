package orthant.ufunc;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/** The part of {@link Ufuncs} that makes universal functions of Java ones. */
// A lambda whose parameters say their types fits one of the overloads only.
@SuppressWarnings("overloads")
abstract class UserFunctions {
  /**
   * A universal function of a function of numbers, whose type is any functional interface: its parameters and its result are double,
   * float, long, int, boolean or {@link orthant.Complex}; a result that is another record has a result for each of its components.
   *
   * <p>Loops are made for this very function, so that it is compiled into them; make a universal function once and keep it. An exception
   * that it throws reaches the caller, and the output is then partly computed.
   *
   * @param <T> the interface
   * @param name for people
   * @param type the interface, which must be public
   * @param function must depend on its operands alone; may be called from several threads, and more than once for an element
   * @return a universal function, whose operands are cast safely to the types of the parameters
   * @throws IllegalArgumentException if the interface has not one abstract method, of such types, or more than four parameters
   */
  public static <T> Ufunc of(String name, Class<T> type, T function) {
    return UserFunction.of(name, type, function);
  }

  /**
   * A universal function of one float64 operand with one float64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoubleUnary function) {
    return UserFunction.of(name, Scalars.DoubleUnary.class, function);
  }

  /**
   * A universal function of one float64 operand with one float64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function not a lambda, which is a {@link Scalars.DoubleUnary}
   * @return the universal function
   */
  public static Ufunc of(String name, DoubleUnaryOperator function) {
    return UserFunction.of(name, DoubleUnaryOperator.class, function);
  }

  /**
   * A universal function of two float64 operands with one float64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a, double b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoubleBinary function) {
    return UserFunction.of(name, Scalars.DoubleBinary.class, function);
  }

  /**
   * A universal function of two float64 operands with one float64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function not a lambda, which is a {@link Scalars.DoubleBinary}
   * @return the universal function
   */
  public static Ufunc of(String name, DoubleBinaryOperator function) {
    return UserFunction.of(name, DoubleBinaryOperator.class, function);
  }

  /**
   * A universal function of three float64 operands with one float64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a, double b, double c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoubleTernary function) {
    return UserFunction.of(name, Scalars.DoubleTernary.class, function);
  }

  /**
   * A universal function of four float64 operands with one float64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a, double b, double c, double d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoubleQuaternary function) {
    return UserFunction.of(name, Scalars.DoubleQuaternary.class, function);
  }

  /**
   * A universal function of one float64 operand with two float64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoublesUnary function) {
    return UserFunction.of(name, Scalars.DoublesUnary.class, function);
  }

  /**
   * A universal function of two float64 operands with two float64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a, double b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoublesBinary function) {
    return UserFunction.of(name, Scalars.DoublesBinary.class, function);
  }

  /**
   * A universal function of three float64 operands with two float64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a, double b, double c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoublesTernary function) {
    return UserFunction.of(name, Scalars.DoublesTernary.class, function);
  }

  /**
   * A universal function of four float64 operands with two float64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (double a, double b, double c, double d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.DoublesQuaternary function) {
    return UserFunction.of(name, Scalars.DoublesQuaternary.class, function);
  }

  /**
   * A universal function of one float32 operand with one float32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatUnary function) {
    return UserFunction.of(name, Scalars.FloatUnary.class, function);
  }

  /**
   * A universal function of two float32 operands with one float32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a, float b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatBinary function) {
    return UserFunction.of(name, Scalars.FloatBinary.class, function);
  }

  /**
   * A universal function of three float32 operands with one float32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a, float b, float c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatTernary function) {
    return UserFunction.of(name, Scalars.FloatTernary.class, function);
  }

  /**
   * A universal function of four float32 operands with one float32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a, float b, float c, float d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatQuaternary function) {
    return UserFunction.of(name, Scalars.FloatQuaternary.class, function);
  }

  /**
   * A universal function of one float32 operand with two float32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatsUnary function) {
    return UserFunction.of(name, Scalars.FloatsUnary.class, function);
  }

  /**
   * A universal function of two float32 operands with two float32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a, float b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatsBinary function) {
    return UserFunction.of(name, Scalars.FloatsBinary.class, function);
  }

  /**
   * A universal function of three float32 operands with two float32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a, float b, float c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatsTernary function) {
    return UserFunction.of(name, Scalars.FloatsTernary.class, function);
  }

  /**
   * A universal function of four float32 operands with two float32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (float a, float b, float c, float d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.FloatsQuaternary function) {
    return UserFunction.of(name, Scalars.FloatsQuaternary.class, function);
  }

  /**
   * A universal function of one int64 operand with one int64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongUnary function) {
    return UserFunction.of(name, Scalars.LongUnary.class, function);
  }

  /**
   * A universal function of one int64 operand with one int64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function not a lambda, which is a {@link Scalars.LongUnary}
   * @return the universal function
   */
  public static Ufunc of(String name, LongUnaryOperator function) {
    return UserFunction.of(name, LongUnaryOperator.class, function);
  }

  /**
   * A universal function of two int64 operands with one int64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a, long b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongBinary function) {
    return UserFunction.of(name, Scalars.LongBinary.class, function);
  }

  /**
   * A universal function of two int64 operands with one int64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function not a lambda, which is a {@link Scalars.LongBinary}
   * @return the universal function
   */
  public static Ufunc of(String name, LongBinaryOperator function) {
    return UserFunction.of(name, LongBinaryOperator.class, function);
  }

  /**
   * A universal function of three int64 operands with one int64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a, long b, long c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongTernary function) {
    return UserFunction.of(name, Scalars.LongTernary.class, function);
  }

  /**
   * A universal function of four int64 operands with one int64 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a, long b, long c, long d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongQuaternary function) {
    return UserFunction.of(name, Scalars.LongQuaternary.class, function);
  }

  /**
   * A universal function of one int64 operand with two int64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongsUnary function) {
    return UserFunction.of(name, Scalars.LongsUnary.class, function);
  }

  /**
   * A universal function of two int64 operands with two int64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a, long b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongsBinary function) {
    return UserFunction.of(name, Scalars.LongsBinary.class, function);
  }

  /**
   * A universal function of three int64 operands with two int64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a, long b, long c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongsTernary function) {
    return UserFunction.of(name, Scalars.LongsTernary.class, function);
  }

  /**
   * A universal function of four int64 operands with two int64 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (long a, long b, long c, long d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.LongsQuaternary function) {
    return UserFunction.of(name, Scalars.LongsQuaternary.class, function);
  }

  /**
   * A universal function of one int32 operand with one int32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntUnary function) {
    return UserFunction.of(name, Scalars.IntUnary.class, function);
  }

  /**
   * A universal function of one int32 operand with one int32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function not a lambda, which is a {@link Scalars.IntUnary}
   * @return the universal function
   */
  public static Ufunc of(String name, IntUnaryOperator function) {
    return UserFunction.of(name, IntUnaryOperator.class, function);
  }

  /**
   * A universal function of two int32 operands with one int32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a, int b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntBinary function) {
    return UserFunction.of(name, Scalars.IntBinary.class, function);
  }

  /**
   * A universal function of two int32 operands with one int32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function not a lambda, which is a {@link Scalars.IntBinary}
   * @return the universal function
   */
  public static Ufunc of(String name, IntBinaryOperator function) {
    return UserFunction.of(name, IntBinaryOperator.class, function);
  }

  /**
   * A universal function of three int32 operands with one int32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a, int b, int c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntTernary function) {
    return UserFunction.of(name, Scalars.IntTernary.class, function);
  }

  /**
   * A universal function of four int32 operands with one int32 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a, int b, int c, int d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntQuaternary function) {
    return UserFunction.of(name, Scalars.IntQuaternary.class, function);
  }

  /**
   * A universal function of one int32 operand with two int32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntsUnary function) {
    return UserFunction.of(name, Scalars.IntsUnary.class, function);
  }

  /**
   * A universal function of two int32 operands with two int32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a, int b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntsBinary function) {
    return UserFunction.of(name, Scalars.IntsBinary.class, function);
  }

  /**
   * A universal function of three int32 operands with two int32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a, int b, int c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntsTernary function) {
    return UserFunction.of(name, Scalars.IntsTernary.class, function);
  }

  /**
   * A universal function of four int32 operands with two int32 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (int a, int b, int c, int d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.IntsQuaternary function) {
    return UserFunction.of(name, Scalars.IntsQuaternary.class, function);
  }
}
