package orthant.ufunc.lambda;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Interpreter;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.op.Op;
import orthant.op.Ops;

/**
 * Java's arithmetic in steps of code: each gives the bits that Java's does (JLS 15.17 to 15.22). Truth values are ints to Java and masks here, until
 * they are counted with. What depends on constants alone is computed at once.
 */
final class Numbers {
  /** What of {@link Math} is exact by its specification and a step here, so that it need not be read. */
  private static final Set<String> EXACT = Set.of("abs", "sqrt", "fma", "min", "max", "floor", "ceil", "rint");

  private final Code code;
  private final Map<V, Long> constants = new HashMap<>();
  /** The floats that doubles came from. */
  private final Map<V, V> narrow = new HashMap<>();
  /** The float roots of floats, by the double ones. */
  private final Map<V, V> roots = new HashMap<>();

  Numbers(Code code) {
    this.code = code;
  }

  V constant(Lane lane, long bits) {
    V v = code.constant(lane, bits);
    constants.put(v, bits);
    return v;
  }

  /** A constant that Java holds as an object. */
  V constant(Object value) {
    return switch (value) {
      case Double d -> constant(Lane.F64, Double.doubleToRawLongBits(d));
      case Float f -> constant(Lane.F32, Float.floatToRawIntBits(f));
      case Long l -> constant(Lane.I64, l);
      case Boolean b -> constant(Lane.MASK, b ? 1 : 0);
      case Character c -> constant(Lane.I32, c);
      case Integer _, Short _, Byte _ -> constant(Lane.I32, ((Number) value).longValue());
      default -> throw new Untranslatable("uses a constant of " + value.getClass().getName());
    };
  }

  /** The bits, or null if they are not known yet. */
  Long bits(V v) {
    return constants.get(v);
  }

  static DType type(Lane lane) {
    return switch (lane) {
      case MASK -> DType.bool;
      case I32 -> DType.int32;
      case I64 -> DType.int64;
      case F32 -> DType.float32;
      default -> DType.float64;
    };
  }

  /** The value, computed if all that it is made of is known. */
  private V known(V result, V... from) {
    for (V v : from) {
      if (!constants.containsKey(v)) {
        return result;
      }
    }
    Program program = code.returns(type(result.lane()), Term.of(result));
    long[] values = new long[program.length()];
    if (!constants.containsKey(result)) {
      Interpreter.run(program, new long[program.inputs()], values);
    }
    return constants.containsKey(result) ? result : constant(result.lane(), values[program.result(0)]);
  }

  private V unary(V a, UnaryOperator<V> does) {
    return known(does.apply(a), a);
  }

  private V binary(V a, V b, BinaryOperator<V> does) {
    return known(does.apply(a, b), a, b);
  }

  /** Truth as the int 0 or 1. */
  V counted(V a) {
    return a.lane() != Lane.MASK ? a : known(a.select(code.constant(Lane.I32, 1), code.constant(Lane.I32, 0)), a);
  }

  /** An int that is 0 or 1 as truth; null if it may be another. */
  private V truth(V a) {
    Long bits = bits(a);
    return a.lane() == Lane.MASK ? a : a.lane() == Lane.I32 && bits != null && bits >>> 1 == 0 ? constant(Lane.MASK, bits) : null;
  }

  /** A number where Java wants one of this lane: of another int type, or widened as in a call. */
  V as(Lane lane, V a) {
    if (lane == Lane.MASK) {
      V truth = truth(a);
      return truth != null ? truth : binary(a, constant(Lane.I32, 0), V::ne);
    }
    return unary(counted(a), x -> x.convert(lane));
  }

  /** {@code mask ? yes : no}; null if they are of different lanes. */
  V select(V mask, V yes, V no) {
    V a = truth(yes);
    V b = truth(no);
    if (a == null || b == null) {
      V first = counted(yes);
      V second = counted(no);
      return first.lane() == second.lane() ? mask.select(first, second) : null;
    }
    if (bits(a) != null) {
      return bits(a) == 0 ? bits(b) != null && bits(b) == 0 ? a : and(mask.not(), b) : bits(b) != null && bits(b) == 1 ? a : or(mask, b);
    }
    return bits(b) == null ? mask.select(a, b) : bits(b) == 0 ? mask.and(a) : mask.not().or(a);
  }

  private V and(V a, V b) {
    return bits(b) == null ? a.and(b) : bits(b) == 0 ? b : a;
  }

  private V or(V a, V b) {
    return bits(b) == null ? a.or(b) : bits(b) == 0 ? a : b;
  }

  V less(V a, V b) {
    return binary(counted(a), counted(b), V::lt);
  }

  V atMost(V a, V b) {
    return binary(counted(a), counted(b), V::le);
  }

  V equal(V a, V b) {
    V x = truth(a);
    V y = truth(b);
    return x != null && y != null ? binary(x, y, V::eq) : binary(counted(a), counted(b), V::eq);
  }

  /** An operator of two numbers of the same type; the divisor of integers is not 0. */
  V operator(String name, V left, V right) {
    V a = counted(left);
    V b = counted(right);
    return switch (name) {
      case "add" -> binary(a, b, V::add);
      case "sub" -> binary(a, b, V::sub);
      case "mul" -> binary(a, b, V::mul);
      case "div" -> binary(a, b, V::div);
      case "rem" -> binary(a, b, V::rem);
      case "and" -> bitwise(left, right, V::and);
      case "or" -> bitwise(left, right, V::or);
      case "xor" -> bitwise(left, right, V::xor);
      default -> shift(name, a, b);
    };
  }

  private V bitwise(V a, V b, BinaryOperator<V> does) {
    V x = truth(a);
    V y = truth(b);
    boolean truths = x != null && y != null && (a.lane() == Lane.MASK || b.lane() == Lane.MASK);
    return truths ? binary(x, y, does) : binary(counted(a), counted(b), does);
  }

  V negate(V a) {
    return unary(counted(a), V::neg);
  }

  /** Only the low bits of the distance count (JLS 15.19). */
  private V shift(String name, V a, V by) {
    V distance = known(by.and(code.constant(Lane.I32, 8L * a.lane().bytes() - 1)), by);
    V n = as(a.lane(), distance);
    return switch (name) {
      case "shl" -> binary(a, n, V::shl);
      case "shr" -> binary(a, n, V::shr);
      default -> binary(a, n, (x, k) -> x.reinterpret(x.lane().integer(false)).shr(k.reinterpret(k.lane().integer(false))).reinterpret(x.lane()));
    };
  }

  /** A conversion between two of Java's types, the last three of which are ints that hold less. */
  V convert(String to, V from) {
    V a = counted(from);
    switch (to) {
      case "B", "S" -> {
        int bits = to.equals("B") ? 24 : 16;
        return unary(a, x -> x.shl(bits).shr(bits));
      }
      case "C" -> {
        return unary(a, x -> x.and(code.constant(Lane.I32, 0xffff)));
      }
      default -> {
        Lane lane = switch (to) {
          case "I" -> Lane.I32;
          case "J", "L" -> Lane.I64;
          case "F" -> Lane.F32;
          default -> Lane.F64;
        };
        V root = lane == Lane.F32 ? roots.get(a) : null;
        V result = root != null ? root : unary(a, x -> x.convert(lane));
        if (a.lane() == Lane.F32 && lane == Lane.F64) {
          narrow.put(result, a);
        }
        return result;
      }
    }
  }

  /** What a method of the platform computes; null if it is none of those known here. */
  V call(String owner, String name, List<V> of) {
    V a = of.isEmpty() ? null : counted(of.getFirst());
    return switch (owner + '.' + name) {
      case "java/lang/Double.isNaN", "java/lang/Float.isNaN" -> unary(a, x -> x.ne(x));
      case "java/lang/Double.doubleToRawLongBits" -> unary(a, x -> x.reinterpret(Lane.I64));
      case "java/lang/Double.longBitsToDouble" -> unary(a, x -> x.reinterpret(Lane.F64));
      case "java/lang/Float.floatToRawIntBits" -> unary(a, x -> x.reinterpret(Lane.I32));
      case "java/lang/Float.intBitsToFloat" -> unary(a, x -> x.reinterpret(Lane.F32));
      default -> (owner.equals("java/lang/Math") || owner.equals("java/lang/StrictMath")) && EXACT.contains(name) ? exact(name, a, of) : null;
    };
  }

  private V exact(String name, V a, List<V> of) {
    V b = of.size() < 2 ? null : counted(of.get(1));
    return switch (name) {
      case "abs" -> unary(a, V::abs);
      case "sqrt" -> sqrt(a);
      case "min" -> binary(a, b, V::min);
      case "max" -> binary(a, b, V::max);
      case "fma" -> known(a.fma(b, of.get(2)), a, b, of.get(2));
      case "floor" -> unary(a, x -> rounded(Ops.FLOOR, x));
      case "ceil" -> unary(a, x -> rounded(Ops.CEIL, x));
      default -> unary(a, x -> rounded(Ops.RINT, x));
    };
  }

  private static V rounded(Op op, V x) {
    return op.value(new DType[] {type(x.lane())}, Term.of(x)).re();
  }

  /** The root of a float that is rounded to float is the correctly rounded one (Figueroa, "When is double rounding innocuous?", 1995). */
  private V sqrt(V a) {
    V root = unary(a, V::sqrt);
    V single = narrow.get(a);
    if (single != null) {
      roots.put(root, single.sqrt());
    }
    return root;
  }
}
