package orthant.memory;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The memory of one scope: ended at once by the thread that opened the scope, or, if somebody is using some of it just
 * then, by the last one to do so.
 *
 * <p>The owner counts its uses in a plain field: only the owner closes, so it cannot do so unseen. All others count in
 * an atomic one. A use may begin on one thread and end on another; only the sum of both counts means something.
 */
final class Lease implements Guard {
  private static final VarHandle STATE;

  static {
    try {
      STATE = MethodHandles.lookup().findVarHandle(Lease.class, "state", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private static final long CLOSED = 1;
  private static final long USE = 2;

  final Thread owner = Thread.currentThread();
  /** The blocks of this lease; the pool's, under its lock. */
  final Ring blocks = new Ring();

  private int own;
  private volatile long state;
  private Arena arena;
  private final List<Storage> moved = new ArrayList<>();

  @Override
  public boolean isAlive() {
    return (state & CLOSED) == 0;
  }

  @Override
  public void checkAlive() {
    if (!isAlive()) {
      throw released();
    }
  }

  @Override
  public void acquire() {
    if (Thread.currentThread() == owner) {
      checkAlive();
      own++;
      return;
    }
    long before;
    do {
      before = state;
      if ((before & CLOSED) != 0) {
        throw released();
      }
    } while (!STATE.compareAndSet(this, before, before + USE));
  }

  @Override
  public void release() {
    if (Thread.currentThread() == owner && isAlive()) {
      own--;
    } else if ((long) STATE.getAndAdd(this, -USE) == CLOSED + USE) {
      end();
    }
  }

  /** Ends the lease; by the owner, once. */
  void close() {
    if (arena != null) {
      arena.close();
    }
    long mine = own * USE;
    if ((long) STATE.getAndAdd(this, mine + CLOSED) + mine == 0) {
      end();
    }
  }

  /**
   * Keeps memory that has left this lease for a longer-lived one until nobody can use it through this one; by the owner.
   *
   * @param storage the memory's new storage
   */
  void addMoved(Storage storage) {
    storage.acquire();
    moved.add(storage);
  }

  /**
   * Where memory has gone; by the owner.
   *
   * @param storage memory of this lease
   * @return its new storage, or null if it has not left
   */
  Storage moved(Storage storage) {
    for (var owner : moved) {
      if (owner.address() == storage.address()) {
        return owner;
      }
    }
    return null;
  }

  private void end() {
    Pool.end(this);
    moved.forEach(Storage::release);
    moved.clear();
  }

  @Override
  @SuppressWarnings("restricted")
  public MemorySegment segment(long address, long bytes) {
    checkAlive();
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "the array's memory belongs to a Scope of thread " + owner.getName() + " and thread " + Thread.currentThread().getName()
              + " asks for its segment; segments of a scope are for its own thread, copy() or keep() the array");
    }
    if (arena == null) {
      arena = Arena.ofConfined();
    }
    return MemorySegment.ofAddress(address).reinterpret(bytes, arena, null);
  }

  private static IllegalStateException released() {
    return new IllegalStateException(
        "the array's memory was released when its Scope closed; use the array before, or take it out with scope.keep(array)");
  }
}
