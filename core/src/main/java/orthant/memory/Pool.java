package orthant.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * All of the library's memory: what is lent, and what waits to be lent again.
 *
 * <p>A chunk comes back when its storage is unreachable (through the {@link Reaper}) or when its lease ends, whichever is
 * first. It then waits in the bin of its size, because memory that has its pages is several times cheaper than fresh
 * memory. One lock guards everything here; calls of the operating system and of the garbage collector are outside of it.
 */
final class Pool {
  private static final Object LOCK = new Object();

  /** Unused chunks of one size, the last used first. */
  private static final class Bin {
    final ArrayDeque<Chunk> chunks = new ArrayDeque<>();
    long lastUse;
  }

  private static final TreeMap<Long, Bin> BINS = new TreeMap<>();
  private static final Ring UNLEASED = new Ring();
  /** The leases that have blocks: a phantom reference must be reachable to be enqueued. */
  private static final Set<Lease> LEASES = new HashSet<>();

  // Written under the lock, read without: readers want a figure often, and it may be a moment old.
  private static volatile long lent;
  private static volatile long pooled;
  private static volatile long clock;

  private Pool() {}

  /**
   * Lends memory.
   *
   * @param bytes how many, 1 or more
   * @param lease what may end it early, or null
   * @param zero whether the bytes must be zero
   * @return its new owner, with at least so many bytes, aligned to 64 bytes
   * @throws OutOfMemoryError if there is none, even after a garbage collection
   */
  static Storage lend(long bytes, Lease lease, boolean zero) {
    if (bytes > Sizes.MAX) {
      throw exhausted(bytes);
    }
    var event = FlightRecorder.isRunning() ? AllocationEvent.open() : null;
    long size = Sizes.round(bytes);
    Reaper.poll();
    Budget.admit(size);
    String site = Sites.current();
    Storage recycled = recycle(size, lease, site);
    if (event != null) {
      event.close(size, recycled != null);
    }
    if (recycled != null) {
      if (zero) {
        Raw.zero(recycled.address(), bytes);
      }
      return recycled;
    }
    return lend(fresh(size), lease, site);
  }

  private static Storage recycle(long size, Lease lease, String site) {
    synchronized (LOCK) {
      var bin = BINS.get(size);
      if (bin == null || bin.chunks.isEmpty()) {
        return null;
      }
      // Lent before it leaves the bin: the Java objects may not fit into the heap.
      var storage = link(bin.chunks.peek(), lease, site);
      bin.chunks.pop();
      bin.lastUse = ++clock;
      pooled -= size;
      return storage;
    }
  }

  private static Chunk fresh(long size) {
    Chunk chunk = Budget.fits(size) ? Native.allocate(size) : null;
    if (chunk == null) {
      Budget.collect();
      trim(0);
      chunk = Budget.fits(size) ? Native.allocate(size) : null;
    }
    if (chunk == null) {
      throw exhausted(size);
    }
    return chunk;
  }

  private static Storage lend(Chunk chunk, Lease lease, String site) {
    Storage storage = null;
    try {
      synchronized (LOCK) {
        storage = link(chunk, lease, site);
      }
    } finally {
      if (storage == null) {
        Native.free(chunk);
      }
    }
    return storage;
  }

  private static Storage link(Chunk chunk, Lease lease, String site) {
    var storage = new Storage(chunk.address(), chunk.bytes(), lease);
    var block = new Block(storage, chunk, lease, site);
    storage.block = block;
    if (lease == null) {
      UNLEASED.add(block);
    } else {
      if (lease.blocks.isEmpty()) {
        LEASES.add(lease);
      }
      lease.blocks.add(block);
    }
    lent += chunk.bytes();
    return storage;
  }

  private static Chunk unlink(Block block) {
    var chunk = block.chunk;
    block.chunk = null;
    lent -= chunk.bytes();
    var lease = block.lease;
    if (lease == null) {
      UNLEASED.remove(block);
    } else {
      lease.blocks.remove(block);
      if (lease.blocks.isEmpty()) {
        LEASES.remove(lease);
      }
    }
    return chunk;
  }

  /**
   * Takes back the chunk of a block whose storage is unreachable.
   *
   * @param block the block; nothing happens if its lease was faster
   */
  static void takeBack(Block block) {
    synchronized (LOCK) {
      if (block.chunk != null) {
        put(unlink(block));
      }
    }
    Budget.found();
    trim(Budget.cap());
  }

  /**
   * Takes back all that a lease has.
   *
   * @param lease a closed lease that nobody uses
   */
  static void end(Lease lease) {
    synchronized (LOCK) {
      for (var block = lease.blocks.first(); block != null; block = lease.blocks.first()) {
        block.clear();
        put(unlink(block));
      }
    }
    trim(Budget.cap());
  }

  /**
   * Hands memory on to another owner, without moving a byte.
   *
   * @param storage memory of an open lease that was not handed on before
   * @param lease the new lease, or null
   * @return the new owner
   */
  static Storage handOn(Storage storage, Lease lease) {
    synchronized (LOCK) {
      var block = storage.block;
      var owner = link(block.chunk, lease, block.site);
      unlink(block);
      block.clear();
      return owner;
    }
  }

  private static void put(Chunk chunk) {
    var bin = BINS.computeIfAbsent(chunk.bytes(), _ -> new Bin());
    bin.chunks.push(chunk);
    bin.lastUse = ++clock;
    pooled += chunk.bytes();
  }

  /**
   * Returns unused memory to the operating system, the sizes that were not wanted for longest first.
   *
   * @param most how many unused bytes may stay
   */
  static void trim(long most) {
    if (pooled <= most) {
      return;
    }
    List<Chunk> victims = null;
    synchronized (LOCK) {
      while (pooled > most) {
        if (victims == null) {
          victims = new ArrayList<>();
        }
        Bin oldest = null;
        for (var bin : BINS.values()) {
          if (oldest == null || bin.lastUse < oldest.lastUse) {
            oldest = bin;
          }
        }
        var chunk = oldest.chunks.pollLast();
        if (chunk == null) {
          BINS.values().remove(oldest);
          continue;
        }
        pooled -= chunk.bytes();
        victims.add(chunk);
      }
    }
    if (victims != null) {
      victims.forEach(Native::free);
    }
  }

  /**
   * Who has what.
   *
   * @return bytes and number of blocks by site; "" for blocks without one
   */
  static Map<String, long[]> holders() {
    Map<String, long[]> holders = new HashMap<>();
    synchronized (LOCK) {
      count(UNLEASED, holders);
      LEASES.forEach(lease -> count(lease.blocks, holders));
    }
    return holders;
  }

  private static void count(Ring blocks, Map<String, long[]> holders) {
    for (var block = blocks.first(); block != null; block = block.next) {
      long[] sum = holders.computeIfAbsent(block.site == null ? "" : block.site, _ -> new long[2]);
      sum[0] += block.chunk.bytes();
      sum[1]++;
    }
  }

  /**
   * How much is in use, or not yet known to be unused.
   *
   * @return bytes
   */
  static long lent() {
    return lent;
  }

  /**
   * How much waits for its next use.
   *
   * @return bytes
   */
  static long pooled() {
    return pooled;
  }

  /**
   * How often memory was lent or came back.
   *
   * @return a count that stands still while nothing happens
   */
  static long clock() {
    return clock;
  }

  private static OutOfMemoryError exhausted(long bytes) {
    return new OutOfMemoryError(
        "no memory for " + bytes + " bytes of an array, even after a garbage collection: " + lent() + " bytes are in use by arrays, "
            + pooled() + " are pooled, " + Budget.limitText() + "; drop references to arrays, or free temporaries early with a Scope");
  }
}
