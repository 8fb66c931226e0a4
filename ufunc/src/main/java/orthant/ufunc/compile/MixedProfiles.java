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
 * classes come by. If there were one or two only while it counted, it bets on them. The bet is lost as soon as a kernel of another type
 * comes. The compiler remembers four lost bets a place, and of a loop whose inlined methods remember more than a hundred together
 * ({@code -XX:PerMethodTrapLimit}) it no longer trusts any cast: each vector that is carried from pass to pass is made an object then, for as
 * long as the process lives. So the sum of a million {@code int32} took 372 us instead of 66 in some processes and not in others. Who has
 * seen many classes does not bet.
 */
final class MixedProfiles {
  /** Enough calls of each method for the counting code to be compiled, and for it to see all kinds. */
  private static final int ROUNDS = 130;

  /** Beyond that time something is unusual (no compiler at all), and the bets matter little. */
  private static final long PATIENCE = 2_500_000_000L;

  private static final int BYTES = 64;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private static boolean mixed;

  private final Allocation memory = Memory.allocate(2 * BYTES);
  private final List<Kind<?>> kinds = new ArrayList<>();

  /** A shape of a type, those that have as many lanes, and a shuffle of them. */
  private record Kind<E>(VectorSpecies<E> species, List<VectorSpecies<?>> alike, VectorShuffle<E> shuffle) {
    static <E> Kind<E> of(VectorSpecies<E> species, List<VectorSpecies<?>> all) {
      return new Kind<>(species, all.stream().filter(s -> s.length() == species.length()).toList(), VectorShuffle.iota(species, 1, 1, true));
    }

    boolean isFloat() {
      return species.elementType() == float.class || species.elementType() == double.class;
    }
  }

  private MixedProfiles() {
    int widest = VectorShape.preferredShape().vectorBitSize();
    List<VectorSpecies<?>> all = new ArrayList<>();
    for (Class<?> type : List.of(byte.class, short.class, int.class, long.class, float.class, double.class)) {
      for (int bits = 64; bits <= widest; bits *= 2) {
        all.add(VectorSpecies.of(type, VectorShape.forBitSize(bits)));
      }
    }
    all.forEach(s -> kinds.add(Kind.of(s, all)));
  }

  /** Does so once in a process. */
  static synchronized void once() {
    if (!mixed) {
      mixed = true;
      Memory.outsideScopes(() -> {
        new MixedProfiles().mix();
        return null;
      });
    }
  }

  private void mix() {
    long end = System.nanoTime() + PATIENCE;
    for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
      for (Kind<?> kind : kinds) {
        use(kind, round);
      }
    }
  }

  private <E> void use(Kind<E> kind, int round) {
    Vector<E> a = load(kind.species).check(kind.species);
    Vector<E> b = a.broadcast(1).lanewise(VectorOperators.ADD, a).lanewise(VectorOperators.NEG).lanewise(VectorOperators.MAX, a);
    b = kind.isFloat() ? b.lanewise(VectorOperators.FMA, a, b) : b.lanewise(VectorOperators.LSHL, 1).lanewise(VectorOperators.BITWISE_BLEND, a, b);
    VectorMask<E> less = a.compare(VectorOperators.LT, b).and(a.compare(VectorOperators.EQ, 0)).not();
    b = b.blend(a, less).rearrange(kind.shuffle).compress(less);
    b.intoMemorySegment(Raw.ALL, memory.address() + BYTES, ORDER);
    b.reduceLanesToLong(VectorOperators.MIN);
    convert(a, less, kind.alike.get(round % kind.alike.size()));
    if (kind.isFloat()) {
      a.viewAsIntegralLanes();
    } else if (a.elementSize() >= Integer.SIZE) {
      a.viewAsFloatingLanes();
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
