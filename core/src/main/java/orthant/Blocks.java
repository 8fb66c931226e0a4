package orthant;

import java.lang.foreign.ValueLayout;
import orthant.memory.Raw;

/**
 * The innermost loops of indexing: blocks of bytes from listed places to places at equal distances, and back. A block is
 * an element, or a run of them; what type they have does not matter. Whoever calls has checked every place.
 */
final class Blocks {
  private static final ValueLayout.OfLong I64 = ValueLayout.JAVA_LONG_UNALIGNED;
  private static final ValueLayout.OfInt I32 = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfShort I16 = ValueLayout.JAVA_SHORT_UNALIGNED;

  /** Up to here a block is copied word by word; the call of the copying routine would cost more. */
  private static final long WORDS = 128;

  private Blocks() {}

  /**
   * Copies blocks from listed places.
   *
   * @param from the address that the places count from
   * @param places bytes from there, one for each block
   * @param n how many blocks
   * @param to where the first one goes
   * @param step bytes from one block to the next there
   * @param block bytes of a block
   */
  static void gather(long from, long[] places, int n, long to, long step, long block) {
    // A method each, compiled for its own size: no size has to be thrown away when another is met.
    switch ((int) Math.min(block, 17)) {
      case 8 -> gatherLongs(from, places, n, to, step);
      case 4 -> gatherInts(from, places, n, to, step);
      case 1 -> gatherBytes(from, places, n, to, step);
      case 2 -> gatherShorts(from, places, n, to, step);
      case 16 -> gatherPairs(from, places, n, to, step);
      default -> gatherRuns(from, places, n, to, step, block);
    }
  }

  /**
   * Copies blocks to listed places; of those for the same place the last one stays.
   *
   * @param from where the first block is
   * @param step bytes from one block to the next there
   * @param to the address that the places count from
   * @param places bytes from there, one for each block
   * @param n how many blocks
   * @param block bytes of a block
   */
  static void scatter(long from, long step, long to, long[] places, int n, long block) {
    // A method each, compiled for its own size: no size has to be thrown away when another is met.
    switch ((int) Math.min(block, 17)) {
      case 8 -> scatterLongs(from, step, to, places, n);
      case 4 -> scatterInts(from, step, to, places, n);
      case 1 -> scatterBytes(from, step, to, places, n);
      case 2 -> scatterShorts(from, step, to, places, n);
      case 16 -> scatterPairs(from, step, to, places, n);
      default -> scatterRuns(from, step, to, places, n, block);
    }
  }

  /**
   * Copies elements of 8 bytes from positions that lie side by side, each of which is checked after it is read; negative ones count from the
   * end. What is read and written in order is a segment of known size here: the compiler then leaves its checks out and keeps more loads under
   * way, a fifth to a third faster than addresses into all of memory.
   *
   * @param from where position 0 is
   * @param stride bytes from one position to the next
   * @param size how many positions there are
   * @param at where the first position is listed
   * @param n how many
   * @param to where the first element goes
   * @return how many were copied: n, or the number of the first that is outside
   */
  static int takeLongs(long from, long stride, long size, long at, int n, long to) {
    var positions = Raw.ALL.asSlice(at, 8L * n);
    var taken = Raw.ALL.asSlice(to, 8L * n);
    for (int k = 0; k < n; k++) {
      long position = positions.getAtIndex(I64, k);
      if (Long.compareUnsigned(position, size) >= 0) {
        position += size;
        if (Long.compareUnsigned(position, size) >= 0) {
          return k;
        }
      }
      taken.setAtIndex(I64, k, Raw.getLong(from + position * stride));
    }
    return n;
  }

  /** The same with elements of 4 bytes. */
  static int takeInts(long from, long stride, long size, long at, int n, long to) {
    var positions = Raw.ALL.asSlice(at, 8L * n);
    var taken = Raw.ALL.asSlice(to, 4L * n);
    for (int k = 0; k < n; k++) {
      long position = positions.getAtIndex(I64, k);
      if (Long.compareUnsigned(position, size) >= 0) {
        position += size;
        if (Long.compareUnsigned(position, size) >= 0) {
          return k;
        }
      }
      taken.setAtIndex(I32, k, Raw.getInt(from + position * stride));
    }
    return n;
  }

  private static void gatherLongs(long from, long[] places, int n, long to, long step) {
    for (int k = 0; k < n; k++, to += step) {
      Raw.setLong(to, Raw.getLong(from + places[k]));
    }
  }

  private static void gatherInts(long from, long[] places, int n, long to, long step) {
    for (int k = 0; k < n; k++, to += step) {
      Raw.setInt(to, Raw.getInt(from + places[k]));
    }
  }

  private static void gatherBytes(long from, long[] places, int n, long to, long step) {
    for (int k = 0; k < n; k++, to += step) {
      Raw.setByte(to, Raw.getByte(from + places[k]));
    }
  }

  private static void gatherShorts(long from, long[] places, int n, long to, long step) {
    for (int k = 0; k < n; k++, to += step) {
      Raw.ALL.set(I16, to, Raw.ALL.get(I16, from + places[k]));
    }
  }

  private static void gatherPairs(long from, long[] places, int n, long to, long step) {
    for (int k = 0; k < n; k++, to += step) {
      Raw.setLong(to, Raw.getLong(from + places[k]));
      Raw.setLong(to + 8, Raw.getLong(from + places[k] + 8));
    }
  }

  private static void gatherRuns(long from, long[] places, int n, long to, long step, long block) {
    for (int k = 0; k < n; k++, to += step) {
      copy(from + places[k], to, block);
    }
  }

  private static void scatterLongs(long from, long step, long to, long[] places, int n) {
    for (int k = 0; k < n; k++, from += step) {
      Raw.setLong(to + places[k], Raw.getLong(from));
    }
  }

  private static void scatterInts(long from, long step, long to, long[] places, int n) {
    for (int k = 0; k < n; k++, from += step) {
      Raw.setInt(to + places[k], Raw.getInt(from));
    }
  }

  private static void scatterBytes(long from, long step, long to, long[] places, int n) {
    for (int k = 0; k < n; k++, from += step) {
      Raw.setByte(to + places[k], Raw.getByte(from));
    }
  }

  private static void scatterShorts(long from, long step, long to, long[] places, int n) {
    for (int k = 0; k < n; k++, from += step) {
      Raw.ALL.set(I16, to + places[k], Raw.ALL.get(I16, from));
    }
  }

  private static void scatterPairs(long from, long step, long to, long[] places, int n) {
    for (int k = 0; k < n; k++, from += step) {
      Raw.setLong(to + places[k], Raw.getLong(from));
      Raw.setLong(to + places[k] + 8, Raw.getLong(from + 8));
    }
  }

  private static void scatterRuns(long from, long step, long to, long[] places, int n, long block) {
    for (int k = 0; k < n; k++, from += step) {
      copy(from, to + places[k], block);
    }
  }

  private static void copy(long from, long to, long bytes) {
    if (bytes > WORDS) {
      Raw.copy(from, to, bytes);
      return;
    }
    long i = 0;
    for (; i <= bytes - 8; i += 8) {
      Raw.setLong(to + i, Raw.getLong(from + i));
    }
    for (; i < bytes; i++) {
      Raw.setByte(to + i, Raw.getByte(from + i));
    }
  }
}
