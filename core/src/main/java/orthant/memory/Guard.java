package orthant.memory;

import java.lang.foreign.MemorySegment;

/** What can end the life of memory that is still referred to. Memory without a guard ends by unreachability alone. */
sealed interface Guard permits Lease, Borrowed {
  /** Whether the memory may be used by this thread. */
  boolean isAlive();

  /**
   * Insists on it.
   *
   * @throws IllegalStateException if it may not be used
   */
  void checkAlive();

  /**
   * Insists on it, and keeps the memory until {@link #release()}.
   *
   * @throws IllegalStateException if it may not be used
   */
  void acquire();

  /** Ends what {@link #acquire()} began. */
  void release();

  /**
   * Some of the memory as a segment that ends when the memory does.
   *
   * @param address where it begins
   * @param bytes how long it is
   * @return the segment
   * @throws IllegalStateException if it may not be used
   */
  MemorySegment segment(long address, long bytes);
}
