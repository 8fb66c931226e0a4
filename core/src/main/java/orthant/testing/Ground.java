package orthant.testing;

import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.memory.Storage;

/**
 * Memory for a generated array.
 *
 * @param storage who keeps it alive
 * @param address where it begins, a multiple of 64 bytes
 */
record Ground(Storage storage, long address) {
  private static final long ALIGNMENT = 64;
  /** What lies where no element is. */
  private static final byte NOBODYS = (byte) 0xA5;

  static Ground of(long bytes) {
    long all = Math.addExact(bytes, 2 * ALIGNMENT);
    var memory = Memory.allocate(all);
    for (long i = 0; i < all; i++) {
      Raw.setByte(memory.address() + i, NOBODYS);
    }
    return new Ground(memory.storage(), (memory.address() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT);
  }
}
