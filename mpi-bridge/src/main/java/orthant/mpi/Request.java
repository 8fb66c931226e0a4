package orthant.mpi;

import orthant.mpi.transport.Pending;

/**
 * A send or receive under way.
 *
 * <p>Until it has ended the array must not be changed (a send) or used (a receive). The request keeps the array's memory:
 * it can neither be collected nor be freed by the end of a scope meanwhile. A request that nobody asks about any more
 * still completes.
 */
public final class Request {
  private final Pending pending;

  Request(Pending pending) {
    this.pending = pending;
  }

  /**
   * Waits until the array may be used again. It may be called again, and by any thread.
   *
   * @return what a receive got; for a send the partner, tag and count
   * @throws MpiException if the operation failed or the thread was interrupted
   */
  public Status await() {
    return pending.await();
  }

  /**
   * Looks whether the operation has ended, without waiting.
   *
   * @return true if it has; {@link #await()} then answers at once
   */
  public boolean test() {
    return pending.test();
  }

  /**
   * Waits for several, in any order of their ends.
   *
   * @param requests the requests
   * @return their answers, in the order of the arguments
   * @throws MpiException the first failure, in the order of the arguments, with the others suppressed, once all have ended
   */
  public static Status[] awaitAll(Request... requests) {
    var all = new Status[requests.length];
    RuntimeException failure = null;
    for (int i = 0; i < requests.length; i++) {
      try {
        all[i] = requests[i].await();
      } catch (MpiException e) {
        if (failure == null) {
          failure = e;
        } else if (failure != e) {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
    return all;
  }

  /**
   * Looks whether several have all ended, without waiting.
   *
   * @param requests the requests
   * @return true if every one has
   */
  public static boolean testAll(Request... requests) {
    boolean all = true;
    for (var request : requests) {
      all &= request.test();
    }
    return all;
  }
}
