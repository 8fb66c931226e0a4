package orthant.op;

import java.util.Arrays;
import orthant.DType;

/**
 * Which types an operation computes in, given the types of its operands. A rule is a pure function; the promotion of two
 * types is {@link #promote}.
 */
public enum TypeRule {
  /** Operands and result of the common type. */
  ANY {
    @Override
    DType loop(String op, DType... ins) {
      return promoteAll(ins);
    }
  },
  /** As {@link #ANY}, but not for bool. */
  NUMBER {
    @Override
    DType loop(String op, DType... ins) {
      DType t = promoteAll(ins);
      if (t.isBool()) {
        throw new IllegalArgumentException(op + " is not defined for bool " + Arrays.toString(ins)
            + "; use logicalNot or notEqual, or cast with astype");
      }
      return t;
    }
  },
  /** Operands and result of the common floating-point type; float64 if there is none. */
  FLOAT {
    @Override
    DType loop(String op, DType... ins) {
      DType t = promoteAll(ins);
      return t.isFloat() ? t : DType.float64;
    }
  },
  /** Operands of the common type, a bool result. */
  COMPARE {
    @Override
    DType loop(String op, DType... ins) {
      return promoteAll(ins);
    }

    @Override
    DType result(DType loop) {
      return DType.bool;
    }
  },
  /** Operands of bool, a bool result. */
  LOGICAL {
    @Override
    DType loop(String op, DType... ins) {
      return DType.bool;
    }
  },
  /** The first operand is a bool condition, the others and the result are of their common type. */
  CHOICE {
    @Override
    DType loop(String op, DType... ins) {
      return promoteAll(Arrays.copyOfRange(ins, 1, ins.length));
    }

    @Override
    DType operand(DType loop, int i) {
      return i == 0 ? DType.bool : loop;
    }
  };

  /**
   * The type the operation computes in.
   *
   * @param op the operation's name, for the message
   * @param ins the types of the operands
   * @return the type of the loop
   * @throws IllegalArgumentException if the operation is not defined for these types
   */
  abstract DType loop(String op, DType... ins);

  /**
   * The type of the result.
   *
   * @param loop the type of the loop
   * @return its result
   */
  DType result(DType loop) {
    return loop;
  }

  /**
   * The type to which an operand is cast.
   *
   * @param loop the type of the loop
   * @param i the operand
   * @return its type in the loop
   */
  DType operand(DType loop, int i) {
    return loop;
  }

  /**
   * The smallest type that holds the values of both, as NumPy 2 promotes: an integer and a floating-point type of up to
   * 32 bits meet in float64.
   *
   * @param a one type
   * @param b the other
   * @return their common type
   */
  public static DType promote(DType a, DType b) {
    if (a == b || b.isBool()) {
      return a;
    }
    if (a.isBool()) {
      return b;
    }
    if (a.kind() == b.kind()) {
      return a.size() >= b.size() ? a : b;
    }
    return DType.float64;
  }

  private static DType promoteAll(DType... types) {
    DType t = types[0];
    for (int i = 1; i < types.length; i++) {
      t = promote(t, types[i]);
    }
    return t;
  }
}
