package orthant.kernel;

/** Who runs the tasks of a plan: one after the other here, on many threads elsewhere. Found by ServiceLoader. */
public interface Executor {
  /** Independent tasks, numbered from 0. */
  @FunctionalInterface
  interface Tasks {
    /**
     * Runs some of them.
     *
     * @param from the first
     * @param to the one after the last
     */
    void run(long from, long to);
  }

  /** All tasks in the calling thread. */
  Executor SEQUENTIAL = new Executor() {
    @Override
    public String name() {
      return "sequential";
    }

    @Override
    public int priority() {
      return 0;
    }

    @Override
    public void run(long tasks, long work, Tasks body) {
      body.run(0, tasks);
    }
  };

  /**
   * The name by which it can be asked for.
   *
   * @return for example {@code sequential}
   */
  String name();

  /**
   * Which executor is taken when none is asked for: the highest.
   *
   * @return 0 for the sequential one
   */
  int priority();

  /**
   * Runs tasks and returns when all have ended. The tasks write to different places, so their order is free.
   *
   * @param tasks how many
   * @param work roughly how many nanoseconds all of them take in one warm thread
   * @param body the tasks
   */
  void run(long tasks, long work, Tasks body);
}
