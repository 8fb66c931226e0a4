package orthant.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import orthant.DType;

/**
 * The meaning of a loop body: straight-line code over lanes, in which each step is assigned once and no step is written
 * twice. A value object; two programs that do the same steps are equal.
 */
public final class Program {
  private final DType[] ins;
  private final DType type;
  /** Of the inputs and outputs those that are real parts, whose imaginary parts follow. */
  private final BitSet pairs;
  private final DType[] outs;
  private final Instr[] code;
  private final int[] results;
  /** The inputs that a step asks for. */
  private final BitSet loaded = new BitSet();
  private final int hash;

  Program(List<DType> ins, BitSet pairs, DType type, List<DType> outs, List<Instr> code, int[] results) {
    this.ins = ins.toArray(new DType[0]);
    this.type = type;
    this.pairs = pairs;
    this.outs = outs.toArray(new DType[0]);
    this.code = code.toArray(new Instr[0]);
    this.results = results;
    for (Instr step : code) {
      if (step.prim() == Prim.ARG) {
        loaded.set((int) step.bits());
      }
    }
    this.hash = Arrays.hashCode(this.ins) * 31 * 31 + Arrays.hashCode(this.code) * 31 + Arrays.hashCode(results);
  }

  /**
   * Whether an operand or a result is complex, so that it is two for the loop.
   *
   * @return true if there are more inputs than operands, or more outputs than results
   */
  public boolean splits() {
    return !pairs.isEmpty();
  }

  /**
   * Whether an operand is the real parts of a complex one, the imaginary parts of which are the next.
   *
   * @param operand an input, or the number of inputs plus that of an output
   * @return true for the first of the two
   */
  public boolean isReal(int operand) {
    return pairs.get(operand);
  }

  /**
   * The number of operands that are loaded.
   *
   * @return the count of inputs
   */
  public int inputs() {
    return ins.length;
  }

  /**
   * The type of an operand in memory.
   *
   * @param i the operand
   * @return its type
   */
  public DType input(int i) {
    return ins[i];
  }

  /**
   * Whether an operand is looked at; the elements of others need not be loaded.
   *
   * @param i the operand
   * @return false if the results do not depend on it
   */
  public boolean loads(int i) {
    return loaded.get(i);
  }

  /**
   * The type of the result.
   *
   * @return the type; a complex one is stored as two results
   */
  public DType type() {
    return type;
  }

  /**
   * The number of results that are stored.
   *
   * @return the count of outputs
   */
  public int outputs() {
    return outs.length;
  }

  /**
   * The type of a result in memory.
   *
   * @param i the result
   * @return its type
   */
  public DType output(int i) {
    return outs[i];
  }

  /**
   * The step that computes a result.
   *
   * @param i the result
   * @return an index into the code
   */
  public int result(int i) {
    return results[i];
  }

  /**
   * The number of steps.
   *
   * @return the length of the code
   */
  public int length() {
    return code.length;
  }

  /**
   * A step.
   *
   * @param i its number; the steps it refers to have smaller ones
   * @return the step
   */
  public Instr instr(int i) {
    return code[i];
  }

  /**
   * The operands of a step, those that {@link Prim#MORE} holds included.
   *
   * @param i its number
   * @return the numbers of the steps that compute them
   */
  public int[] operands(int i) {
    List<Integer> all = new ArrayList<>();
    for (int at = i; at >= 0;) {
      Instr s = code[at];
      int next = -1;
      for (int operand : new int[] {s.a(), s.b(), s.c()}) {
        if (operand >= 0 && code[operand].prim() == Prim.MORE) {
          next = operand;
        } else if (operand >= 0) {
          all.add(operand);
        }
      }
      at = next;
    }
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Writes this program into other code, with other values for its operands.
   *
   * @param target the code to append to
   * @param operands a value for each input, in the lane of its type in memory
   * @return a value for each output, in the lane of its type in memory
   */
  public V[] inline(Code target, V... operands) {
    V[] values = new V[code.length];
    for (int i = 0; i < code.length; i++) {
      Instr s = code[i];
      values[i] = switch (s.prim()) {
        case ARG -> operands[(int) s.bits()];
        case CONST -> target.constant(s.lane(), s.bits());
        default -> target.again(s,
            s.a() < 0 ? null : values[s.a()], s.b() < 0 ? null : values[s.b()], s.c() < 0 ? null : values[s.c()]);
      };
    }
    V[] out = new V[results.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = values[results[i]];
    }
    return out;
  }

  /**
   * Writes this program into other code, with new operands there.
   *
   * @param target the code to append to; it gets one more input for each input of this
   * @return the result, as an element of {@link #type}
   */
  public Term again(Code target) {
    V[] operands = new V[ins.length];
    for (int i = 0; i < ins.length; i++) {
      V loaded = target.input(ins[i]);
      operands[i] = ins[i] == DType.float16 ? loaded.stored(ins[i]) : loaded;
    }
    return result(target, operands);
  }

  /**
   * Writes this program into other code.
   *
   * @param target the code to append to
   * @param operands a value for each input, in the lane of its type in memory
   * @return the result, as an element of {@link #type}
   */
  public Term result(Code target, V... operands) {
    V[] out = inline(target, operands);
    if (type.isComplex()) {
      return new Term(out[0], out[1]);
    }
    return Term.of(type == DType.float16 ? V.loaded(type, out[0]) : out[0]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Program that
        && hash == that.hash
        && type == that.type
        && pairs.equals(that.pairs)
        && Arrays.equals(ins, that.ins)
        && Arrays.equals(outs, that.outs)
        && Arrays.equals(results, that.results)
        && Arrays.equals(code, that.code);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /**
   * The program as text, one step a line.
   *
   * @return for reading
   */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < code.length; i++) {
      Instr s = code[i];
      StringBuilder line = new StringBuilder("  v" + i + " = ");
      switch (s.prim()) {
        case ARG -> line.append("load ").append(ins[(int) s.bits()]).append(" operand ").append(s.bits());
        case CONST -> line.append(Interpreter.text(s.lane(), s.bits()));
        default -> {
          line.append(s.prim().name().toLowerCase(java.util.Locale.ROOT));
          line.append(s.prim() == Prim.CALL || s.prim() == Prim.RARE ? " " + Call.numbered(s.bits()) : "");
          line.append(s.prim() == Prim.LOOKUP ? " " + Table.numbered(s.bits()) : "");
          for (int o : new int[] {s.a(), s.b(), s.c()}) {
            line.append(o < 0 ? "" : " v" + o);
          }
        }
      }
      lines.add(line + " : " + s.lane().name().toLowerCase(java.util.Locale.ROOT));
    }
    for (int i = 0; i < results.length; i++) {
      lines.add("  store " + outs[i] + " result " + i + " <- v" + results[i]);
    }
    return String.join("\n", lines) + "\n";
  }
}
