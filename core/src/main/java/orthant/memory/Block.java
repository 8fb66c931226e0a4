package orthant.memory;

import java.lang.ref.PhantomReference;

/**
 * A chunk that is lent to a storage, and the notice that the storage has become unreachable.
 *
 * <p>Blocks are linked into the ring of their lease, or of the pool, so that they stay reachable themselves. All fields
 * are the pool's, under its lock.
 */
final class Block extends PhantomReference<Object> {
  /** The lease that may end this block early, or null. */
  final Lease lease;
  /** What is lent; null once it has been given back or handed on. */
  Chunk chunk;

  Block previous;
  Block next;

  /** Where it was asked for, or null. */
  final String site;

  Block(Storage storage, Chunk chunk, Lease lease, String site) {
    super(storage, Reaper.QUEUE);
    this.lease = lease;
    this.chunk = chunk;
    this.site = site;
  }
}
