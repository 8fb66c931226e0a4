package orthant.memory;

import java.lang.foreign.Arena;

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
    var segment = Arena.ofAuto().allocate(Math.max(bytes, 1), 64);
    var storage = new Storage() {
      @Override
      public long address() {
        return segment.address();
      }

      @Override
      public long byteSize() {
        return segment.byteSize();
      }

      @Override
      public boolean isAlive() {
        return true;
      }

      @Override
      public void checkAlive() {}
    };
    return new Allocation(storage, segment.address());
  }

  /**
   * Runs code whose allocations belong to no scope of this thread.
   *
   * @param <T> what it returns
   * @param code the code
   * @return its result
   */
  public static <T> T outsideScopes(java.util.function.Supplier<T> code) {
    return code.get();
  }
}
