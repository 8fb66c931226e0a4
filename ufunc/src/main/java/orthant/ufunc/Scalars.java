package orthant.ufunc;

import orthant.Complex;

/**
 * Scalars of numbers of which {@link Ufuncs#of(String, Class, Object) Ufuncs.of} makes universal functions, where {@code java.util.function} has
 * none. A function must depend on its operands alone: it may be called in any order, from several threads, and more than once for an element.
 */
public final class Scalars {
  private Scalars() {}

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Doubles(double first, double second) {}

  /** A function of three doubles with a result. */
  @FunctionalInterface
  public interface DoubleTernary {
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
  public interface DoubleQuaternary {
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
  public interface DoublesUnary {
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
  public interface DoublesBinary {
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
  public interface DoublesTernary {
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
  public interface DoublesQuaternary {
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
  public interface FloatUnary {
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
  public interface FloatBinary {
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
  public interface FloatTernary {
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
  public interface FloatQuaternary {
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
  public interface FloatsUnary {
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
  public interface FloatsBinary {
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
  public interface FloatsTernary {
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
  public interface FloatsQuaternary {
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

  /** A function of three longs with a result. */
  @FunctionalInterface
  public interface LongTernary {
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
  public interface LongQuaternary {
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
  public interface LongsUnary {
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
  public interface LongsBinary {
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
  public interface LongsTernary {
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
  public interface LongsQuaternary {
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

  /** A function of three ints with a result. */
  @FunctionalInterface
  public interface IntTernary {
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
  public interface IntQuaternary {
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
  public interface IntsUnary {
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
  public interface IntsBinary {
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
  public interface IntsTernary {
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
  public interface IntsQuaternary {
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

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Complexes(Complex first, Complex second) {}

  /** A function of one complex number with a result. */
  @FunctionalInterface
  public interface ComplexUnary {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the result
     */
    Complex apply(Complex a);
  }

  /** A function of two complex numbers with a result. */
  @FunctionalInterface
  public interface ComplexBinary {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the result
     */
    Complex apply(Complex a, Complex b);
  }

  /** A function of three complex numbers with a result. */
  @FunctionalInterface
  public interface ComplexTernary {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the result
     */
    Complex apply(Complex a, Complex b, Complex c);
  }

  /** A function of four complex numbers with a result. */
  @FunctionalInterface
  public interface ComplexQuaternary {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the result
     */
    Complex apply(Complex a, Complex b, Complex c, Complex d);
  }

  /** A function of one complex number with two results. */
  @FunctionalInterface
  public interface ComplexesUnary {
    /**
     * Computes an element.
     *
     * @param a the operand
     * @return the results
     */
    Complexes apply(Complex a);
  }

  /** A function of two complex numbers with two results. */
  @FunctionalInterface
  public interface ComplexesBinary {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @return the results
     */
    Complexes apply(Complex a, Complex b);
  }

  /** A function of three complex numbers with two results. */
  @FunctionalInterface
  public interface ComplexesTernary {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @return the results
     */
    Complexes apply(Complex a, Complex b, Complex c);
  }

  /** A function of four complex numbers with two results. */
  @FunctionalInterface
  public interface ComplexesQuaternary {
    /**
     * Computes an element.
     *
     * @param a the first operand
     * @param b the second operand
     * @param c the third operand
     * @param d the fourth operand
     * @return the results
     */
    Complexes apply(Complex a, Complex b, Complex c, Complex d);
  }
}
