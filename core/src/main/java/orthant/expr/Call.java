package orthant.expr;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * A function that code calls without knowing what is inside: its loops are scalar ones. Programs name it by its number.
 */
public final class Call {
  private static final List<Call> ALL = new CopyOnWriteArrayList<>();

  private final String name;
  private final Lane lane;
  private final int arity;
  private final Object target;
  private final int number;

  private Call(String name, Lane lane, int arity, Object target) {
    this.name = name;
    this.lane = lane;
    this.arity = arity;
    this.target = target;
    synchronized (ALL) {
      this.number = ALL.size();
      ALL.add(this);
    }
  }

  /**
   * A function of one double.
   *
   * @param name for reading
   * @param target the same result for the same bits, always
   * @return the function
   */
  public static Call of(String name, DoubleUnaryOperator target) {
    return new Call(name, Lane.F64, 1, target);
  }

  /**
   * A function of two doubles.
   *
   * @param name for reading
   * @param target the same result for the same bits, always
   * @return the function
   */
  public static Call of(String name, DoubleBinaryOperator target) {
    return new Call(name, Lane.F64, 2, target);
  }

  /**
   * A function of a 64-bit integer.
   *
   * @param name for reading
   * @param target the same result for the same operand, always
   * @return the function
   */
  public static Call ofLongs(String name, LongUnaryOperator target) {
    return new Call(name, Lane.I64, 1, target);
  }

  /**
   * A function of two 64-bit integers.
   *
   * @param name for reading
   * @param target the same result for the same operands, always
   * @return the function
   */
  public static Call ofLongs(String name, LongBinaryOperator target) {
    return new Call(name, Lane.I64, 2, target);
  }

  /**
   * The function that an instruction calls.
   *
   * @param number the bits of the instruction
   * @return the function
   */
  public static Call numbered(long number) {
    return ALL.get((int) number);
  }

  /**
   * The lane of its operands and of its result.
   *
   * @return F64 or I64
   */
  public Lane lane() {
    return lane;
  }

  /**
   * The number of its operands.
   *
   * @return 1 or 2
   */
  public int arity() {
    return arity;
  }

  /**
   * What is called.
   *
   * @return one of the functional interfaces of java.util.function over doubles or longs
   */
  public Object target() {
    return target;
  }

  /**
   * Its number in programs.
   *
   * @return from 0
   */
  public int number() {
    return number;
  }

  long eval(long a, long b) {
    return switch (target) {
      case DoubleUnaryOperator f -> Double.doubleToRawLongBits(f.applyAsDouble(Double.longBitsToDouble(a)));
      case DoubleBinaryOperator f ->
          Double.doubleToRawLongBits(f.applyAsDouble(Double.longBitsToDouble(a), Double.longBitsToDouble(b)));
      case LongUnaryOperator f -> f.applyAsLong(a);
      case LongBinaryOperator f -> f.applyAsLong(a, b);
      default -> throw new IllegalStateException(name);
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
