package orthant.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import orthant.DType;
import orthant.ErrorState.Category;
import orthant.expr.Call;
import orthant.expr.Code;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.op.TypeRule;

/** When an operation has gone wrong, as an expression over its operands and its result. */
final class Conditions {
  /** Operations that are infinite at a pole and do not overflow elsewhere. */
  private static final Set<Op> POLES = Set.of(Ops.LOG, Ops.LOG2, Ops.LOG10, Ops.LOG1P, Ops.ATANH);
  /** Operations whose second operand divides. */
  private static final Set<Op> QUOTIENTS = Set.of(Ops.DIVIDE, Ops.FLOOR_DIVIDE, Ops.REMAINDER, Ops.FMOD);
  /** Operations whose result can be tiny without being exact; sums cannot. */
  private static final Set<Op> TINY = Set.of(Ops.MULTIPLY, Ops.DIVIDE, Ops.SQUARE, Ops.RECIPROCAL, Ops.EXP, Ops.EXP2, Ops.POW, Ops.LDEXP, Ops.COPY);
  private static final Call[] POWERS = new Call[DType.values().length];

  static {
    for (DType type : DType.values()) {
      if (type.isInteger()) {
        Lane lane = Lane.of(type);
        POWERS[type.ordinal()] = Call.ofLongs("powerOverflows_" + type, (x, y) -> powerFits(lane, x, y) ? 0 : 1);
      }
    }
  }

  private Conditions() {}

  /**
   * The condition as a program: operands as they are, then the result.
   *
   * @param category what is looked for
   * @param op the operation
   * @param out the type of the result in memory
   * @param ins the types of the operands
   * @return a program with a bool result, or null if it cannot happen
   */
  static Program of(Category category, Op op, DType out, DType... ins) {
    Code code = new Code();
    Term[] operands = new Term[ins.length];
    for (int i = 0; i < ins.length; i++) {
      operands[i] = code.term(ins[i]);
    }
    Term result = code.term(out);
    V condition = op.isComposed() ? anyPart(category, op, operands, ins) : condition(category, op, operands, result, out, ins);
    return condition == null ? null : code.returns(DType.bool, condition);
  }

  /** Whether one of the operations goes wrong that an expression is made of. */
  private static V anyPart(Category category, Op op, Term[] operands, DType... ins) {
    List<V> wrong = new ArrayList<>();
    op.value(ins, operands, (part, type, result, types, x) -> {
      V condition = part.isComposed() ? null : condition(category, part, x, result, type, types);
      if (condition != null) {
        wrong.add(condition);
      }
    });
    return wrong.stream().reduce(V::or).orElse(null);
  }

  private static V condition(Category category, Op op, Term[] operands, Term result, DType out, DType... ins) {
    if (op == Ops.COPY) {
      return ins[0] == out ? null : cast(category, ins[0], out, operands[0], result);
    }
    TypeRule.Types types = op.types(ins);
    Term[] x = new Term[ins.length];
    for (int i = 0; i < ins.length; i++) {
      x[i] = operands[i].cast(types.operands()[i]);
    }
    return condition(category, op, types, x, result.cast(types.result()));
  }

  private static V condition(Category category, Op op, TypeRule.Types types, Term[] x, Term r) {
    DType type = types.result();
    boolean floats = type.isFloat() || type.isComplex();
    return switch (category) {
      case INTEGER_OVERFLOW -> type.isInteger() ? integers(op, type, x, r.re()) : null;
      case DIVIDE -> type.isInteger() ? byZero(op, x) : floats && pole(op, x) != null ? and(pole(op, x), infinite(r), finite(x)) : null;
      case OVERFLOW -> floats ? and(infinite(r), finite(x), not(pole(op, x))) : null;
      case UNDERFLOW -> floats && TINY.contains(op) ? tiny(op, type, x, r) : null;
      case INVALID -> floats ? and(nan(r), not(nan(x))) : null;
    };
  }

  private static V cast(Category category, DType in, DType out, Term x, Term r) {
    boolean floats = (in.isFloat() || in.isComplex()) && (out.isFloat() || out.isComplex());
    return switch (category) {
      case OVERFLOW -> floats || in.isInteger() && out.isFloat() ? and(infinite(r), finite(x)) : null;
      case UNDERFLOW -> floats ? tiny(Ops.COPY, out, new Term[] {x}, r) : null;
      // What is off by less than 1 was truncated; everything else, and NaN, did not fit.
      case INVALID -> out.isInteger() && (in.isFloat() || in.isComplex())
          ? x.re().sub(r.re().cast(in.real())).abs().lt(x.re().same(1)).not() : null;
      case INTEGER_OVERFLOW -> {
        if (!in.isInteger() || !out.isInteger()) {
          yield null;
        }
        V a = x.re();
        V back = r.re().convert(a.lane());
        yield back.ne(a).or(a.lt(a.same(0)).ne(r.re().lt(r.re().same(0))));
      }
      default -> null;
    };
  }

  private static V byZero(Op op, Term[] x) {
    V divisor = QUOTIENTS.contains(op) ? x[1].re() : op == Ops.RECIPROCAL ? x[0].re() : null;
    return divisor == null ? null : divisor.eq(divisor.same(0));
  }

  /** Where an infinite result is that of a pole; null if the operation has none. */
  private static V pole(Op op, Term[] x) {
    if (POLES.contains(op)) {
      return x[0].re().eq(x[0].re());
    }
    Term zero = QUOTIENTS.contains(op) ? x[1] : op == Ops.RECIPROCAL || op == Ops.POW ? x[0] : null;
    return zero == null ? null : zero(zero);
  }

  private static V zero(Term x) {
    V re = x.re().eq(x.re().same(0));
    return x.isComplex() ? re.and(x.im().eq(x.im().same(0))) : re;
  }

  private static V tiny(Op op, DType type, Term[] x, Term r) {
    if (r.isComplex()) {
      // The parts of a product are sums of products, of which either may vanish.
      return null;
    }
    DType part = type.real();
    double smallest = part == DType.float64 ? 0x1p-1022 : part == DType.float32 ? 0x1p-126 : 0x1p-14;
    V value = r.re();
    V subnormal = and(value.abs().lt(value.same(smallest)), value.ne(value.same(0)));
    V vanished = and(value.eq(value.same(0)), finite(x));
    if (op != Ops.EXP && op != Ops.EXP2) {
      V first = x[0].re();
      vanished = and(vanished, first.ne(first.same(0)));
      if (op == Ops.MULTIPLY) {
        vanished = and(vanished, x[1].re().ne(x[1].re().same(0)));
      }
    }
    return subnormal.or(vanished);
  }

  private static V integers(Op op, DType type, Term[] operands, V r) {
    V x = operands[0].re();
    V y = operands.length > 1 ? operands[1].re() : op == Ops.SQUARE ? x : null;
    Lane lane = r.lane();
    boolean unsigned = lane.isUnsigned();
    V zero = r.same(0);
    if (op == Ops.NEGATIVE) {
      return unsigned ? x.ne(zero) : and(x.ne(zero), r.eq(x));
    }
    if (op == Ops.ABS) {
      return unsigned ? null : r.lt(zero);
    }
    if (op == Ops.FLOOR_DIVIDE) {
      return unsigned ? null : and(r.eq(x), r.lt(zero), y.eq(r.same(-1)));
    }
    if (op == Ops.POW) {
      V over = x.convert(Lane.I64).call(POWERS[type.ordinal()], y.convert(Lane.I64));
      return over.ne(over.same(0));
    }
    boolean product = op == Ops.MULTIPLY || op == Ops.SQUARE;
    if (!product && op != Ops.ADD && op != Ops.SUBTRACT) {
      return null;
    }
    if (lane.bytes() < 8) {
      Lane wide = product && unsigned ? Lane.U64 : Lane.I64;
      V a = x.convert(wide);
      V b = y.convert(wide);
      return (product ? a.mul(b) : op == Ops.ADD ? a.add(b) : a.sub(b)).ne(r.convert(wide));
    }
    if (product) {
      V wrong = and(x.ne(zero), r.div(x).ne(y));
      return unsigned ? wrong : wrong.or(and(x.eq(r.same(-1)), y.eq(r), y.ne(zero)));
    }
    if (unsigned) {
      return op == Ops.ADD ? r.lt(x) : x.lt(y);
    }
    return (op == Ops.ADD ? x.xor(r).and(y.xor(r)) : x.xor(y).and(x.xor(r))).lt(zero);
  }

  private static boolean powerFits(Lane lane, long x, long y) {
    if (lane == Lane.U64) {
      long power = 1;
      for (long i = 0; Long.compareUnsigned(x, 1) > 0 && i != y; i++) {
        if (Math.unsignedMultiplyHigh(power, x) != 0) {
          return false;
        }
        power *= x;
      }
      return true;
    }
    long power = 1;
    for (long i = 0; (x > 1 || x < -1) && i < y; i++) {
      if (Math.multiplyHigh(power, x) != power * x >> 63) {
        return false;
      }
      power *= x;
      if (power < lane.smallest() || power > lane.largest()) {
        return false;
      }
    }
    return true;
  }

  private static List<V> parts(Term... terms) {
    List<V> parts = new ArrayList<>();
    for (Term t : terms) {
      if (t.re().lane().isFloat()) {
        parts.add(t.re());
        if (t.isComplex()) {
          parts.add(t.im());
        }
      }
    }
    return parts;
  }

  private static V nan(Term... terms) {
    return parts(terms).stream().map(v -> v.ne(v)).reduce(V::or).orElse(null);
  }

  private static V infinite(Term... terms) {
    return parts(terms).stream().map(v -> v.abs().eq(v.same(Double.POSITIVE_INFINITY))).reduce(V::or).orElse(null);
  }

  /** Null if all are integers. */
  private static V finite(Term... terms) {
    return parts(terms).stream().map(v -> v.abs().lt(v.same(Double.POSITIVE_INFINITY))).reduce(V::and).orElse(null);
  }

  private static V not(V condition) {
    return condition == null ? null : condition.not();
  }

  /** All of those that are not null. */
  private static V and(V... conditions) {
    return Arrays.stream(conditions).filter(c -> c != null).reduce(V::and).orElse(null);
  }
}
