package orthant.mpi.ffm;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicLong;
import orthant.memory.Raw;

/**
 * Pieces of native memory for one call under way each: what the library writes its answers into, and room for a small
 * message. They are reused and never freed; there are as many as calls were ever under way at once.
 */
final class Slots {
  /** Small messages are received here first, so that one that does not fit leaves the array as it was. */
  static final int STAGE_BYTES = 1024;

  private static final int REQUEST = 0;
  private static final int FLAG = 8;
  private static final int OTHER = 12;
  private static final int COUNT = 16;
  private static final int MESSAGE = 24;
  private static final int STATUS = 64;
  private static final int STAGE = 128;
  private static final int BLOCK = 16;

  /** The slot given back last, or 0: all that a rank of one thread with one call at a time ever needs. */
  private final AtomicLong last = new AtomicLong();
  private final ArrayDeque<Long> free = new ArrayDeque<>();

  long take() {
    long slot = last.getAndSet(0);
    return slot != 0 ? slot : takeOther();
  }

  private synchronized long takeOther() {
    var slot = free.pollLast();
    if (slot == null) {
      long stride = STAGE + STAGE_BYTES;
      long start = Arena.global().allocate(stride * BLOCK, 64).address();
      for (int i = 1; i < BLOCK; i++) {
        free.addLast(start + i * stride);
      }
      return start;
    }
    return slot;
  }

  void give(long slot) {
    long other = last.getAndSet(slot);
    if (other != 0) {
      giveOther(other);
    }
  }

  private synchronized void giveOther(long slot) {
    free.addLast(slot);
  }

  static long request(long slot) {
    return slot + REQUEST;
  }

  static long flag(long slot) {
    return slot + FLAG;
  }

  static boolean isFlagged(long slot) {
    return Raw.getInt(slot + FLAG) != 0;
  }

  /** An int beside the flag. */
  static long other(long slot) {
    return slot + OTHER;
  }

  static long count(long slot) {
    return slot + COUNT;
  }

  /** A matched message, or any other handle. */
  static long message(long slot) {
    return slot + MESSAGE;
  }

  static long status(long slot) {
    return slot + STATUS;
  }

  static long stage(long slot) {
    return slot + STAGE;
  }
}
