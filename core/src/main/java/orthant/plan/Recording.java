package orthant.plan;

import orthant.NDArray;
import orthant.kernel.Kernel;
import orthant.memory.FlightRecorder;

/** Tells the flight recorder of operations. Apart from {@link KernelEvent}, whose mere loading sets up the recorder. */
public final class Recording {
  private Recording() {}

  /** Begins an event; null if nobody records. */
  static KernelEvent open() {
    return FlightRecorder.isRunning() ? KernelEvent.open() : null;
  }

  /**
   * Runs an operation whose loop is not the engine's to run.
   *
   * @param name of the operation
   * @param kernel the loop
   * @param array whose shape and type to tell
   * @param code the operation
   */
  public static void around(String name, Kernel kernel, NDArray array, Runnable code) {
    KernelEvent event = open();
    ran(kernel);
    code.run();
    close(event, name, array, null, Engine.current());
  }

  /** Notes that the calling thread's operation runs a loop; returns it. */
  static Kernel ran(Kernel kernel) {
    if (FlightRecorder.isRunning()) {
      KernelEvent.ran(kernel.form());
    }
    return kernel;
  }

  /** Notes a way that is none of a kernel. */
  static void ran(String form) {
    if (FlightRecorder.isRunning()) {
      KernelEvent.ran(form);
    }
  }

  /**
   * Ends an event.
   *
   * @param event what {@link #open()} gave, or null
   * @param name of the operation
   * @param array whose shape and type to tell
   * @param result what was made, or null if all went into an array that was there
   * @param engine who ran it
   */
  static void close(KernelEvent event, String name, NDArray array, NDArray result, Engine engine) {
    if (event != null) {
      event.close(name, array.shape(), array.dtype(), result, engine);
    }
  }
}
