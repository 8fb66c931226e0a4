package orthant.expr;

import java.util.Arrays;

/**
 * Runs programs one element at a time, the slow and obviously right way: what every compiled loop is tested against.
 * Values travel as 64 bits: integers extended by sign or by zeros as their lane has it, floating point as raw bits, masks as 0 and 1.
 */
public final class Interpreter {
  private Interpreter() {}

  /**
   * Runs a program once.
   *
   * @param program the program
   * @param args the bits of each input
   * @param values room for the bits of each step; all are set
   */
  public static void run(Program program, long[] args, long[] values) {
    for (int i = 0; i < program.length(); i++) {
      Instr s = program.instr(i);
      values[i] = switch (s.prim()) {
        case ARG -> args[(int) s.bits()];
        case CONST -> s.bits();
        case CALL -> Call.numbered(s.bits()).eval(Arrays.stream(program.operands(i)).mapToLong(k -> values[k]).toArray());
        case MORE -> 0;
        case LOOKUP -> Table.numbered(s.bits()).bits(values[s.a()]);
        case RARE -> values[s.a()] == 0 ? 0 : Call.numbered(s.bits()).eval(values[s.b()], s.c() < 0 ? 0 : values[s.c()]);
        default -> eval(s.prim(), program.instr(s.a()).lane(), s.lane(), values[s.a()], s.b() < 0 ? 0 : values[s.b()], s.c() < 0 ? 0 : values[s.c()]);
      };
    }
  }

  /**
   * Computes one primitive.
   *
   * @param prim the primitive
   * @param from the lane of the first operand
   * @param to the lane of the result
   * @param a bits of the first operand
   * @param b bits of the second operand
   * @param c bits of the third operand
   * @return the bits of the result
   */
  public static long eval(Prim prim, Lane from, Lane to, long a, long b, long c) {
    if (prim == Prim.SELECT) {
      return a != 0 ? b : c;
    }
    if (prim == Prim.REINTERPRET) {
      return to == Lane.F32 ? (int) a : to.wrap(a);
    }
    if (prim == Prim.CONVERT) {
      return switch (from) {
        case F64 -> bits(to, Double.longBitsToDouble(a));
        case F32 -> bits(to, Float.intBitsToFloat((int) a));
        default -> switch (to) {
          case F32 -> Float.floatToRawIntBits(a);
          case F64 -> Double.doubleToRawLongBits(a);
          case MASK -> throw new IllegalArgumentException("convert to mask");
          default -> to.wrap(a);
        };
      };
    }
    return switch (from) {
      case F64 -> f64(prim, Double.longBitsToDouble(a), Double.longBitsToDouble(b), Double.longBitsToDouble(c));
      case F32 -> f32(prim, Float.intBitsToFloat((int) a), Float.intBitsToFloat((int) b), Float.intBitsToFloat((int) c));
      case MASK -> switch (prim) {
        case AND -> a & b;
        case OR -> a | b;
        case XOR -> a ^ b;
        case NOT -> a ^ 1;
        default -> throw undefined(prim, from);
      };
      default -> integer(prim, from, a, b);
    };
  }

  private static long f64(Prim prim, double a, double b, double c) {
    return switch (prim) {
      case ADD -> Double.doubleToRawLongBits(a + b);
      case SUB -> Double.doubleToRawLongBits(a - b);
      case MUL -> Double.doubleToRawLongBits(a * b);
      case DIV -> Double.doubleToRawLongBits(a / b);
      case NEG -> Double.doubleToRawLongBits(-a);
      case ABS -> Double.doubleToRawLongBits(Math.abs(a));
      case SQRT -> Double.doubleToRawLongBits(Math.sqrt(a));
      case FMA -> Double.doubleToRawLongBits(Math.fma(a, b, c));
      case MIN -> Double.doubleToRawLongBits(Math.min(a, b));
      case MAX -> Double.doubleToRawLongBits(Math.max(a, b));
      case EQ -> a == b ? 1 : 0;
      case NE -> a != b ? 1 : 0;
      case LT -> a < b ? 1 : 0;
      case LE -> a <= b ? 1 : 0;
      default -> throw undefined(prim, Lane.F64);
    };
  }

  private static long f32(Prim prim, float a, float b, float c) {
    return switch (prim) {
      case ADD -> Float.floatToRawIntBits(a + b);
      case SUB -> Float.floatToRawIntBits(a - b);
      case MUL -> Float.floatToRawIntBits(a * b);
      case DIV -> Float.floatToRawIntBits(a / b);
      case NEG -> Float.floatToRawIntBits(-a);
      case ABS -> Float.floatToRawIntBits(Math.abs(a));
      case SQRT -> Float.floatToRawIntBits((float) Math.sqrt(a));
      case FMA -> Float.floatToRawIntBits(Math.fma(a, b, c));
      case MIN -> Float.floatToRawIntBits(Math.min(a, b));
      case MAX -> Float.floatToRawIntBits(Math.max(a, b));
      case EQ -> a == b ? 1 : 0;
      case NE -> a != b ? 1 : 0;
      case LT -> a < b ? 1 : 0;
      case LE -> a <= b ? 1 : 0;
      default -> throw undefined(prim, Lane.F32);
    };
  }

  /** All integer lanes: on 64 bits, then cut to the lane. Only where the highest bit counts differs U64 from the rest. */
  private static long integer(Prim prim, Lane lane, long a, long b) {
    boolean wide = lane == Lane.U64;
    return switch (prim) {
      case ADD -> lane.wrap(a + b);
      case SUB -> lane.wrap(a - b);
      case MUL -> lane.wrap(a * b);
      case DIV -> b == 0 ? 0 : lane.wrap(wide ? Long.divideUnsigned(a, b) : a / b);
      case REM -> b == 0 ? 0 : lane.wrap(wide ? Long.remainderUnsigned(a, b) : a % b);
      case NEG -> lane.wrap(-a);
      case ABS -> lane.wrap(Math.abs(a));
      case MIN -> less(wide, a, b) ? a : b;
      case MAX -> less(wide, a, b) ? b : a;
      case EQ -> a == b ? 1 : 0;
      case NE -> a != b ? 1 : 0;
      case LT -> less(wide, a, b) ? 1 : 0;
      case LE -> less(wide, b, a) ? 0 : 1;
      case AND -> a & b;
      case OR -> a | b;
      case XOR -> a ^ b;
      case NOT -> lane.wrap(~a);
      case BIT_COUNT -> Long.bitCount(a & -1L >>> 64 - 8 * lane.bytes());
      case SHL -> lane.wrap(a << b);
      case SHR -> a >> b;
      case USHR -> lane.wrap((a & -1L >>> 64 - 8 * lane.bytes()) >>> b);
      default -> throw undefined(prim, lane);
    };
  }

  private static boolean less(boolean unsigned, long a, long b) {
    return unsigned ? Long.compareUnsigned(a, b) < 0 : a < b;
  }

  /**
   * The bits of a number in a lane.
   *
   * @param lane the lane
   * @param value the number; rounded, or truncated and saturated, as Java converts
   * @return the bits
   */
  public static long bits(Lane lane, double value) {
    return switch (lane) {
      case MASK -> value != 0 ? 1 : 0;
      case I32 -> (int) value;
      case F32 -> Float.floatToRawIntBits((float) value);
      case F64 -> Double.doubleToRawLongBits(value);
      default -> lane.wrap((long) value);
    };
  }

  /**
   * A value as text.
   *
   * @param lane the lane
   * @param bits the bits
   * @return the number, or true or false
   */
  public static String text(Lane lane, long bits) {
    return switch (lane) {
      case MASK -> bits != 0 ? "true" : "false";
      case F32 -> Float.toString(Float.intBitsToFloat((int) bits));
      case F64 -> Double.toString(Double.longBitsToDouble(bits));
      case U64 -> Long.toUnsignedString(bits);
      default -> Long.toString(bits);
    };
  }

  private static IllegalArgumentException undefined(Prim prim, Lane lane) {
    return new IllegalArgumentException(prim + " is not defined for lane " + lane);
  }
}
