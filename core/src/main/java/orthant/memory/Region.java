package orthant.memory;

import java.util.function.Supplier;

/**
 * Where the arrays of a thread get their memory just now: outside of all scopes, or in the innermost open one.
 *
 * <p>Small arrays are cut from slabs: arrays of up to 512 bytes from slabs of 32 KB, larger ones of up to 16 KB from slabs
 * of 256 KB, so that a result that is kept does not hold too much of its neighbours' memory.
 */
public final class Region {
  private static final ThreadLocal<Region> CURRENT = ThreadLocal.withInitial(() -> new Region(null, null));

  private static final long TINY = 512;
  private static final long TINY_SLAB = 32 << 10;
  private static final long SMALL = 16 << 10;
  private static final long SMALL_SLAB = 256 << 10;

  private final Region outer;
  private final Lease lease;
  private final Bump tiny;
  private final Bump small;
  private boolean open = true;

  /** How many bytes were asked for. */
  long reserved;

  private Region(Region outer, Lease lease) {
    this.outer = outer;
    this.lease = lease;
    this.tiny = new Bump(TINY_SLAB, lease);
    this.small = new Bump(SMALL_SLAB, lease);
  }

  static Region current() {
    return CURRENT.get();
  }

  /**
   * Opens a region inside the thread's current one, which it replaces until it is closed.
   *
   * @return the region of a new scope
   */
  public static Region open() {
    var region = new Region(CURRENT.get(), new Lease());
    CURRENT.set(region);
    return region;
  }

  /**
   * Runs something outside of all scopes: what it makes lives as long as it is reachable.
   *
   * @param <T> the result
   * @param task what to run
   * @return its result
   */
  static <T> T unscoped(Supplier<T> task) {
    var region = CURRENT.get();
    while (region.outer != null) {
      region = region.outer;
    }
    return region.run(task);
  }

  private <T> T run(Supplier<T> task) {
    var before = CURRENT.get();
    CURRENT.set(this);
    try {
      return task.get();
    } finally {
      CURRENT.set(before);
    }
  }

  Storage reserve(long bytes, boolean zero) {
    reserved += bytes;
    if (bytes > SMALL) {
      return Pool.lend(bytes, lease, zero);
    }
    var storage = (bytes <= TINY ? tiny : small).claim(Math.max(bytes, 1));
    if (zero) {
      Raw.zero(storage.claimed, bytes);
    }
    return storage;
  }

  /**
   * Whether memory ends no earlier than what is around this region, so that it need not be kept.
   *
   * @param storage some memory
   * @return true for memory that belongs to no scope, or to one around this one
   */
  public boolean isOutlivedBy(Storage storage) {
    if (!(storage.guard() instanceof Lease other)) {
      return true;
    }
    for (var region = outer; region.lease != null; region = region.outer) {
      if (region.lease == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes memory out of this region without moving a byte.
   *
   * @param storage memory of this region, all of which is wanted
   * @return its new owner, in the region around this one; null if it cannot be taken out and must be copied
   * @throws IllegalStateException if it was released, or this is closed or belongs to another thread
   */
  public Storage take(Storage storage) {
    checkOpen("keep an array");
    storage.checkAlive();
    if (storage.guard() != lease || storage.byteSize() <= SMALL_SLAB) {
      return null;
    }
    var owner = lease.moved(storage);
    if (owner == null) {
      owner = Pool.handOn(storage, outer.lease);
      lease.addMoved(owner);
    }
    return owner;
  }

  /**
   * Runs something in the region around this one.
   *
   * @param <T> the result
   * @param task what to run
   * @return its result
   * @throws IllegalStateException if this is closed, or belongs to another thread
   */
  public <T> T outside(Supplier<T> task) {
    checkOpen("keep an array");
    return outer.run(task);
  }

  /**
   * Closes this region and releases its memory; does nothing if that was done before.
   *
   * @throws IllegalStateException if this is not the innermost open region of the calling thread
   */
  public void close() {
    if (!open) {
      return;
    }
    checkOpen("close it");
    if (CURRENT.get() != this) {
      throw new IllegalStateException("a Scope that was opened inside this one is still open; "
              + "scopes close in the reverse order of their opening");
    }
    lease.close();
    open = false;
    CURRENT.set(outer);
  }

  private void checkOpen(String wish) {
    if (Thread.currentThread() != lease.owner) {
      throw new IllegalStateException(
          "the Scope belongs to thread " + lease.owner.getName() + "; thread " + Thread.currentThread().getName() + " cannot " + wish
              + ", only the thread that opened it can");
    }
    if (!open) {
      throw new IllegalStateException("the Scope is closed; it cannot " + wish);
    }
  }
}
