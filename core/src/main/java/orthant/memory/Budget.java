package orthant.memory;

import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;

/**
 * When to have garbage collected: the collector knows nothing of the memory behind the small objects it manages,
 * so garbage would pile up there.
 *
 * <p>A collection is due once more has been lent than was in use after the last one, plus headroom: {@code
 * orthant.memory.budget} bytes, or as much as was in use here and on the Java heap, but then no more than a quarter of the
 * largest Java heap; at first once less has piled up than that.
 */
final class Budget {
  private static final long BASE = property("orthant.memory.budget", 160L << 20, Long.MAX_VALUE >> 4);
  private static final long LIMIT = property("orthant.memory.limit", Long.MAX_VALUE, Long.MAX_VALUE);
  private static final long MOST = Math.max(BASE, Runtime.getRuntime().maxMemory() / 4);

  /** From here on the operations on an array take long enough for its share of a collection to hurt. */
  private static final long LARGE = 1L << 20;

  /**
   * What large arrays may pile up beyond the headroom. A collection takes about 12 ms however little it finds: shared by
   * 20 arrays of 8 MB it costs more than their arithmetic ({@code exp} of 1e6 doubles: 1125 us a call, 721 by 40 arrays).
   */
  private static final long LARGE_MORE = BASE;

  /** The most garbage to make in order to have the young generation collected. */
  private static final long YOUNG = 32L << 20;

  private static final long WAIT_NANOS = 200_000_000;
  private static final Object COLLECTING = new Object();

  /**
   * What was in use after the last collection, or after what was found unreachable since. What scopes release does not
   * count: a loop that fills a scope with a gigabyte would have it collected again and again.
   */
  private static volatile long live;

  /** What was in use of the Java heap after the last collection: the next one will cost time in proportion. */
  private static volatile long heap;

  /** What was in use after the last full collection; unlike the figure above it holds no garbage that has grown old. */
  private static long liveAtFull;

  /**
   * What may pile up at most. Grows to the headroom by and by: memory that was never used before costs more than a
   * collection (8 MB of it 2 ms, and 18 where a host must find it first), so a short program should get by with little. Where
   * much is in use, collections are dear, and this does not count.
   */
  private static volatile long room = BASE / 2;

  /** How long the last full collection took. */
  private static long fullNanos = 10_000_000;

  /** How often in a row collecting the young generation alone was of no use, and how often not to try it now. */
  private static int misses;
  private static int wait;

  private static boolean warned;
  private static volatile byte[] garbage;

  private Budget() {}

  /**
   * Collects garbage if that is due.
   *
   * @param bytes how many will be lent now
   */
  static void admit(long bytes) {
    if (isDue(bytes)) {
      // Others wait: they would lend faster than a concurrent collector collects.
      synchronized (COLLECTING) {
        if (isDue(bytes)) {
          collectSome();
        }
      }
    }
  }

  private static boolean isDue(long bytes) {
    long lent = Pool.lent();
    long headroom = headroom();
    long most = headroom + (bytes >= LARGE ? LARGE_MORE : 0);
    return lent > 0 && lent + bytes > live + (headroom > BASE ? most : Math.min(room, most));
  }

  /** Takes note that memory was found unreachable. */
  static void found() {
    live = Math.min(live, Pool.lent());
  }

  private static long headroom() {
    return Math.max(BASE, Math.min(live + heap, MOST));
  }

  /**
   * How much unused memory the pool may hold.
   *
   * @return bytes
   */
  static long cap() {
    long most = headroom() + LARGE_MORE;
    return most + most / 4;
  }

  /**
   * Whether more memory may be taken from the operating system.
   *
   * @param bytes how many
   * @return false if the limit of property {@code orthant.memory.limit} forbids it
   */
  static boolean fits(long bytes) {
    return bytes <= LIMIT - Pool.lent() - Pool.pooled();
  }

  /**
   * The limit in words.
   *
   * @return a clause for a message
   */
  static String limitText() {
    return LIMIT == Long.MAX_VALUE ? "the operating system sets the limit" : "the limit is -Dorthant.memory.limit=" + LIMIT;
  }

  /** Finds garbage to go on with, and decides how much may pile up before the next time. */
  private static void collectSome() {
    long before = Pool.lent();
    collectSomewhere();
    long piled = before - Pool.lent();
    // Much was garbage: the next collection can wait a little longer. Little was: the arrays are here to stay.
    room = Math.min(room + (piled >= room / 2 ? room / 32 : room), Math.max(room, headroom() + LARGE_MORE));
  }

  /** In the young generation if that does, which is several times faster than everywhere. */
  private static void collectSomewhere() {
    if (wait > 0) {
      wait--;
    } else if (collectYoung()) {
      misses = 0;
      return;
    } else {
      misses = Math.min(misses + 1, 6);
      wait = (1 << misses) - 2;
    }
    collect();
  }

  /**
   * Provokes a collection of the young generation by filling it with garbage, if that can be had for less than the time of
   * a full collection. With G1, which makes the young generation small when it has collected a small heap fully, it takes
   * 1 to 2 ms, a full collection 5 to 12.
   *
   * @return whether that has found enough
   */
  private static boolean collectYoung() {
    var sentinel = new Reaper.Sentinel();
    var dead = new WeakReference<>(new Object());
    fill(dead, YOUNG, fullNanos / 2);
    if (!dead.refersTo(null)) {
      return false;
    }
    await(sentinel);
    live = Pool.lent();
    // What has grown old before it became garbage is for the full collection.
    return live <= liveAtFull + headroom() / 2;
  }

  /** Collects all garbage and takes back the memory of what was found. */
  static void collect() {
    synchronized (COLLECTING) {
      long start = System.nanoTime();
      var sentinel = new Reaper.Sentinel();
      var dead = new WeakReference<>(new Object());
      System.gc();
      if (dead.refersTo(null)) {
        heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
      } else {
        warn();
        fill(dead, Runtime.getRuntime().maxMemory(), Long.MAX_VALUE);
      }
      await(sentinel);
      live = Pool.lent();
      liveAtFull = live;
      fullNanos = System.nanoTime() - start;
    }
  }

  private static void warn() {
    if (!warned) {
      warned = true;
      System.getLogger("orthant")
          .log(
              Level.WARNING,
              "System.gc() does nothing (-XX:+DisableExplicitGC?), so memory of unreachable arrays is found late and slowly; "
                  + "remove the flag, or use -XX:+ExplicitGCInvokesConcurrent instead");
    }
  }

  /** Makes garbage on the Java heap until a weak reference is cleared, or it is enough. */
  private static void fill(WeakReference<?> dead, long bytes, long nanos) {
    int piece = 1 << 16;
    long start = System.nanoTime();
    for (long made = 0; made < bytes && !dead.refersTo(null) && System.nanoTime() - start < nanos; made += piece) {
      garbage = new byte[piece];
    }
    garbage = null;
  }

  /** References reach the queue some time after the collection; waits until they have, and handles them. */
  private static void await(Reaper.Sentinel sentinel) {
    long start = System.nanoTime();
    long enough = Pool.lent() - BASE / 2;
    int idle = 0;
    // The thread that fills the queue may be preempted: patience pays if little came back so far.
    while (System.nanoTime() - start < WAIT_NANOS && idle < (Pool.lent() < enough ? 3 : 20)) {
      if (Reaper.poll()) {
        idle = 0;
      } else {
        idle += sentinel.reached ? 1 : 0;
        LockSupport.parkNanos(50_000);
      }
    }
  }

  private static long property(String name, long otherwise, long most) {
    String text = System.getProperty(name);
    if (text == null) {
      return otherwise;
    }
    try {
      int shift = switch (text.isEmpty() ? ' ' : Character.toLowerCase(text.charAt(text.length() - 1))) {
        case 'k' -> 10;
        case 'm' -> 20;
        case 'g' -> 30;
        default -> 0;
      };
      long value = Long.parseLong(shift == 0 ? text : text.substring(0, text.length() - 1));
      if (value > 0 && value <= most >> shift) {
        return value << shift;
      }
    } catch (NumberFormatException e) {
      // Reported below, together with what is out of range.
    }
    throw new IllegalArgumentException("-D" + name + "=" + text + ": must be a positive number of bytes, or of k, m or g");
  }
}
