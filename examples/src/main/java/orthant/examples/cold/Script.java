package orthant.examples.cold;

import static orthant.Nd.arange;

/** The short program. */
final class Script {
  private Script() {}

  /**
   * Prints one sum.
   *
   * @param arguments how many numbers; nothing at all is computed without
   */
  public static void main(String... arguments) {
    if (arguments.length > 0) {
      double n = Double.parseDouble(arguments[0]);
      var a = arange(n);
      var b = arange(n);
      System.out.println(a.multiply(b).add(a.sin()).sum());
    }
  }
}
