package orthant.ufunc.compile;

/** What is going on in the background. */
public final class Rehearsals {
  private Rehearsals() {}

  /**
   * How many kernels are about to change to their vector form.
   *
   * @return 0 if nothing is going on
   */
  public static int waiting() {
    return WarmingKernel.waiting();
  }
}
