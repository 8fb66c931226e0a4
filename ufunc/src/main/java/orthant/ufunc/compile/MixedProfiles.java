package orthant.ufunc.compile;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorOperators.Conversion;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import orthant.memory.Allocation;
import orthant.memory.Memory;
import orthant.memory.Raw;

/**
 * Shows the code that all vectors share vectors of several kinds, before any kernel uses it.
 *
 * <p>The Vector API has methods in common for all shapes of a type, and some for all types; in them the just-in-time compiler counts which
 * classes come by. If there was one class only while it counted, it bets on that one. The bet is lost as soon as a kernel of another type
 * comes, and after four lost bets the compiler guards the place in a way that makes vectors objects, in every kernel compiled from then on,
 * for as long as the process lives: the sum of a million {@code int32} took 372 us instead of 66 in a third of all processes. Who has seen two
 * classes does not bet.
 */
final class MixedProfiles {
  /** Enough calls of each method for the counting code to be compiled and to see all of them. */
  private static final int ROUNDS = Integer.getInteger("rounds", 150);

  /** Beyond that time something is unusual (no compiler at all), and the bets matter little. */
  private static final long PATIENCE = 500_000_000;

  private static final int BYTES = 64;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private static boolean mixed;

  private final Allocation memory = Memory.allocate(2 * BYTES);
  private final List<VectorSpecies<?>> kinds = new ArrayList<>();

  private MixedProfiles() {
    int widest = VectorShape.preferredShape().vectorBitSize();
    for (Class<?> type : List.of(byte.class, short.class, int.class, long.class, float.class, double.class)) {
      for (int bits = 64; bits <= widest; bits *= 2) {
        kinds.add(VectorSpecies.of(type, VectorShape.forBitSize(bits)));
      }
    }
  }

  /** Does so once in a process. */
  static synchronized void once() {
    if (!mixed) {
      mixed = true; long t0 = System.nanoTime();
      Memory.outsideScopes(() -> {
        new MixedProfiles().mix();
        System.err.println("mixed in " + (System.nanoTime() - t0) / 1e6); return null;
      });
    }
  }

  private void mix() {
    long end = System.nanoTime() + PATIENCE;
    for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
      for (VectorSpecies<?> kind : kinds) {
        use(kind, round);
      }
    }
  }

  private <E> void use(VectorSpecies<E> kind, int round) {
    Vector<E> a = load(kind).check(kind);
    Vector<E> b = a.broadcast(1).lanewise(VectorOperators.ADD, a).lanewise(VectorOperators.NEG).lanewise(VectorOperators.MAX, a);
    boolean whole = kind.elementType() != float.class && kind.elementType() != double.class;
    b = whole ? b.lanewise(VectorOperators.LSHL, 1).lanewise(VectorOperators.BITWISE_BLEND, a, b) : b.lanewise(VectorOperators.FMA, a, b);
    VectorMask<E> less = a.compare(VectorOperators.LT, b).and(a.compare(VectorOperators.EQ, 0)).not();
    b = b.blend(a, less).rearrange(VectorShuffle.iota(kind, 1, 1, true)).compress(less);
    b.intoMemorySegment(Raw.ALL, memory.address() + BYTES, ORDER);
    b.reduceLanesToLong(VectorOperators.MIN);
    List<VectorSpecies<?>> same = kinds.stream().filter(k -> k.length() == kind.length()).toList();
    convert(a, less, same.get(round % same.size()));
    if (whole) {
      a.viewAsIntegralLanes();
    } else {
      a.viewAsIntegralLanes().viewAsFloatingLanes();
    }
  }

  private Vector<?> load(VectorSpecies<?> kind) {
    long address = memory.address();
    return switch (kind.elementType().getName()) {
      case "byte" -> {
        Raw.setByte(address, Raw.getByte(address));
        yield ByteVector.fromMemorySegment(kind.check(byte.class), Raw.ALL, address, ORDER);
      }
      case "short" -> {
        Raw.setShort(address, Raw.getShort(address));
        yield ShortVector.fromMemorySegment(kind.check(short.class), Raw.ALL, address, ORDER);
      }
      case "int" -> {
        Raw.setInt(address, Raw.getInt(address));
        yield IntVector.fromMemorySegment(kind.check(int.class), Raw.ALL, address, ORDER);
      }
      case "long" -> {
        Raw.setLong(address, Raw.getLong(address));
        yield LongVector.fromMemorySegment(kind.check(long.class), Raw.ALL, address, ORDER);
      }
      case "float" -> {
        Raw.setFloat(address, Raw.getFloat(address));
        yield FloatVector.fromMemorySegment(kind.check(float.class), Raw.ALL, address, ORDER);
      }
      default -> {
        Raw.setDouble(address, Raw.getDouble(address));
        yield DoubleVector.fromMemorySegment(kind.check(double.class), Raw.ALL, address, ORDER);
      }
    };
  }

  private static <E, F> void convert(Vector<E> a, VectorMask<E> mask, VectorSpecies<F> to) {
    a.convertShape(Conversion.ofCast(a.elementType(), to.elementType()), to, 0);
    mask.cast(to);
  }
}
