package orthant.ufunc.sort;

import orthant.kernel.Kernel;
import orthant.memory.Raw;

/**
 * Loops over signed integer keys of one width that lie side by side. There is a class for each width, since a loop that
 * is told its vector type has no constants to be compiled for.
 */
abstract class Keys {
  /** How many rows the networks have; a network sorts as many keys as its rows have lanes. */
  private static final int[] ROWS = {4, 8, 16};

  /** Bytes of a key. */
  final int size;

  /** Keys of a vector. */
  final int lanes;

  /** The largest key. */
  final long largest;

  private final Kernel[][] networks = new Kernel[ROWS.length][];

  Keys(Networks networks, int size) {
    this.size = size;
    lanes = networks.lanes();
    largest = -1L >>> 65 - 8 * size;
    for (int i = 0; i < ROWS.length; i++) {
      this.networks[i] = networks.phases(ROWS[i]);
    }
  }

  /** The key at an address. */
  abstract long get(long at);

  /** Writes a key. */
  abstract void set(long at, long key);

  /**
   * Copies keys to two places, keeping their order. Whole vectors are stored: up to a vector less one key behind what is
   * written is lost. Keys may be split onto themselves.
   *
   * @param from where they begin
   * @param n how many
   * @param pivot what the lower ones are less than
   * @param low where the lower ones go
   * @param high where the others go
   * @return how many are lower
   */
  abstract long split(long from, long n, long pivot, long low, long high);

  /** Whether no key is less than the one before. */
  abstract boolean ascends(long at, long n);

  /** Whether no key is greater than the one before. */
  abstract boolean descends(long at, long n);

  /** Whether floats would come back with the same bits: not negative zeros and unusual NaN. */
  abstract boolean exact(long at, long n);

  /** Makes floats, given as bits, keys of the same order. */
  abstract void fromFloats(long at, long n);

  /** Undoes {@link #fromFloats}. */
  abstract void toFloats(long at, long n);

  /** Makes unsigned integers keys of the same order, and back. */
  abstract void flip(long at, long n);

  /** How many keys a network sorts. */
  final int most() {
    return ROWS[ROWS.length - 1] * lanes;
  }

  /** Bytes that {@link #network} needs besides the keys. */
  final long table() {
    return 2L * most() * size;
  }

  /** Prepares the memory that {@link #network} needs: its second half holds keys that go behind all others. */
  final void prepare(long table) {
    for (int k = most(); k < 2 * most(); k++) {
      set(table + (long) k * size, largest);
    }
  }

  /**
   * Sorts few keys.
   *
   * @param at where they begin
   * @param n at most {@link #most}
   * @param frame an array whose first element is the address of memory that was prepared
   */
  final void network(long at, int n, long[] frame) {
    int i = 0;
    while (n > ROWS[i] * lanes) {
      i++;
    }
    long table = frame[0];
    long bytes = (long) n * size;
    Raw.copy(at, table, bytes);
    Raw.copy(table + (long) most() * size, table + bytes, (long) ROWS[i] * lanes * size - bytes);
    for (Kernel phase : networks[i]) {
      phase.run(frame);
    }
    Raw.copy(table, at, bytes);
  }

  /** Turns keys round. */
  final void reverse(long at, long n) {
    for (long low = at, high = at + (n - 1) * size; low < high; low += size, high -= size) {
      long key = get(low);
      set(low, get(high));
      set(high, key);
    }
  }

  /** How many keys of a sorted row are less than a key. */
  final long below(long at, long n, long key) {
    long low = 0;
    long high = n;
    while (low < high) {
      long middle = low + high >>> 1;
      if (get(at + middle * size) < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
