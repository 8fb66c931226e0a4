package orthant.memory;

import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Somebody else's memory under arrays, as long as a storage over it is reachable; so that it can be counted. */
final class Loan extends WeakReference<Object> {
  private static final Set<Loan> OPEN = ConcurrentHashMap.newKeySet();

  private final boolean mapped;
  private final long bytes;

  private Loan(Storage storage, boolean mapped) {
    super(storage, Reaper.QUEUE);
    this.mapped = mapped;
    this.bytes = storage.byteSize();
  }

  static void open(Storage storage) {
    OPEN.add(new Loan(storage, storage.isMapped()));
  }

  void close() {
    OPEN.remove(this);
  }

  /**
   * How many bytes are open; arrays over the same memory count each.
   *
   * @param mapped whether those of files, or all others
   * @return bytes
   */
  static long total(boolean mapped) {
    return OPEN.stream().filter(l -> l.mapped == mapped && l.get() instanceof Storage s && s.isAlive()).mapToLong(l -> l.bytes).sum();
  }
}
