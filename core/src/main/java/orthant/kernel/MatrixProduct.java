package orthant.kernel;

/**
 * An engine for matrix products, found by {@link java.util.ServiceLoader}: the reference one is part of core, the fast
 * ones come with orthant-linalg.
 *
 * <p>The one with the highest priority is used. The system property {@code orthant.matmul} chooses one by name, and then
 * it is an error if there is none of that name.
 */
public interface MatrixProduct {
  /**
   * The name by which it can be chosen.
   *
   * @return a short lower-case word
   */
  String name();

  /**
   * Which one wins if several are there.
   *
   * @return higher is better; the reference engine has 0
   */
  int priority();

  /**
   * Computes all products of a stack. Integers wrap around; for {@code bool}, plus is <i>or</i> and times is <i>and</i>.
   *
   * @param loop what to do; the addresses in it have been checked
   */
  void multiply(MatrixLoop loop);

  /**
   * Which way a product goes, for people.
   *
   * @param loop what to do
   * @return the name of the engine, or of what it hands this product to
   */
  default String form(MatrixLoop loop) {
    return name();
  }
}
