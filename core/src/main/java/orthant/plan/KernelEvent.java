package orthant.plan;

import java.util.List;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import orthant.DType;
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
  @Description("The forms of the loops that ran: reference, scalar, vector, staged or blocks; copy; or what multiplied matrices; empty if none")
  String path;

  @Label("Temporary Bytes")
  @Description("Memory that the calling thread needed on the way, the result not counted")
  @DataAmount
  long temporaryBytes;

  @Label("Threads")
  @Description("The most that may have taken part")
  int threads;

  /** The forms of the loops that the operation of this thread has run so far. */
  private static final ThreadLocal<String> FORMS = ThreadLocal.withInitial(() -> "");

  /** What the thread had asked for at the beginning; not recorded. */
  private transient long reserved;

  /** The forms of the operation of which this one is a part. */
  private transient String outer;

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
    event.outer = FORMS.get();
    FORMS.set("");
    event.begin();
    return event;
  }

  /** Notes the form of a loop that the calling thread's operation runs. */
  static void ran(String form) {
    String forms = FORMS.get();
    if (!List.of(forms.split(", ")).contains(form)) {
      FORMS.set(forms.isEmpty() ? form : forms + ", " + form);
    }
  }

  /**
   * Ends the event.
   *
   * @param name of the operation
   * @param extent the shape to tell
   * @param type the type to tell
   * @param result what was made, or null if all went into an array that was there
   * @param engine who ran it
   */
  void close(String name, long[] extent, DType type, NDArray result, Engine engine) {
    if (shouldCommit()) {
      operation = name;
      shape = Shapes.text(extent);
      dtype = type.toString();
      path = FORMS.get();
      temporaryBytes = Memory.reserved() - reserved - (result == null ? 0 : result.size() * result.dtype().size());
      threads = Shapes.size(extent) <= LoopPlan.CHUNK || engine.executor().name().equals("sequential") ? 1 : ThreadLimit.count();
      commit();
    }
    FORMS.set(outer);
  }
}
