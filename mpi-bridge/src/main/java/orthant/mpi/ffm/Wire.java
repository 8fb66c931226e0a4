package orthant.mpi.ffm;

import java.util.Arrays;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.StridedCopy;
import orthant.mpi.transport.StridedCopy.Axes;

/**
 * How an array is handed to the library: as an address, a count and a datatype. The one place that decides between the
 * array's own memory, a datatype for the view, and a packed copy.
 */
final class Wire {
  /**
   * MPICH moves scattered elements one by one through its datatype engine; packing is about three times faster there below
   * this many bytes in a run, and slower everywhere else.
   */
  private static final int MPICH_RUN_BYTES = 64;

  private final Datatypes datatypes;
  private final Message message;
  /** The entry to give back, or null. */
  private final Datatypes.Entry entry;
  /** Where elements are packed, or 0. */
  private final long packed;
  /** What keeps the packed elements, or null if a slot does. */
  private final Message keeper;
  final long address;
  final int count;
  final long type;

  private Wire(Library library, Datatypes datatypes, Message message, long stage, boolean stageAll) {
    this.datatypes = datatypes;
    this.message = message;
    boolean small = message.bytes() <= Slots.STAGE_BYTES && message.count() <= Datatypes.CHUNK;
    if (small && (stageAll || !message.direct())) {
      keeper = null;
      packed = stage;
    } else if (!message.direct() && packs(library, message)) {
      keeper = message.fresh(message.count());
      // The copy belongs to the caller's innermost scope, which may end sooner than the call.
      keeper.acquire();
      packed = keeper.address();
    } else {
      keeper = null;
      packed = 0;
    }
    var travelling = keeper == null ? message : keeper;
    address = packed == 0 ? message.address() : packed;
    if ((packed != 0 || message.contiguous()) && message.count() <= Datatypes.CHUNK) {
      entry = null;
      count = (int) message.count();
      type = library.type(message.dtype());
    } else {
      entry = datatypes.take(travelling);
      count = 1;
      type = entry.handle();
    }
  }

  private static boolean packs(Library library, Message message) {
    if (message.mapped()) {
      return true;
    }
    int item = message.dtype().size();
    var axes = Axes.of(message.layout(), item);
    // Open MPI 4.1 reads and writes the wrong places, up to a crash, for datatypes with a negative stride.
    boolean forwards = Arrays.stream(axes.strides()).allMatch(stride -> stride > 0);
    return !forwards || library.flavour() == Flavour.MPICH && axes.block(item) < MPICH_RUN_BYTES;
  }

  /** For sending; packs now if it has to. */
  static Wire out(Library library, Datatypes datatypes, Message message, long stage) {
    var wire = new Wire(library, datatypes, message, stage, false);
    if (wire.packed != 0) {
      StridedCopy.gather(message, 0, wire.packed, message.count());
    }
    return wire;
  }

  /** For receiving; a small message comes into the stage, so that it can be looked at before it reaches the array. */
  static Wire in(Library library, Datatypes datatypes, Message message, long stage) {
    return new Wire(library, datatypes, message, stage, true);
  }

  /** To be called once the library has taken over. */
  void started() {
    if (entry != null) {
      datatypes.give(entry);
    }
  }

  /** Writes what was received into the array, if it is not there yet. */
  void received(long elements) {
    if (packed != 0) {
      StridedCopy.scatter(packed, message, 0, elements);
    }
  }

  /** To be called when the library is done, whatever came of it. */
  void ended() {
    if (keeper != null) {
      keeper.release();
    }
  }
}
