package orthant.memory;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** The pool has lent memory. Loaded only once the flight recorder runs. */
@Name("orthant.Allocation")
@Label("Array Allocation")
@Description("Memory for one large array, or for a slab of small ones; the time includes a garbage collection that was due")
@Category("Orthant")
final class AllocationEvent extends Event {
  @Label("Size")
  @DataAmount
  long size;

  @Label("Pooled")
  @Description("Whether the memory came from the pool; if not, it is fresh from the operating system")
  boolean pooled;

  AllocationEvent() {}

  /** Begins an event if such events are being recorded; without a recording the compiler leaves nothing of it. */
  static AllocationEvent open() {
    var event = new AllocationEvent();
    if (!event.isEnabled()) {
      return null;
    }
    event.begin();
    return event;
  }

  void close(long bytes, boolean fromPool) {
    size = bytes;
    pooled = fromPool;
    commit();
  }
}
