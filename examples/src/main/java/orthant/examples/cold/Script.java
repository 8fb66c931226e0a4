package orthant.examples.cold;

import static orthant.Nd.arange;
import static orthant.ufunc.Lazy.lazy;

/** The short program, in two forms: with an array for each step, and in one pass. */
final class Script {
  private Script() {}

  /**
   * Prints one sum for each form.
   *
   * @param arguments how many numbers, then the forms: {@code eager} or {@code fused}; nothing at all is computed without
   */
  public static void main(String... arguments) {
    for (int i = 1; i < arguments.length; i++) {
      double n = Double.parseDouble(arguments[0]);
      var a = arange(n);
      var b = arange(n);
      System.out.println(arguments[i].equals("eager") ? a.multiply(b).add(a.sin()).sum() : lazy(a).multiply(b).add(lazy(a).sin()).sum().eval());
    }
  }
}
