package orthant.ufunc.sort;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import java.nio.ByteOrder;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;
import orthant.memory.Raw;

/**
 * Parts the positions of keys at one of them: lesser, equal, greater, each ascending. Lesser and greater positions are stored
 * as the keys are read, since it is known where both begin if only one key is equal; if there are more, the greater ones move
 * up, and the equal ones are found in a second reading.
 */
final class Sift {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int BYTES = SPECIES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final long pivot;
  private final long middle;
  private final long end;
  private final long spare;
  private long low;
  private long high;
  private long equal;

  /**
   * Begins to part.
   *
   * @param pivot the key that sorting would put at a position
   * @param to where the positions go
   * @param k the position
   * @param n how many keys
   * @param spare memory for a vector
   */
  Sift(long pivot, long to, long k, long n, long spare) {
    this.pivot = pivot;
    this.spare = spare;
    low = to;
    middle = to + k * 8;
    high = middle + 8;
    end = to + n * 8;
  }

  /** Parts some keys, whose first one has the position {@code first}. */
  void part(long keys, int n, long first) {
    var position = LongVector.broadcast(SPECIES, first).addIndex(1);
    long lo = low;
    long hi = high;
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      var key = LongVector.fromMemorySegment(SPECIES, Raw.ALL, keys + i * 8L, ORDER);
      var less = key.compare(LT, pivot);
      var greater = key.compare(GT, pivot);
      int lesser = less.trueCount() * 8;
      int more = greater.trueCount() * 8;
      var below = position.compress(less);
      var above = position.compress(greater);
      // At the edges no more than there is room for, whatever another thread does to the elements meanwhile.
      if (lo <= middle - BYTES) {
        below.intoMemorySegment(Raw.ALL, lo, ORDER);
      } else if (lesser > 0) {
        below.intoMemorySegment(Raw.ALL, spare, ORDER);
        lesser = (int) Math.min(lesser, middle - lo);
        Raw.copy(spare, lo, lesser);
      }
      if (hi <= end - BYTES) {
        above.intoMemorySegment(Raw.ALL, hi, ORDER);
      } else if (more > 0) {
        above.intoMemorySegment(Raw.ALL, spare, ORDER);
        more = (int) Math.min(more, end - hi);
        Raw.copy(spare, hi, more);
      }
      if (lesser + more < BYTES) {
        equal = first + i + key.compare(EQ, pivot).firstTrue();
      }
      lo += lesser;
      hi += more;
      position = position.add(LANES);
    }
    for (; i < n; i++) {
      long key = Raw.getLong(keys + i * 8L);
      if (key < pivot) {
        if (lo < middle) {
          Raw.setLong(lo, first + i);
          lo += 8;
        }
      } else if (key == pivot) {
        equal = first + i;
      } else if (hi < end) {
        Raw.setLong(hi, first + i);
        hi += 8;
      }
    }
    low = lo;
    high = hi;
  }

  /** Ends the first reading; whether there must be a second one. */
  boolean wantsEqual() {
    if (low == middle && high == end) {
      Raw.setLong(middle, equal);
      return false;
    }
    long greater = high - middle - 8;
    Raw.copy(middle + 8, end - greater, greater);
    high = end - greater;
    return true;
  }

  /** Reads keys once more, for the equal ones. */
  void equal(long keys, int n, long first) {
    long lo = low;
    for (int i = 0; i < n && lo < high; i++) {
      Raw.setLong(lo, first + i);
      lo += Raw.getLong(keys + i * 8L) == pivot ? 8 : 0;
    }
    low = lo;
  }
}
