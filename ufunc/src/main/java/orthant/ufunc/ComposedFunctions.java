package orthant.ufunc;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The part of {@link Ufuncs} that makes universal functions of lazy expressions and of operations on arrays. */
abstract class ComposedFunctions extends ComplexUserFunctions {
  /**
   * A universal function of one operand that is a lazy expression: one loop without temporary arrays, compiled to vectors, for all types
   * for which the operations in it are defined.
   *
   * <pre>{@code
   * Ufunc logistic = Ufuncs.fused("logistic", x -> x.negative().exp().add(1.0).reciprocal());
   * logistic.into(out).where(mask).apply(a);
   * }</pre>
   *
   * @param name for people
   * @param expression element-wise operations on the parameter and on numbers; called once for each type of operands
   * @return a universal function, whose bits are those of the expression; make it once and keep it
   */
  public static Ufunc fused(String name, UnaryOperator<Lazy> expression) {
    return Fused.of(name, 1, x -> expression.apply(x[0]));
  }

  /**
   * A universal function of two operands that is a lazy expression; as {@link #fused(String, UnaryOperator)}.
   *
   * @param name for people
   * @param expression element-wise operations on the parameters and on numbers; called once for each pair of types
   * @return a universal function; it combines elements ({@code reduce} and kin) where its result is of the type of its first operand
   */
  public static Ufunc fused(String name, BinaryOperator<Lazy> expression) {
    return Fused.of(name, 2, x -> expression.apply(x[0], x[1]));
  }

  /**
   * A universal function of several operands that is a lazy expression; as {@link #fused(String, UnaryOperator)}.
   *
   * @param name for people
   * @param arity how many operands, 1 to 4
   * @param expression element-wise operations on the parameters, given as an array, and on numbers
   * @return a universal function
   * @throws IllegalArgumentException for another number of operands
   */
  public static Ufunc fused(String name, int arity, Function<Lazy[], Lazy> expression) {
    return Fused.of(name, arity, expression);
  }

  /**
   * A generalised universal function: it works on the last axes of its operands and is repeated over the others.
   *
   * @param name for people
   * @param signature the axes of operands and results, for example {@code (m,n),(n)->(m)}; a number is a fixed size
   * @param body what is computed for one element of the loop
   * @return the function
   * @throws IllegalArgumentException if the signature is not understood, or the size of a result's dimension is not known
   */
  public static Gufunc generalized(String name, String signature, Gufunc.Body body) {
    return new Gufunc(name, CoreSignature.of(signature), body, null, null, null);
  }
}
