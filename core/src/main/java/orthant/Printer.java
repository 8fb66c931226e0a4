package orthant;

/** Writes arrays as text, as NumPy does. */
final class Printer {
  private Printer() {}

  static String text(NDArray array) {
    return array.dtype() + java.util.Arrays.toString(array.shape());
  }
}
