package orthant.memory;

/**
 * Cuts small arrays from slabs, one behind the other; for one thread.
 *
 * <p>A slab comes back when none of its arrays is reachable any more, so that an array costs an addition and no
 * reference of its own. Slots are never reused one by one: a view could outlive them.
 */
final class Bump {
  private final Lease lease;
  private final long slabSize;
  private Storage slab;
  private long next;
  private long end;

  Bump(long slabSize, Lease lease) {
    this.slabSize = slabSize;
    this.lease = lease;
  }

  /**
   * Cuts the next array.
   *
   * @param bytes 1 or more, at most a slab
   * @return its owner, whose {@link Storage#claimed} is its address
   */
  Storage claim(long bytes) {
    long mask = bytes >= 64 ? 63 : 7;
    long address = (next + mask) & ~mask;
    if (address + bytes > end) {
      address = refill();
    }
    next = address + bytes;
    var owner = slab;
    owner.claimed = address;
    return owner;
  }

  private long refill() {
    // Dropped first: what is left of it is of no use, and the collection that may come now should find it.
    slab = null;
    next = 0;
    end = 0;
    slab = Pool.lend(slabSize, lease, false);
    end = slab.address() + slab.byteSize();
    return slab.address();
  }
}
