package orthant.expr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orthant.DType;

/** Code being written: values are appended, equal steps are found again instead of written twice. */
public final class Code {
  private final List<DType> ins = new ArrayList<>();
  private final List<Instr> steps = new ArrayList<>();
  private final Map<Instr, V> known = new HashMap<>();

  /** Empty code. */
  public Code() {}

  /**
   * A new operand.
   *
   * @param dtype its type in memory
   * @return its value, in the lane of its type
   */
  public V input(DType dtype) {
    ins.add(dtype);
    return append(new Instr(Prim.ARG, Lane.of(dtype), -1, -1, -1, ins.size() - 1));
  }

  /**
   * A constant by its bits.
   *
   * @param lane the lane
   * @param bits the value: an integer, the raw bits of a floating-point number, or 0 and 1
   * @return the value
   */
  public V constant(Lane lane, long bits) {
    return append(new Instr(Prim.CONST, lane, -1, -1, -1, bits));
  }

  /**
   * A constant number.
   *
   * @param lane the lane
   * @param value the value, which the lane must hold
   * @return the value
   */
  public V number(Lane lane, double value) {
    return constant(lane, Interpreter.bits(lane, value));
  }

  V step(Prim prim, Lane lane, V a, V b, V c) {
    return append(new Instr(prim, lane, number(a), number(b), number(c), 0));
  }

  private int number(V v) {
    if (v == null) {
      return -1;
    }
    if (v.code() != this) {
      throw new IllegalArgumentException("a value of other code was used; inline its program instead");
    }
    return v.index();
  }

  private V append(Instr step) {
    return known.computeIfAbsent(step, s -> {
      steps.add(s);
      return new V(this, steps.size() - 1, s.lane());
    });
  }

  /**
   * Ends with one result.
   *
   * @param type its type in memory
   * @param value the value to store, in the lane of the type
   * @return the program
   */
  public Program returns(DType type, V value) {
    if (value.lane() != Lane.of(type)) {
      throw new IllegalArgumentException("a value of lane " + value.lane() + " cannot be stored as " + type);
    }
    return new Program(ins, List.of(type), steps, new int[] {value.index()});
  }
}
