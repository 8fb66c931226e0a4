package orthant.memory;

/** Whether this Java has the flight recorder: its module is optional, in a run-time image as on the module path. */
public final class FlightRecorder {
  /** Whether events can be made at all. */
  public static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private FlightRecorder() {}
}
