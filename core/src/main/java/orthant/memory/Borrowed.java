package orthant.memory;

import java.lang.foreign.MemorySegment;

/**
 * Memory of somebody else's arena.
 *
 * @param whole all of it
 */
record Borrowed(MemorySegment whole) implements Guard {
  @Override
  public boolean isAlive() {
    return whole.scope().isAlive() && whole.isAccessibleBy(Thread.currentThread());
  }

  @Override
  public void checkAlive() {
    if (!whole.scope().isAlive()) {
      throw new IllegalStateException(
          "the array's memory was released when the arena of its segment was closed; use the array before, or copy() it");
    }
    if (!whole.isAccessibleBy(Thread.currentThread())) {
      throw new IllegalStateException(
          "the array's memory belongs to a confined arena of another thread than " + Thread.currentThread().getName()
              + "; use Arena.ofShared() or Arena.ofAuto(), or copy() the array in its own thread");
    }
  }

  @Override
  public void acquire() {
    // Nothing holds a shared arena open from outside of the JDK, so that this check is all there can be.
    checkAlive();
  }

  @Override
  public void release() {}

  @Override
  public MemorySegment segment(long address, long bytes) {
    checkAlive();
    return whole.asSlice(address - whole.address(), bytes);
  }
}
