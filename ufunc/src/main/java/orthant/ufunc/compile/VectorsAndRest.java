package orthant.ufunc.compile;

import orthant.kernel.Kernel;

/**
 * A loop over whole vectors, and another loop for the elements that are left of each row. Long programs are cut in two in this way: both
 * forms in one method would be more than the just-in-time compiler takes.
 */
final class VectorsAndRest implements Kernel {
  /**
   * The steps of a program from which on its forms are methods of their own. A step takes about 20 bytes of code in vectors and 13 in variables, and
   * methods of more than 8000 bytes are never compiled.
   */
  static final int LONG = 180;

  private final Kernel vectors;
  private final Kernel rest;
  private final int width;

  VectorsAndRest(Kernel vectors, Kernel rest, int width) {
    this.vectors = vectors;
    this.rest = rest;
    this.width = width;
  }

  @Override
  public String form() {
    return vectors.form();
  }

  @Override
  public void run(long[] frame) {
    vectors.run(frame);
    long done = frame[1] / width * width;
    if (done < frame[1]) {
      long[] left = frame.clone();
      left[1] -= done;
      for (int k = 2; k < left.length; k += 3) {
        left[k] += done * left[k + 1];
      }
      rest.run(left);
    }
  }
}
