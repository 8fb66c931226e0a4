package orthant.memory;

/** Whether this Java has the flight recorder: its module is optional, in a run-time image as on the module path. */
public final class FlightRecorder {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private FlightRecorder() {}

  /**
   * Whether anybody has started the recorder. Until then no event is made: to register the first one starts the recorder's own
   * machinery, which took 100 ms of a short program.
   *
   * @return false as long as nothing can be recorded
   */
  public static boolean isRunning() {
    return PRESENT && jdk.jfr.FlightRecorder.isInitialized();
  }
}
