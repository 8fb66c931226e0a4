package orthant.ufunc.compile;

import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import orthant.expr.Instr;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;

/**
 * The vector shapes a program runs in: as many lanes as its widest lane has in the machine's preferred shape, in all its
 * lanes. Loaded only where the Vector API is there.
 */
final class VectorShapes {
  private static final int PREFERRED_BITS = VectorShape.preferredShape().vectorBitSize();

  private final int lanes;
  private final Lane maskLane;

  private VectorShapes(int lanes, Lane maskLane) {
    this.lanes = lanes;
    this.maskLane = maskLane;
  }

  /**
   * The shapes for programs.
   *
   * @param atMost the most lanes wanted
   * @param programs all programs of one loop
   * @return the shapes, or null if vectors would be slower than scalars on this machine
   */
  static VectorShapes of(int atMost, Program... programs) {
    Lane widest = null;
    Lane narrowest = null;
    boolean masks = false;
    boolean longConversion = false;
    boolean scalarOnly = false;
    for (Program p : programs) {
      // What is only moved counts too; what is not even loaded, as the integers of which none is NaN, does not.
      for (int i = 0; i < p.inputs(); i++) {
        if (!p.loads(i)) {
          continue;
        }
        Lane lane = Lane.memory(p.input(i));
        widest = lane != Lane.MASK && (widest == null || lane.bytes() > widest.bytes()) ? lane : widest;
        narrowest = lane != Lane.MASK && (narrowest == null || lane.bytes() < narrowest.bytes()) ? lane : narrowest;
      }
      for (int i = 0; i < p.length(); i++) {
        Instr s = p.instr(i);
        Lane lane = s.lane();
        masks |= lane == Lane.MASK;
        boolean quotient = lane.isInteger() && (s.prim() == Prim.DIV || s.prim() == Prim.REM);
        // No machine divides vectors of integers: narrow ones are divided as numbers in which their quotient is exact, wide ones
        // one by one. What is called computes one element.
        scalarOnly |= s.prim() == Prim.CALL || quotient && (lane.bytes() == 8 || lane == Lane.U32 && PREFERRED_BITS < 512);
        if (lane != Lane.MASK) {
          Lane wide = quotient ? quotientLane(lane) : lane;
          widest = widest == null || wide.bytes() > widest.bytes() ? wide : widest;
          narrowest = narrowest == null || lane.bytes() < narrowest.bytes() ? lane : narrowest;
        }
        longConversion |= s.prim() == Prim.CONVERT && (lane == Lane.I64 || p.instr(s.a()).lane() == Lane.I64)
            && (lane.isFloat() || p.instr(s.a()).lane().isFloat());
      }
    }
    int lanes = Math.min(atMost, PREFERRED_BITS / 8 / (widest == null ? 1 : widest.bytes()));
    // The smallest vector has 64 bits. Masks of two lanes and conversions of 64-bit integers
    // (without AVX-512) are not compiled to instructions, and then slower than scalars by far.
    boolean fits = lanes >= 2 && (narrowest == null || 8 * lanes * narrowest.bytes() >= 64);
    if (scalarOnly || !fits || masks && lanes < 4 || longConversion && PREFERRED_BITS < 512) {
      return null;
    }
    return new VectorShapes(lanes, widest);
  }

  /** Floating-point numbers in which the quotient of integers, once its fraction is cut off, is exact. */
  static Lane quotientLane(Lane integers) {
    return integers.bytes() >= 4 ? Lane.F64 : Lane.F32;
  }

  /** The number of lanes of every value. */
  int lanes() {
    return lanes;
  }

  /** The lane in whose shape masks are held; null if there are only masks, which are then held in the shape of bytes. */
  Lane maskLane() {
    return maskLane;
  }

  /** The shape of a lane. */
  VectorSpecies<?> species(Lane lane) {
    Class<?> element = switch (lane) {
      case I8, U8 -> byte.class;
      case I16, U16 -> short.class;
      case I32, U32 -> int.class;
      case I64, U64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
      case MASK -> throw new IllegalArgumentException("masks have no shape of their own");
    };
    return VectorSpecies.of(element, VectorShape.forBitSize(8 * lanes * lane.bytes()));
  }

  /** Moves, of a vector that begins some elements before one of several that follow each other, every n-th element to where the loop wants it. */
  VectorShuffle<?> everyNth(Lane lane, int n, int before) {
    return VectorShuffle.fromOp(species(lane), i -> (i * n + before) % lanes);
  }

  /** Turns a vector around. */
  VectorShuffle<?> backwards(Lane lane) {
    return VectorShuffle.fromOp(species(lane), i -> lanes - 1 - i);
  }

  /** The lanes that come from one of the vectors. */
  VectorMask<?> lanesOfPart(Lane lane, int n, int part) {
    long bits = 0;
    for (int i = 0; i < lanes; i++) {
      bits |= i * n / lanes == part ? 1L << i : 0;
    }
    return VectorMask.fromLong(species(lane), bits);
  }

  /**
   * How lanes of two vectors become one: each vector is shuffled, then a mask says which lanes come from the second.
   *
   * @param first where the lanes are in the first vector
   * @param second where they are in the second
   * @param fromSecond which are taken from the second
   */
  record Merge(VectorShuffle<?> first, VectorShuffle<?> second, VectorMask<?> fromSecond) {
    /** How lanes become one, of which the even ones come from the first vector. */
    static Merge alternating(VectorShuffle<?> first, VectorShuffle<?> second, VectorSpecies<?> species) {
      return new Merge(first, second, VectorMask.fromLong(species, 0xaaaaaaaaaaaaaaaaL >>> 64 - species.length()));
    }
  }

  /** Every second lane of two vectors that follow each other, from the first lane (0) or the second (1) on. */
  Merge parts(Lane lane, int from) {
    VectorShuffle<?> every = VectorShuffle.fromOp(species(lane), i -> (2 * i + from) % lanes);
    return new Merge(every, every, VectorMask.fromLong(species(lane), (1L << lanes) - (1L << lanes / 2)));
  }

  /** Lanes of two vectors in turns, from a lane of each on. */
  Merge turns(Lane lane, int from) {
    VectorShuffle<?> each = VectorShuffle.fromOp(species(lane), i -> from + i / 2);
    return Merge.alternating(each, each, species(lane));
  }

  /**
   * The even lanes of two vectors in turns (0), or the odd ones (1). It is its own inverse: both results together give the
   * vectors again. Half the shuffles of an order by position.
   */
  Merge exchanged(Lane lane, int from) {
    VectorShuffle<?> neighbours = VectorShuffle.fromOp(species(lane), i -> i ^ 1);
    return Merge.alternating(from == 0 ? null : neighbours, from == 0 ? neighbours : null, species(lane));
  }

  /** The shape of truth values in memory. */
  VectorSpecies<?> bytes() {
    return VectorSpecies.of(byte.class, VectorShape.forBitSize(8 * lanes));
  }
}
