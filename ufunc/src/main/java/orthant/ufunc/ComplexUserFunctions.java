package orthant.ufunc;

/** The part of {@link Ufuncs} that makes universal functions of Java ones of complex numbers. */
// A lambda whose parameters say their types fits one of the overloads only.
@SuppressWarnings("overloads")
abstract class ComplexUserFunctions extends UserFunctions {
  /**
   * A universal function of one complex128 operand with one complex128 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexUnary function) {
    return UserFunction.of(name, Scalars.ComplexUnary.class, function);
  }

  /**
   * A universal function of two complex128 operands with one complex128 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a, Complex b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexBinary function) {
    return UserFunction.of(name, Scalars.ComplexBinary.class, function);
  }

  /**
   * A universal function of three complex128 operands with one complex128 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a, Complex b, Complex c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexTernary function) {
    return UserFunction.of(name, Scalars.ComplexTernary.class, function);
  }

  /**
   * A universal function of four complex128 operands with one complex128 result; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a, Complex b, Complex c, Complex d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexQuaternary function) {
    return UserFunction.of(name, Scalars.ComplexQuaternary.class, function);
  }

  /**
   * A universal function of one complex128 operand with two complex128 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexesUnary function) {
    return UserFunction.of(name, Scalars.ComplexesUnary.class, function);
  }

  /**
   * A universal function of two complex128 operands with two complex128 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a, Complex b) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexesBinary function) {
    return UserFunction.of(name, Scalars.ComplexesBinary.class, function);
  }

  /**
   * A universal function of three complex128 operands with two complex128 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a, Complex b, Complex c) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexesTernary function) {
    return UserFunction.of(name, Scalars.ComplexesTernary.class, function);
  }

  /**
   * A universal function of four complex128 operands with two complex128 results; as {@link #of(String, Class, Object)}.
   *
   * @param name for people
   * @param function a lambda whose parameters say their types: {@code (Complex a, Complex b, Complex c, Complex d) -> ...}
   * @return the universal function
   */
  public static Ufunc of(String name, Scalars.ComplexesQuaternary function) {
    return UserFunction.of(name, Scalars.ComplexesQuaternary.class, function);
  }
}
