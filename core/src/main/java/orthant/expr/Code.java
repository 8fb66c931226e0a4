package orthant.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orthant.DType;

/** Code being written: values are appended, equal steps are found again instead of written twice. */
public final class Code {
  private final List<DType> ins = new ArrayList<>();
  /** The operands that are the real parts of complex ones; the imaginary parts follow. */
  private final BitSet pairs = new BitSet();
  private final List<Instr> steps = new ArrayList<>();
  private final Map<Instr, V> known = new HashMap<>();
  /** Values that came from float16, and their bits: storing one of them again takes no conversion. */
  private final Map<V, V> halves = new HashMap<>();

  /** Empty code. */
  public Code() {}

  /**
   * A new operand.
   *
   * @param dtype its type in memory, not complex
   * @return its value, in the lane of its type
   */
  public V input(DType dtype) {
    ins.add(dtype);
    V loaded = append(new Instr(Prim.ARG, Lane.memory(dtype), -1, -1, -1, ins.size() - 1));
    return dtype == DType.float16 ? half(loaded) : loaded;
  }

  /**
   * A new operand; a complex one is two for the loop, the real parts and the imaginary parts.
   *
   * @param dtype its type
   * @return the element
   */
  public Term term(DType dtype) {
    if (dtype.isComplex()) {
      pairs.set(ins.size());
    }
    return dtype.isComplex() ? new Term(input(dtype.real()), input(dtype.real())) : Term.of(input(dtype));
  }

  /** The float32 of float16 bits. */
  V half(V bits) {
    V value = Half.load(bits);
    halves.put(value, bits);
    return value;
  }

  /** The bits of a value that is known to be a float16, or null. */
  V bitsOfHalf(V value) {
    return halves.get(value);
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

  /**
   * Calls a function.
   *
   * @param function the function
   * @param operands its operands, in their lanes
   * @return its result
   * @throws IllegalArgumentException if the operands are not what it takes
   */
  public V call(Call function, V... operands) {
    List<Lane> lanes = Arrays.stream(operands).map(V::lane).toList();
    if (!lanes.equals(function.operands())) {
      throw new IllegalArgumentException(function + " takes operands of lanes " + function.operands() + " but got " + lanes);
    }
    V second = operands.length > 1 ? operands[1] : null;
    return append(new Instr(Prim.CALL, function.lane(), number(operands[0]), number(second), number(rest(operands, 2)), function.number()));
  }

  /** Calls a function of one or two operands where a mask is set. */
  V rare(Call function, V mask, V... operands) {
    List<Lane> lanes = Arrays.stream(operands).map(V::lane).toList();
    if (!lanes.equals(function.operands()) || function.whole() != null || mask.lane() != Lane.MASK) {
      throw new IllegalArgumentException(function + " of operands of lanes " + function.operands() + " is called for operands of lanes " + lanes
          + " where a value of lane " + mask.lane() + " is set; it must be a function of doubles or longs, and the last a mask");
    }
    return append(new Instr(Prim.RARE, function.lane(), number(mask), number(operands[0]), number(rest(operands, 1)), function.number()));
  }

  /** Picks a number of a table. */
  V lookup(Table table, V index) {
    if (!index.lane().isInteger() || index.lane().bytes() != table.lane().bytes()) {
      throw new IllegalArgumentException(table + " of lane " + table.lane() + " is looked up at an index of lane " + index.lane()
          + "; it must be an integer of the same width");
    }
    return append(new Instr(Prim.LOOKUP, table.lane(), number(index), -1, -1, table.number()));
  }

  /** The operands from one on as a single step: the operand itself if it is the last one. */
  private V rest(V[] operands, int from) {
    int left = operands.length - from;
    return left < 1 ? null : left == 1 ? operands[from] : append(new Instr(Prim.MORE, operands[from].lane(),
        number(operands[from]), number(operands[from + 1]), number(rest(operands, from + 2)), 0));
  }

  /**
   * Writes a step of other code here.
   *
   * @param step the step
   * @param a its first operand
   * @param b its second operand, or null
   * @param c its third operand, or null
   * @return the value
   */
  V again(Instr step, V a, V b, V c) {
    return append(new Instr(step.prim(), step.lane(), number(a), number(b), number(c), step.bits()));
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
    return returns(type, Term.of(value));
  }

  /**
   * Ends with one result; of a complex one the loop stores two, the real parts and the imaginary parts.
   *
   * @param type its type
   * @param value the element to store, of the type
   * @return the program
   */
  public Program returns(DType type, Term value) {
    if (value.re().lane() != Lane.of(type) || value.isComplex() != type.isComplex()) {
      throw new IllegalArgumentException("a value of lane " + value.re().lane() + " cannot be stored as " + type
          + "; it must be of lane " + Lane.of(type) + (type.isComplex() ? ", two of them" : ""));
    }
    if (type.isComplex()) {
      return program(type, List.of(type.real(), type.real()), pairs(0), value.re(), value.im());
    }
    V stored = type == DType.float16 ? Half.store(value.re()) : value.re();
    return program(type, List.of(type), pairs(), stored);
  }

  /** The real parts among the operands, and those among the results. */
  private BitSet pairs(int... results) {
    BitSet all = (BitSet) pairs.clone();
    for (int result : results) {
      all.set(ins.size() + result);
    }
    return all;
  }

  /**
   * Ends with several results.
   *
   * @param types their types
   * @param values the elements to store, each of its type; a complex one is stored as two
   * @return the program, whose type is that of the first result
   */
  public Program returns(DType[] types, Term[] values) {
    if (types.length == 1) {
      return returns(types[0], values[0]);
    }
    List<DType> outs = new ArrayList<>();
    List<V> stored = new ArrayList<>();
    BitSet all = pairs();
    for (int i = 0; i < types.length; i++) {
      Program one = returns(types[i], values[i]);
      all.set(ins.size() + outs.size(), types[i].isComplex());
      for (int k = 0; k < one.outputs(); k++) {
        outs.add(one.output(k));
      }
      stored.add(types[i] == DType.float16 ? Half.store(values[i].re()) : values[i].re());
      if (values[i].isComplex()) {
        stored.add(values[i].im());
      }
    }
    return program(types[0], outs, all, stored.toArray(new V[0]));
  }

  /** The steps that results need, in their order. */
  private Program program(DType type, List<DType> outs, BitSet pairs, V... results) {
    boolean[] needed = new boolean[steps.size()];
    for (V result : results) {
      needed[result.index()] = true;
    }
    for (int i = needed.length - 1; i >= 0; i--) {
      Instr s = steps.get(i);
      for (int operand : new int[] {s.a(), s.b(), s.c()}) {
        if (needed[i] && operand >= 0) {
          needed[operand] = true;
        }
      }
    }
    int[] numbers = new int[needed.length];
    List<Instr> kept = new ArrayList<>();
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        numbers[i] = kept.size();
        Instr s = steps.get(i);
        kept.add(new Instr(s.prim(), s.lane(), renumbered(numbers, s.a()), renumbered(numbers, s.b()), renumbered(numbers, s.c()), s.bits()));
      }
    }
    int[] ends = new int[results.length];
    Arrays.setAll(ends, i -> numbers[results[i].index()]);
    return new Program(ins, pairs, type, outs, kept, ends);
  }

  private static int renumbered(int[] numbers, int step) {
    return step < 0 ? step : numbers[step];
  }
}
