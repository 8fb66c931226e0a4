package orthant.ufunc;

import java.io.Serializable;
import orthant.Complex;

/** The part of {@link Scalars} that is about complex numbers. */
public abstract sealed class ComplexScalars permits Scalars {
  ComplexScalars() {}

  /**
   * Two results of a function.
   *
   * @param first the first one
   * @param second the second one
   */
  public record Complexes(Complex first, Complex second) {}

  /** A function of one complex number with a result. */
  @FunctionalInterface
  public interface ComplexUnary extends Serializable {
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
  public interface ComplexBinary extends Serializable {
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
  public interface ComplexTernary extends Serializable {
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
  public interface ComplexQuaternary extends Serializable {
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
  public interface ComplexesUnary extends Serializable {
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
  public interface ComplexesBinary extends Serializable {
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
  public interface ComplexesTernary extends Serializable {
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
  public interface ComplexesQuaternary extends Serializable {
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
