package orthant.op;

import java.util.Arrays;
import orthant.DType;

/**
 * Which types an operation computes in, given the types of its operands. A rule is a pure function; the promotion of two
 * types is {@link #promote}.
 */
@FunctionalInterface
public interface TypeRule {
  /**
   * The types of one loop.
   *
   * @param result the type of the result
   * @param operands the types that the operands are cast to
   */
  record Types(DType result, DType... operands) {}

  /**
   * The types the operation computes in.
   *
   * @param op the operation's name, for the message
   * @param ins the types of the operands
   * @return the types of the loop
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  Types types(String op, DType... ins);

  /** Operands and result of the common type. */
  TypeRule ANY = (op, ins) -> uniform(ins, promote(ins));

  /** As {@link #ANY}, but not for bool. */
  TypeRule NUMBER = (op, ins) -> {
    DType t = promote(ins);
    if (t.isBool()) {
      throw undefined(op, ins, "use logicalNot or notEqual, or cast with astype");
    }
    return uniform(ins, t);
  };

  /** As {@link #ANY}; bool is computed as int8. */
  TypeRule ARITHMETIC = (op, ins) -> {
    DType t = promote(ins);
    return uniform(ins, t.isBool() ? DType.int8 : t);
  };

  /** As {@link #ANY}, but not for complex numbers. */
  TypeRule REAL = (op, ins) -> uniform(ins, real(op, promote(ins), ins));

  /** As {@link #REAL}; bool is computed as int8. */
  TypeRule REAL_NUMBER = (op, ins) -> {
    DType t = real(op, promote(ins), ins);
    return uniform(ins, t.isBool() ? DType.int8 : t);
  };

  /** Operands and result of the common floating-point type: of integers the smallest that has about their digits. */
  TypeRule FLOAT = (op, ins) -> uniform(ins, floating(ins));

  /** As {@link #FLOAT}, but not for complex numbers. */
  TypeRule REAL_FLOAT = (op, ins) -> uniform(ins, real(op, floating(ins), ins));

  /** As {@link #FLOAT}, but float64 for all integers. */
  TypeRule QUOTIENT = (op, ins) -> {
    DType t = promote(ins);
    return uniform(ins, t.isFloat() || t.isComplex() ? t : DType.float64);
  };

  /** As {@link #QUOTIENT}, but not for complex numbers. */
  TypeRule REAL_QUOTIENT = (op, ins) -> {
    real(op, promote(ins), ins);
    return QUOTIENT.types(op, ins);
  };

  /** Integers and complex numbers stay what they are, bool is computed as float16. */
  TypeRule ROUNDED = (op, ins) -> ins[0].isInteger() ? uniform(ins, ins[0]) : FLOAT.types(op, ins);

  /** As {@link #FLOAT}, but float64 for bool; the result of complex numbers is the type of their parts. */
  TypeRule ANGLE = (op, ins) -> {
    DType t = ins[0].isBool() ? DType.float64 : floating(ins[0]);
    return new Types(t.real(), t);
  };

  /** An operand of the floating-point type of {@link #REAL_FLOAT}, an int32 result. */
  TypeRule FLOAT_EXPONENT = (op, ins) -> uniform(DType.int32, ins, real(op, floating(ins), ins));

  /** Operands and result of the common integer type; bool is computed as int8. */
  TypeRule INTEGER = (op, ins) -> {
    DType t = promote(ins);
    if (!t.isInteger()) {
      if (t.isBool()) {
        return uniform(ins, DType.int8);
      }
      throw undefined(op, ins, "it works on integers; cast with astype");
    }
    return uniform(ins, t);
  };

  /** As {@link #INTEGER}, but not for bool. */
  TypeRule INTEGER_NUMBER = (op, ins) -> {
    if (promote(ins).isBool()) {
      throw undefined(op, ins, "it works on integers; cast with astype");
    }
    return INTEGER.types(op, ins);
  };

  /** Operands and result of the common integer type, or bool. */
  TypeRule BITS = (op, ins) -> {
    DType t = promote(ins);
    if (!t.isInteger() && !t.isBool()) {
      throw undefined(op, ins, "it works on integers and bool; cast with astype");
    }
    return uniform(ins, t);
  };

  /** Operands of {@link #BITS}, a uint8 result. */
  TypeRule COUNT = (op, ins) -> new Types(DType.uint8, BITS.types(op, ins).operands());

  /** Operands of the common type, a bool result; int64 and uint64 are compared as they are, by value. */
  TypeRule COMPARE = (op, ins) -> {
    DType t = promote(ins);
    if (t == DType.float64 && ins.length == 2 && ins[0].isInteger() && ins[1].isInteger()) {
      boolean first = ins[0].isUnsigned();
      return new Types(DType.bool, first ? DType.uint64 : DType.int64, first ? DType.int64 : DType.uint64);
    }
    return uniform(DType.bool, ins, t);
  };

  /** Operands of bool, a bool result. */
  TypeRule LOGICAL = (op, ins) -> uniform(DType.bool, ins, DType.bool);

  /** Operands of their own type, a bool result. */
  TypeRule TEST = (op, ins) -> new Types(DType.bool, ins.clone());

  /** As {@link #TEST}, but not for complex numbers. */
  TypeRule REAL_TEST = (op, ins) -> {
    real(op, promote(ins), ins);
    return new Types(DType.bool, ins.clone());
  };

  /** Operands of their own type; the result of complex ones is the type of their parts. */
  TypeRule PART = (op, ins) -> new Types(ins[0].real(), ins.clone());

  /** One operand of a floating-point type, then one of an integer type that is cast to int32 or int64. */
  TypeRule EXPONENT = (op, ins) -> {
    DType t = real(op, floating(ins[0]), ins);
    if (!ins[1].isInteger() && !ins[1].isBool() || ins[1] == DType.uint64) {
      throw undefined(op, ins, "the exponent must be an integer of at most 63 bits; cast with astype(int32)");
    }
    return new Types(t, t, ins[1] == DType.int64 || ins[1] == DType.uint32 ? DType.int64 : DType.int32);
  };

  /** The first operand is a bool condition, the others and the result are of their common type. */
  TypeRule CHOICE = (op, ins) -> {
    Types types = uniform(ins, promote(Arrays.copyOfRange(ins, 1, ins.length)));
    types.operands()[0] = DType.bool;
    return types;
  };

  private static Types uniform(DType[] ins, DType type) {
    return uniform(type, ins, type);
  }

  private static Types uniform(DType result, DType[] ins, DType type) {
    DType[] operands = new DType[ins.length];
    Arrays.fill(operands, type);
    return new Types(result, operands);
  }

  private static DType real(String op, DType type, DType[] ins) {
    if (type.isComplex()) {
      throw undefined(op, ins, "complex numbers have no order; use real() or abs() of them");
    }
    return type;
  }

  /**
   * What is thrown for types that an operation is not defined for.
   *
   * @param op the operation's name
   * @param ins the types of the operands
   * @param advice what to do
   * @return the exception
   */
  static IllegalArgumentException undefined(String op, DType[] ins, String advice) {
    String types = String.join(", ", Arrays.stream(ins).map(DType::name).toList());
    return new IllegalArgumentException(op + " is not defined for " + types + "; " + advice);
  }

  /**
   * The floating-point type in which functions of a type are computed.
   *
   * @param type any type
   * @return float16 for integers of 8 bits and bool, float32 for those of 16, float64 for wider ones, else the type itself
   */
  static DType floating(DType type) {
    if (type.isFloat() || type.isComplex()) {
      return type;
    }
    return type.size() == 1 ? DType.float16 : type.size() == 2 ? DType.float32 : DType.float64;
  }

  /**
   * The floating-point type in which functions of several types are computed: the smallest to which each can be cast, by itself.
   *
   * @param types at least one
   * @return the common type of their floating-point types
   */
  static DType floating(DType... types) {
    DType t = floating(types[0]);
    for (int i = 1; i < types.length; i++) {
      t = promote(t, floating(types[i]));
    }
    return t;
  }

  /**
   * The smallest type that holds the values of both, as NumPy 2 promotes: uint64 meets signed integers in float64, and
   * integers of 32 bits and more meet all floating-point types there.
   *
   * @param a one type
   * @param b the other
   * @return their common type
   */
  static DType promote(DType a, DType b) {
    if (a == b || b.isBool()) {
      return a;
    }
    if (a.isBool()) {
      return b;
    }
    if (a.isComplex() || b.isComplex()) {
      return promote(a.real(), b.real()).complex();
    }
    if (a.isFloat() || b.isFloat()) {
      DType x = floating(a);
      DType y = floating(b);
      return x.size() >= y.size() ? x : y;
    }
    if (a.kind() == b.kind()) {
      return a.size() >= b.size() ? a : b;
    }
    DType signed = a.isUnsigned() ? b : a;
    DType unsigned = a.isUnsigned() ? a : b;
    if (signed.size() > unsigned.size()) {
      return signed;
    }
    return switch (unsigned.size()) {
      case 1 -> DType.int16;
      case 2 -> DType.int32;
      case 4 -> DType.int64;
      default -> DType.float64;
    };
  }

  /**
   * The common type of several. Their order does not matter, but three types may have a smaller common type than two of
   * them and then the third: int8, uint8 and float16 meet in float16.
   *
   * @param types at least one
   * @return the highest of them, promoted with each of the others
   */
  static DType promote(DType... types) {
    DType highest = types[0];
    for (DType t : types) {
      int kind = t.kind().compareTo(highest.kind());
      highest = kind > 0 || kind == 0 && t.size() > highest.size() ? t : highest;
    }
    for (DType t : types) {
      highest = promote(highest, t);
    }
    return highest;
  }
}
