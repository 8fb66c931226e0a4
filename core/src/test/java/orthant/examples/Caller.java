package orthant.examples;

import orthant.NDArray;
import orthant.Nd;

/** A user of the library: the sites that memory remembers are outside of it, and examples are. */
public final class Caller {
  private Caller() {}

  /**
   * Makes five arrays of a megabyte of zeros, and a sum.
   *
   * @return the six
   */
  public static NDArray[] make() {
    var made = new NDArray[6];
    for (int i = 0; i < 5; i++) {
      made[i] = Nd.zeros(1 << 17);
    }
    made[5] = made[0].add(made[1]);
    return made;
  }
}
