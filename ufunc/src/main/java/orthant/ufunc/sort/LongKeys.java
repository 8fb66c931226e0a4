package orthant.ufunc.sort;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;
import orthant.memory.Raw;

/** Keys of 64 bits. */
final class LongKeys extends Keys {
  private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_PREFERRED;
  static final int LANES = SPECIES.length();
  private static final VectorSpecies<Integer> HALF = VectorSpecies.of(int.class, VectorShape.forBitSize(SPECIES.vectorBitSize() / 2));
  private static final int BYTES = SPECIES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final long INFINITY = 0x7ff0000000000000L;
  private static final long NAN = 0x7ff8000000000000L;

  LongKeys() {
    super(new Networks("LongVector", SPECIES), 8);
  }

  private static LongVector load(long at) {
    return LongVector.fromMemorySegment(SPECIES, Raw.ALL, at, ORDER);
  }

  @Override
  long get(long at) {
    return Raw.getLong(at);
  }

  @Override
  void set(long at, long key) {
    Raw.setLong(at, key);
  }

  @Override
  long split(long from, long n, long pivot, long low, long high) {
    LongVector p = LongVector.broadcast(SPECIES, pivot);
    long end = from + n * 8;
    long lo = low;
    long hi = high;
    long at = from;
    for (; at <= end - BYTES; at += BYTES) {
      var keys = load(at);
      var less = keys.compare(LT, p);
      keys.compress(less).intoMemorySegment(Raw.ALL, lo, ORDER);
      keys.compress(less.not()).intoMemorySegment(Raw.ALL, hi, ORDER);
      long bytes = 8L * less.trueCount();
      lo += bytes;
      hi += BYTES - bytes;
    }
    for (; at < end; at += 8) {
      long key = Raw.getLong(at);
      Raw.setLong(lo, key);
      Raw.setLong(hi, key);
      long bytes = key < pivot ? 8 : 0;
      lo += bytes;
      hi += 8 - bytes;
    }
    return lo - low >> 3;
  }

  @Override
  boolean ascends(long at, long n) {
    long last = at + (n - 1) * 8;
    for (; at <= last - BYTES; at += BYTES) {
      if (load(at).compare(GT, load(at + 8)).anyTrue()) {
        return false;
      }
    }
    for (; at < last; at += 8) {
      if (Raw.getLong(at) > Raw.getLong(at + 8)) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean descends(long at, long n) {
    long last = at + (n - 1) * 8;
    for (; at <= last - BYTES; at += BYTES) {
      if (load(at).compare(LT, load(at + 8)).anyTrue()) {
        return false;
      }
    }
    for (; at < last; at += 8) {
      if (Raw.getLong(at) < Raw.getLong(at + 8)) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean exact(long at, long n) {
    long end = at + n * 8;
    for (; at <= end - BYTES; at += BYTES) {
      var bits = load(at);
      var odd = bits.compare(EQ, Long.MIN_VALUE);
      var nan = bits.and(Long.MAX_VALUE).compare(GT, INFINITY);
      if (odd.or(nan.and(bits.compare(NE, NAN))).anyTrue()) {
        return false;
      }
    }
    for (; at < end; at += 8) {
      long bits = Raw.getLong(at);
      if (bits == Long.MIN_VALUE || (bits & Long.MAX_VALUE) > INFINITY && bits != NAN) {
        return false;
      }
    }
    return true;
  }

  @Override
  void fromFloats(long at, long n) {
    long end = at + n * 8;
    for (; at <= end - BYTES; at += BYTES) {
      var bits = load(at);
      var magnitude = bits.and(Long.MAX_VALUE);
      bits.blend(magnitude.lanewise(VectorOperators.NEG), bits.compare(LT, 0)).blend(NAN, magnitude.compare(GT, INFINITY))
          .intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 8) {
      Raw.setLong(at, key(Raw.getLong(at)));
    }
  }

  private static long key(long bits) {
    long magnitude = bits & Long.MAX_VALUE;
    long sign = bits >> 63;
    return magnitude > INFINITY ? NAN : (magnitude ^ sign) - sign;
  }

  @Override
  void toFloats(long at, long n) {
    long end = at + n * 8;
    for (; at <= end - BYTES; at += BYTES) {
      var keys = load(at);
      keys.blend(keys.lanewise(VectorOperators.NEG).or(Long.MIN_VALUE), keys.compare(LT, 0)).intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 8) {
      long key = Raw.getLong(at);
      Raw.setLong(at, key < 0 ? -key | Long.MIN_VALUE : key);
    }
  }

  @Override
  void flip(long at, long n) {
    long end = at + n * 8;
    for (; at <= end - BYTES; at += BYTES) {
      load(at).lanewise(VectorOperators.XOR, Long.MIN_VALUE).intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 8) {
      Raw.setLong(at, Raw.getLong(at) ^ Long.MIN_VALUE);
    }
  }

  /** The least key, and the greatest. */
  static long[] range(long at, long n) {
    long end = at + n * 8;
    var least = LongVector.broadcast(SPECIES, Long.MAX_VALUE);
    var greatest = LongVector.broadcast(SPECIES, Long.MIN_VALUE);
    for (; at <= end - BYTES; at += BYTES) {
      var keys = load(at);
      least = least.min(keys);
      greatest = greatest.max(keys);
    }
    long min = least.reduceLanes(VectorOperators.MIN);
    long max = greatest.reduceLanes(VectorOperators.MAX);
    for (; at < end; at += 8) {
      long key = Raw.getLong(at);
      min = Math.min(min, key);
      max = Math.max(max, key);
    }
    return new long[] {min, max};
  }

  /**
   * Packs keys with their positions.
   *
   * @param from where the keys begin
   * @param n how many
   * @param least the least key
   * @param lost how many low bits of the difference from the least key are left out
   * @param bits how many bits a position has
   * @param to where the packed ones go; may be where the keys are
   */
  static void pack(long from, long n, long least, int lost, int bits, long to) {
    var first = LongVector.broadcast(SPECIES, 0).addIndex(1);
    long i = 0;
    for (; i <= n - LANES; i += LANES) {
      load(from + i * 8).sub(least).lanewise(VectorOperators.LSHR, lost).lanewise(VectorOperators.LSHL, bits)
          .or(first).lanewise(VectorOperators.XOR, Long.MIN_VALUE).intoMemorySegment(Raw.ALL, to + i * 8, ORDER);
      first = first.add(LANES);
    }
    for (; i < n; i++) {
      Raw.setLong(to + i * 8, (Raw.getLong(from + i * 8) - least >>> lost << bits | i) ^ Long.MIN_VALUE);
    }
  }

  /** Makes keys of 32 bits such of 64; they may lie in the upper half of the memory that these take. */
  static void widen(long from, long n, long to) {
    long i = 0;
    for (; i <= n - LANES; i += LANES) {
      IntVector.fromMemorySegment(HALF, Raw.ALL, from + i * 4, ORDER).convertShape(VectorOperators.I2L, SPECIES, 0)
          .intoMemorySegment(Raw.ALL, to + i * 8, ORDER);
    }
    for (; i < n; i++) {
      Raw.setLong(to + i * 8, Raw.getInt(from + i * 4));
    }
  }

  /** Keeps some low bits of keys. */
  static void keep(long at, long n, long mask) {
    long end = at + n * 8;
    for (; at <= end - BYTES; at += BYTES) {
      load(at).and(mask).intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 8) {
      Raw.setLong(at, Raw.getLong(at) & mask);
    }
  }

  /** The first of two neighbours, {@code i} at least, that agree in all bits but those of a mask; {@code n - 1} if there are none. */
  static long twins(long at, long i, long n, long mask) {
    for (; i < n - LANES; i += LANES) {
      var differ = load(at + i * 8).lanewise(VectorOperators.XOR, load(at + i * 8 + 8)).and(~mask).compare(EQ, 0);
      if (differ.anyTrue()) {
        return i + differ.firstTrue();
      }
    }
    for (; i < n - 1; i++) {
      if (((Raw.getLong(at + i * 8) ^ Raw.getLong(at + i * 8 + 8)) & ~mask) == 0) {
        return i;
      }
    }
    return n - 1;
  }
}
