package orthant.memory;

import java.lang.foreign.MemorySegment;
import java.util.Map;
import java.util.function.Supplier;

/** Where arrays get their bytes. */
public final class Memory {
  private Memory() {}

  /**
   * Fresh memory, its content undefined.
   *
   * @param bytes how many, 0 or more
   * @return the memory; freed when its storage is unreachable, or with the current thread's innermost scope
   * @throws OutOfMemoryError if there is none
   */
  public static Allocation allocate(long bytes) {
    var storage = Region.current().reserve(bytes, false);
    return new Allocation(storage, storage.claimed);
  }

  /**
   * Fresh memory, all zero.
   *
   * @param bytes how many, 0 or more
   * @return the memory; freed when its storage is unreachable, or with the current thread's innermost scope
   * @throws OutOfMemoryError if there is none
   */
  public static Allocation allocateZeroed(long bytes) {
    var storage = Region.current().reserve(bytes, true);
    return new Allocation(storage, storage.claimed);
  }

  /**
   * Memory of somebody else.
   *
   * @param segment a native segment
   * @return an owner that lives as long as the segment's arena
   * @throws IllegalArgumentException if the segment is on the Java heap
   */
  public static Allocation borrow(MemorySegment segment) {
    if (!segment.isNative()) {
      throw new IllegalArgumentException("the segment lies on the Java heap, whose objects move; use Nd.array(...) to copy a Java array");
    }
    var storage = new Storage(segment.address(), segment.byteSize(), new Borrowed(segment));
    storage.checkAlive();
    Loan.open(storage);
    return new Allocation(storage, segment.address());
  }

  /**
   * Runs code whose allocations belong to no scope of this thread: for what is cached and so outlives the caller's scope.
   *
   * @param <T> what it returns
   * @param code the code
   * @return its result
   */
  public static <T> T outsideScopes(Supplier<T> code) {
    return Region.unscoped(code);
  }

  /**
   * How many bytes are in use by arrays, or have been and are not yet known to be unreachable.
   *
   * @return bytes, slabs and rounding included
   */
  public static long used() {
    return Pool.lent();
  }

  /**
   * How many bytes of other owners' memory lie under reachable arrays.
   *
   * @param mapped whether to count those of mapped files, or all others
   * @return bytes
   */
  public static long borrowed(boolean mapped) {
    Reaper.poll();
    return Loan.total(mapped);
  }

  /**
   * What is lent just now, by where it was asked for.
   *
   * @return a pair of bytes and number of pieces for each site; the key "" for what was lent while sites were not recorded
   */
  public static Map<String, long[]> holders() {
    Reaper.poll();
    return Pool.holders();
  }

  /**
   * How many bytes the calling thread has asked for in its current scope, or outside of scopes, so far.
   *
   * @return bytes; differences tell what was needed in between
   */
  public static long reserved() {
    return Region.current().reserved;
  }

  /** Collects garbage and takes back the memory of what was found. */
  public static void collect() {
    Budget.collect();
  }

  /**
   * How many bytes wait for their next use.
   *
   * @return bytes
   */
  public static long pooled() {
    return Pool.pooled();
  }
}
