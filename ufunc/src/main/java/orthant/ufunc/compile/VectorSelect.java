package orthant.ufunc.compile;

import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import orthant.kernel.Kernel;
import orthant.kernel.Select;
import orthant.memory.Raw;

/**
 * Select loops over vectors: the lanes whose masks are true are moved together and stored as a whole vector, the rest of
 * which the next one overwrites. What is left at the end of the elements or of the room is for the scalar loop.
 */
final class VectorSelect {
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  /** Times eight masks: the highest byte has a bit for each. */
  private static final long BITS = 0x0102040810204080L;

  private VectorSelect() {}

  static Kernel of(int item) {
    Kernel rest = item == 0 ? Select.positions() : Select.elements(item);
    return frame -> {
      long[] left = frame.clone();
      switch (item) {
        case 0 -> positions(left);
        case 4 -> ints(left);
        default -> longs(left);
      }
      rest.run(left);
    };
  }

  private static void longs(long[] frame) {
    Raw.touch();
    long mask = frame[0];
    long n = frame[1];
    long from = frame[2];
    long to = frame[4];
    long last = frame[5] - 64;
    long i = 0;
    if (frame[3] == 8) {
      for (; i <= n - 8 && to <= last; i += 8) {
        long bits = Select.eight(mask + i) * BITS >>> 56;
        for (int k = 0; k < 8; k += LONGS.length()) {
          VectorMask<Long> picked = VectorMask.fromLong(LONGS, bits >>> k);
          LongVector.fromMemorySegment(LONGS, Raw.ALL, from + 8 * (i + k), ORDER).compress(picked).intoMemorySegment(Raw.ALL, to, ORDER);
          to += 8L * Long.bitCount(bits >>> k & (1L << LONGS.length()) - 1);
        }
      }
    }
    advance(frame, i, i * frame[3], to);
  }

  private static void ints(long[] frame) {
    Raw.touch();
    long mask = frame[0];
    long n = frame[1];
    long from = frame[2];
    long to = frame[4];
    long last = frame[5] - 64;
    long i = 0;
    if (frame[3] == 4) {
      for (; i <= n - 16 && to <= last; i += 16) {
        long bits = Select.eight(mask + i) * BITS >>> 56 | Select.eight(mask + i + 8) * BITS >>> 56 << 8;
        for (int k = 0; k < 16; k += INTS.length()) {
          VectorMask<Integer> picked = VectorMask.fromLong(INTS, bits >>> k);
          IntVector.fromMemorySegment(INTS, Raw.ALL, from + 4 * (i + k), ORDER).compress(picked).intoMemorySegment(Raw.ALL, to, ORDER);
          to += 4L * Long.bitCount(bits >>> k & (1L << INTS.length()) - 1);
        }
      }
    }
    advance(frame, i, i * frame[3], to);
  }

  private static void positions(long[] frame) {
    Raw.touch();
    long mask = frame[0];
    long n = frame[1];
    long to = frame[4];
    long last = frame[5] - 64;
    LongVector at = LongVector.broadcast(LONGS, frame[2]).addIndex(1);
    long i = 0;
    for (; i <= n - 8 && to <= last; i += 8) {
      long bits = Select.eight(mask + i) * BITS >>> 56;
      for (int k = 0; k < 8; k += LONGS.length()) {
        at.compress(VectorMask.fromLong(LONGS, bits >>> k)).intoMemorySegment(Raw.ALL, to, ORDER);
        at = at.add(LONGS.length());
        to += 8L * Long.bitCount(bits >>> k & (1L << LONGS.length()) - 1);
      }
    }
    advance(frame, i, i, to);
  }

  private static void advance(long[] frame, long done, long moved, long to) {
    frame[0] += done;
    frame[1] -= done;
    frame[2] += moved;
    frame[4] = to;
  }
}
