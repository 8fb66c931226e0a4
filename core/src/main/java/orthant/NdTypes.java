package orthant;

import java.util.function.Supplier;
import orthant.op.TypeRule;
import orthant.plan.Weak;

/** Functions about element types: promotion, casting rules, limits. */
abstract class NdTypes extends NdManipulation {
  /**
   * Runs code in which arithmetic that goes wrong is treated as a state says.
   *
   * @param <T> what the code returns
   * @param state what is ignored, logged, thrown or handed over
   * @param code the code
   * @return its result
   * @throws ArithmeticFault if something goes wrong that is to be thrown; the arrays are as the operation left them
   */
  public static <T> T errstate(ErrorState state, Supplier<T> code) {
    return state.during(code);
  }

  /**
   * Runs code in which arithmetic that goes wrong is treated as a state says.
   *
   * @param state what is ignored, logged, thrown or handed over
   * @param code the code
   * @throws ArithmeticFault if something goes wrong that is to be thrown; the arrays are as the operation left them
   */
  public static void errstate(ErrorState state, Runnable code) {
    state.during(() -> {
      code.run();
      return null;
    });
  }

  /**
   * The limits of a floating-point type.
   *
   * @param type a floating-point type, or a complex one for the type of its parts
   * @return largest and smallest numbers, and precision
   * @throws IllegalArgumentException for other types
   */
  public static FloatInfo finfo(DType type) {
    return FloatInfo.of(type);
  }

  /**
   * The limits of an integer type.
   *
   * @param type a signed or unsigned integer type
   * @return its smallest and largest number
   * @throws IllegalArgumentException for other types
   */
  public static IntInfo iinfo(DType type) {
    return IntInfo.of(type);
  }

  /**
   * Whether a type is one of some kinds, as the array API names them.
   *
   * @param type the type
   * @param kinds "bool", "signed integer", "unsigned integer", "integral", "real floating", "complex floating" or "numeric"
   * @return true if it is of one of the kinds
   * @throws IllegalArgumentException if there is no such kind
   */
  public static boolean isdtype(DType type, String... kinds) {
    boolean is = false;
    for (String kind : kinds) {
      is |= switch (kind) {
        case "bool" -> type.isBool();
        case "signed integer" -> type.isInteger() && !type.isUnsigned();
        case "unsigned integer" -> type.isUnsigned();
        case "integral" -> type.isInteger();
        case "real floating" -> type.isFloat();
        case "complex floating" -> type.isComplex();
        case "numeric" -> !type.isBool();
        default -> throw new IllegalArgumentException("there is no kind \"" + kind + "\" of types; it must be bool, signed integer, "
            + "unsigned integer, integral, real floating, complex floating or numeric");
      };
    }
    return is;
  }

  /**
   * Whether a type is one of some types.
   *
   * @param type the type
   * @param types the others
   * @return true if one of them is the same
   */
  public static boolean isdtype(DType type, DType... types) {
    for (DType other : types) {
      if (type == other) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a type can be cast to another safely: without losing values, or from 64-bit integers to {@code float64}.
   *
   * @param from the type of the values
   * @param to the type they would have
   * @return true if that is allowed
   */
  public static boolean canCast(DType from, DType to) {
    return canCast(from, to, Casting.SAFE);
  }

  /**
   * Whether a type can be cast to another under a rule.
   *
   * @param from the type of the values
   * @param to the type they would have
   * @param casting the rule
   * @return true if that is allowed
   */
  public static boolean canCast(DType from, DType to, Casting casting) {
    return switch (casting) {
      case NO, EQUIV -> from == to;
      case SAFE -> TypeRule.promote(from, to) == to;
      case SAME_KIND -> TypeRule.promote(from, to) == to || from.kind().compareTo(to.kind()) <= 0;
      case UNSAFE -> true;
    };
  }

  /**
   * The smallest type that holds the values of both.
   *
   * @param a one type
   * @param b the other
   * @return their common type, as NumPy 2 promotes
   */
  public static DType promoteTypes(DType a, DType b) {
    return TypeRule.promote(a, b);
  }

  /**
   * The type that an operation on some operands computes in.
   *
   * @param operands arrays and types; and Java numbers, booleans and {@link Complex} numbers, which are weak: their type gives
   *     way to that of the others, unless these are of a lower kind
   * @return the common type
   * @throws IllegalArgumentException if there are no operands, or one is something else
   */
  public static DType resultType(Object... operands) {
    if (operands.length == 0) {
      throw new IllegalArgumentException("resultType of no operands; there must be at least one");
    }
    DType[] types = new DType[operands.length];
    int strong = 0;
    DType weak = null;
    for (Object operand : operands) {
      switch (operand) {
        case NDArray array -> types[strong++] = array.dtype();
        case DType type -> types[strong++] = type;
        default -> {
          DType type = Weak.type(operand);
          weak = weak == null || type.kind().compareTo(weak.kind()) > 0 ? type : weak;
        }
      }
    }
    if (strong == 0) {
      return weak;
    }
    DType type = TypeRule.promote(java.util.Arrays.copyOf(types, strong));
    return weak == null ? type : Weak.promote(type, weak);
  }

  /**
   * The smallest type that holds an integer.
   *
   * @param value the number
   * @return an unsigned type if it is not negative
   */
  public static DType minScalarType(long value) {
    if (value < 0) {
      return value >= Byte.MIN_VALUE ? DType.int8 : value >= Short.MIN_VALUE ? DType.int16 : value >= Integer.MIN_VALUE ? DType.int32 : DType.int64;
    }
    return value < 1 << 8 ? DType.uint8 : value < 1 << 16 ? DType.uint16 : value < 1L << 32 ? DType.uint32 : DType.uint64;
  }

  /**
   * The smallest type that holds a floating-point number without overflow; digits may be lost.
   *
   * @param value the number
   * @return {@code float16}, {@code float32} or {@code float64}
   */
  public static DType minScalarType(double value) {
    double size = Math.abs(value);
    return !Double.isFinite(value) || size < 65000 ? DType.float16 : size < 3.4e38 ? DType.float32 : DType.float64;
  }

  /**
   * The type of a truth value.
   *
   * @param value the value
   * @return {@code bool}
   */
  public static DType minScalarType(boolean value) {
    return DType.bool;
  }

  /**
   * The smallest type that holds a complex number without overflow; digits may be lost.
   *
   * @param value the number
   * @return {@code complex64} or {@code complex128}
   */
  public static DType minScalarType(Complex value) {
    boolean small = Math.abs(value.re()) < 3.4e38 && Math.abs(value.im()) < 3.4e38;
    return small ? DType.complex64 : DType.complex128;
  }

  /**
   * The smallest type that holds the value of an array without axes.
   *
   * @param array an array
   * @return the smallest type, but the array's own if it has axes
   */
  public static DType minScalarType(NDArray array) {
    if (array.ndim() > 0 || array.dtype().isBool()) {
      return array.dtype();
    }
    if (array.dtype().isInteger()) {
      // The bits of a large uint64 look negative.
      return array.dtype() == DType.uint64 && array.getLong() < 0 ? DType.uint64 : minScalarType(array.getLong());
    }
    return array.dtype().isComplex() ? minScalarType(array.getComplex()) : minScalarType(array.getDouble());
  }
}
