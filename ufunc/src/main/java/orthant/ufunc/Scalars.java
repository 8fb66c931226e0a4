package orthant.ufunc;

import java.io.Serializable;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Scalars of numbers of which {@link Ufuncs#of(String, Class, Object) Ufuncs.of} makes universal functions, where {@code java.util.function} has
 * none. A function must depend on its operands alone: it may be called in any order, from several threads, and more than once for an element.
 */
public final class Scalars extends ComplexScalars {
  private Scalars() {}

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Doubles(double first, double second) {}

  /** A function of one double with a result. */
  @FunctionalInterface
  public interface DoubleUnary extends DoubleUnaryOperator, Serializable {}

  /** A function of two doubles with a result. */
  @FunctionalInterface
  public interface DoubleBinary extends DoubleBinaryOperator, Serializable {}

  /** A function of three doubles with a result. */
  @FunctionalInterface
  public interface DoubleTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the result
     */
    double apply(double a, double b, double c);
  }

  /** A function of four doubles with a result. */
  @FunctionalInterface
  public interface DoubleQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the result
     */
    double apply(double a, double b, double c, double d);
  }

  /** A function of one double with two results. */
  @FunctionalInterface
  public interface DoublesUnary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the results
     */
    Doubles apply(double a);
  }

  /** A function of two doubles with two results. */
  @FunctionalInterface
  public interface DoublesBinary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the results
     */
    Doubles apply(double a, double b);
  }

  /** A function of three doubles with two results. */
  @FunctionalInterface
  public interface DoublesTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the results
     */
    Doubles apply(double a, double b, double c);
  }

  /** A function of four doubles with two results. */
  @FunctionalInterface
  public interface DoublesQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the results
     */
    Doubles apply(double a, double b, double c, double d);
  }

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Floats(float first, float second) {}

  /** A function of one float with a result. */
  @FunctionalInterface
  public interface FloatUnary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the result
     */
    float apply(float a);
  }

  /** A function of two floats with a result. */
  @FunctionalInterface
  public interface FloatBinary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the result
     */
    float apply(float a, float b);
  }

  /** A function of three floats with a result. */
  @FunctionalInterface
  public interface FloatTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the result
     */
    float apply(float a, float b, float c);
  }

  /** A function of four floats with a result. */
  @FunctionalInterface
  public interface FloatQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the result
     */
    float apply(float a, float b, float c, float d);
  }

  /** A function of one float with two results. */
  @FunctionalInterface
  public interface FloatsUnary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the results
     */
    Floats apply(float a);
  }

  /** A function of two floats with two results. */
  @FunctionalInterface
  public interface FloatsBinary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the results
     */
    Floats apply(float a, float b);
  }

  /** A function of three floats with two results. */
  @FunctionalInterface
  public interface FloatsTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the results
     */
    Floats apply(float a, float b, float c);
  }

  /** A function of four floats with two results. */
  @FunctionalInterface
  public interface FloatsQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the results
     */
    Floats apply(float a, float b, float c, float d);
  }

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Longs(long first, long second) {}

  /** A function of one long with a result. */
  @FunctionalInterface
  public interface LongUnary extends LongUnaryOperator, Serializable {}

  /** A function of two longs with a result. */
  @FunctionalInterface
  public interface LongBinary extends LongBinaryOperator, Serializable {}

  /** A function of three longs with a result. */
  @FunctionalInterface
  public interface LongTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the result
     */
    long apply(long a, long b, long c);
  }

  /** A function of four longs with a result. */
  @FunctionalInterface
  public interface LongQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the result
     */
    long apply(long a, long b, long c, long d);
  }

  /** A function of one long with two results. */
  @FunctionalInterface
  public interface LongsUnary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the results
     */
    Longs apply(long a);
  }

  /** A function of two longs with two results. */
  @FunctionalInterface
  public interface LongsBinary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the results
     */
    Longs apply(long a, long b);
  }

  /** A function of three longs with two results. */
  @FunctionalInterface
  public interface LongsTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the results
     */
    Longs apply(long a, long b, long c);
  }

  /** A function of four longs with two results. */
  @FunctionalInterface
  public interface LongsQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the results
     */
    Longs apply(long a, long b, long c, long d);
  }

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Ints(int first, int second) {}

  /** A function of one int with a result. */
  @FunctionalInterface
  public interface IntUnary extends IntUnaryOperator, Serializable {}

  /** A function of two ints with a result. */
  @FunctionalInterface
  public interface IntBinary extends IntBinaryOperator, Serializable {}

  /** A function of three ints with a result. */
  @FunctionalInterface
  public interface IntTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the result
     */
    int apply(int a, int b, int c);
  }

  /** A function of four ints with a result. */
  @FunctionalInterface
  public interface IntQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the result
     */
    int apply(int a, int b, int c, int d);
  }

  /** A function of one int with two results. */
  @FunctionalInterface
  public interface IntsUnary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the results
     */
    Ints apply(int a);
  }

  /** A function of two ints with two results. */
  @FunctionalInterface
  public interface IntsBinary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the results
     */
    Ints apply(int a, int b);
  }

  /** A function of three ints with two results. */
  @FunctionalInterface
  public interface IntsTernary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the results
     */
    Ints apply(int a, int b, int c);
  }

  /** A function of four ints with two results. */
  @FunctionalInterface
  public interface IntsQuaternary extends Serializable {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the results
     */
    Ints apply(int a, int b, int c, int d);
  }
}
