package orthant.ufunc.compile;

/** What is going on in the background. */
public final class Rehearsals {
  private Rehearsals() {}

  /**
   * Whether the Vector API was resolved when Java started.
   *
   * @return false if there is nothing to rehearse
   */
  public static boolean hasVectors() {
    return Compiler.VECTORS;
  }

  /**
   * Has something rehearsed in the background; one after the other.
   *
   * @param rehearsal runs outside of all scopes
   */
  public static void later(Runnable rehearsal) {
    WarmingKernel.later(rehearsal);
  }

  /**
   * How many kernels are about to change to their vector form.
   *
   * @return 0 if nothing is going on
   */
  public static int waiting() {
    return WarmingKernel.waiting();
  }
}
