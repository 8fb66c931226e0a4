package orthant.ufunc.lambda;

/** Says why a function has no expression: what it does, as the rest of a sentence about it. */
final class Untranslatable extends RuntimeException {
  private static final long serialVersionUID = 1;

  Untranslatable(String does) {
    super(does, null, false, false);
  }
}
