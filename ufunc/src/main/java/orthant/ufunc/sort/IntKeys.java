package orthant.ufunc.sort;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import java.nio.ByteOrder;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import orthant.memory.Raw;

/** Keys of 32 bits. */
final class IntKeys extends Keys {
  private static final VectorSpecies<Integer> SPECIES = IntVector.SPECIES_PREFERRED;
  private static final int BYTES = SPECIES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();
  private static final int INFINITY = 0x7f800000;
  private static final int NAN = 0x7fc00000;

  IntKeys() {
    super(new Networks("IntVector", SPECIES), 4);
  }

  private static IntVector load(long at) {
    return IntVector.fromMemorySegment(SPECIES, Raw.ALL, at, ORDER);
  }

  @Override
  long get(long at) {
    return Raw.getInt(at);
  }

  @Override
  void set(long at, long key) {
    Raw.setInt(at, (int) key);
  }

  @Override
  long split(long from, long n, long pivot, long low, long high) {
    IntVector p = IntVector.broadcast(SPECIES, (int) pivot);
    long end = from + n * 4;
    long lo = low;
    long hi = high;
    long at = from;
    for (; at <= end - BYTES; at += BYTES) {
      var keys = load(at);
      var less = keys.compare(LT, p);
      keys.compress(less).intoMemorySegment(Raw.ALL, lo, ORDER);
      keys.compress(less.not()).intoMemorySegment(Raw.ALL, hi, ORDER);
      long bytes = 4L * less.trueCount();
      lo += bytes;
      hi += BYTES - bytes;
    }
    for (; at < end; at += 4) {
      int key = Raw.getInt(at);
      Raw.setInt(lo, key);
      Raw.setInt(hi, key);
      long bytes = key < pivot ? 4 : 0;
      lo += bytes;
      hi += 4 - bytes;
    }
    return lo - low >> 2;
  }

  @Override
  boolean ascends(long at, long n) {
    long last = at + (n - 1) * 4;
    for (; at <= last - BYTES; at += BYTES) {
      if (load(at).compare(GT, load(at + 4)).anyTrue()) {
        return false;
      }
    }
    for (; at < last; at += 4) {
      if (Raw.getInt(at) > Raw.getInt(at + 4)) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean descends(long at, long n) {
    long last = at + (n - 1) * 4;
    for (; at <= last - BYTES; at += BYTES) {
      if (load(at).compare(LT, load(at + 4)).anyTrue()) {
        return false;
      }
    }
    for (; at < last; at += 4) {
      if (Raw.getInt(at) < Raw.getInt(at + 4)) {
        return false;
      }
    }
    return true;
  }

  @Override
  boolean exact(long at, long n) {
    long end = at + n * 4;
    for (; at <= end - BYTES; at += BYTES) {
      var bits = load(at);
      var odd = bits.compare(EQ, Integer.MIN_VALUE);
      var nan = bits.and(Integer.MAX_VALUE).compare(GT, INFINITY);
      if (odd.or(nan.and(bits.compare(NE, NAN))).anyTrue()) {
        return false;
      }
    }
    for (; at < end; at += 4) {
      int bits = Raw.getInt(at);
      if (bits == Integer.MIN_VALUE || (bits & Integer.MAX_VALUE) > INFINITY && bits != NAN) {
        return false;
      }
    }
    return true;
  }

  @Override
  void fromFloats(long at, long n) {
    long end = at + n * 4;
    for (; at <= end - BYTES; at += BYTES) {
      var bits = load(at);
      var magnitude = bits.and(Integer.MAX_VALUE);
      bits.blend(magnitude.lanewise(VectorOperators.NEG), bits.compare(LT, 0)).blend(NAN, magnitude.compare(GT, INFINITY))
          .intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 4) {
      Raw.setInt(at, key(Raw.getInt(at)));
    }
  }

  private static int key(int bits) {
    int magnitude = bits & Integer.MAX_VALUE;
    int sign = bits >> 31;
    return magnitude > INFINITY ? NAN : (magnitude ^ sign) - sign;
  }

  @Override
  void toFloats(long at, long n) {
    long end = at + n * 4;
    for (; at <= end - BYTES; at += BYTES) {
      var keys = load(at);
      keys.blend(keys.lanewise(VectorOperators.NEG).or(Integer.MIN_VALUE), keys.compare(LT, 0)).intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 4) {
      int key = Raw.getInt(at);
      Raw.setInt(at, key < 0 ? -key | Integer.MIN_VALUE : key);
    }
  }

  @Override
  void flip(long at, long n) {
    long end = at + n * 4;
    for (; at <= end - BYTES; at += BYTES) {
      load(at).lanewise(VectorOperators.XOR, Integer.MIN_VALUE).intoMemorySegment(Raw.ALL, at, ORDER);
    }
    for (; at < end; at += 4) {
      Raw.setInt(at, Raw.getInt(at) ^ Integer.MIN_VALUE);
    }
  }
}
