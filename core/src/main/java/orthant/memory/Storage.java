package orthant.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * Who keeps the bytes of an array alive.
 *
 * <p>Every array and every view of it holds the same storage, so memory that the garbage collector manages lives as
 * long as any view. Memory of a scope ends with the scope: from then on {@link #checkAlive()} throws. {@link #acquire()}
 * and {@link #release()} bracket raw use; they cost a null check for memory that only unreachability can free. Whoever
 * uses addresses keeps the array reachable until the end of the use.
 */
public final class Storage {
  private final long address;
  private final long byteSize;
  /** Null for memory that ends by unreachability alone. */
  private final Guard guard;

  /** The address that {@link Bump} or {@link Pool} handed out last, for the thread that asked, right after it asked. */
  long claimed;

  /** What the pool has lent; null for borrowed memory. */
  Block block;

  Storage(long address, long byteSize, Guard guard) {
    this.address = address;
    this.byteSize = byteSize;
    this.guard = guard;
    this.claimed = address;
  }

  /**
   * The lowest address.
   *
   * @return an absolute address
   */
  public long address() {
    return address;
  }

  /**
   * How many bytes there are; arrays share the storages of small memory.
   *
   * @return the size in bytes
   */
  public long byteSize() {
    return byteSize;
  }

  /**
   * Whether the calling thread may use the bytes.
   *
   * @return false once the owner has released them, or if they belong to another thread
   */
  public boolean isAlive() {
    return guard == null || guard.isAlive();
  }

  /**
   * Insists that the bytes may be used.
   *
   * @throws IllegalStateException if the owner has released them, or they belong to another thread
   */
  public void checkAlive() {
    if (guard != null) {
      guard.checkAlive();
    }
  }

  /**
   * Insists that the bytes may be used, and keeps them until {@link #release()}. Any thread may release.
   *
   * @throws IllegalStateException if the owner has released them, or they belong to another thread
   */
  public void acquire() {
    if (guard != null) {
      guard.acquire();
    }
  }

  /** Ends what {@link #acquire()} began. */
  public void release() {
    if (guard != null) {
      guard.release();
    }
  }

  /**
   * Some of the bytes as a segment that cannot outlive them.
   *
   * @param from the absolute address where it begins, inside this storage
   * @param bytes how long it is
   * @return for memory that the garbage collector manages, a segment that keeps it alive; for memory of a scope, one that
   *     belongs to the scope's thread and ends with the scope; for memory of a segment, a slice of that
   * @throws IllegalStateException if the owner has released them, or they belong to another thread
   */
  @SuppressWarnings("restricted")
  public MemorySegment segment(long from, long bytes) {
    if (guard != null) {
      // An array without elements may lie anywhere.
      return guard.segment(bytes == 0 ? address : from, bytes);
    }
    // The cleanup action is what refers to this storage; there is nothing to clean up.
    return MemorySegment.ofAddress(from).reinterpret(bytes, Arena.ofAuto(), _ -> Reference.reachabilityFence(this));
  }

  /**
   * Whether the bytes are those of a file. If that is cut short, using them is an {@code InternalError} in Java and the end of
   * the process in native code: whoever hands memory to native code makes a copy first.
   *
   * @return true for memory of a mapped segment
   */
  public boolean isMapped() {
    return guard instanceof Borrowed borrowed && borrowed.whole().isMapped();
  }

  /**
   * Writes changes of mapped memory to its file.
   *
   * @return false if the memory is not mapped
   * @throws java.io.UncheckedIOException if that fails
   */
  public boolean force() {
    if (guard instanceof Borrowed borrowed && borrowed.whole().isMapped()) {
      borrowed.checkAlive();
      borrowed.whole().force();
      return true;
    }
    return false;
  }

  Guard guard() {
    return guard;
  }
}
