package orthant.plan;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import orthant.NDArray;
import orthant.kernel.ThreadLimit;
import orthant.layout.Shapes;
import orthant.memory.Memory;

/** An operation of the engine has run. Loaded only once the flight recorder runs. */
@Name("orthant.Kernel")
@Label("Array Operation")
@Description("An element-wise operation, a cast or a reduction, from its plan to its end")
@Category("Orthant")
final class KernelEvent extends Event {
  @Label("Operation")
  String operation;

  @Label("Shape")
  @Description("Of the result; of the operand for a reduction")
  String shape;

  @Label("Element Type")
  String dtype;

  @Label("Path")
  @Description("reference, scalar, vector, or compiled: scalar until it is warm, then vector")
  String path;

  @Label("Temporary Bytes")
  @Description("Memory that the calling thread needed on the way, the result not counted")
  @DataAmount
  long temporaryBytes;

  @Label("Threads")
  @Description("The most that may have taken part")
  int threads;

  /** What the thread had asked for at the beginning; not recorded. */
  private transient long reserved;

  KernelEvent() {}

  /**
   * Begins an event if such events are being recorded; without a recording the compiler leaves nothing of it.
   *
   * @return the event or null
   */
  static KernelEvent open() {
    var event = new KernelEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.reserved = Memory.reserved();
    event.begin();
    return event;
  }

  /**
   * Ends the event.
   *
   * @param name of the operation
   * @param array whose shape and type to tell
   * @param result what was made, or null if all went into an array that was there
   * @param engine who ran it
   */
  void close(String name, NDArray array, NDArray result, Engine engine) {
    if (shouldCommit()) {
      operation = name;
      shape = Shapes.text(array.shape());
      dtype = array.dtype().toString();
      path = engine.kernels().name();
      temporaryBytes = Memory.reserved() - reserved - (result == null ? 0 : result.size() * result.dtype().size());
      threads = array.size() <= LoopPlan.CHUNK || engine.executor().name().equals("sequential") ? 1 : ThreadLimit.count();
      commit();
    }
  }
}
