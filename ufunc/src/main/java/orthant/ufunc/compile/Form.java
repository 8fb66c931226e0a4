package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.util.Arrays;
import orthant.DType;
import orthant.expr.Call;
import orthant.expr.Instr;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.expr.Table;
import orthant.kernel.Step;

/**
 * How values are held while a loop runs: one at a time in plain variables, or many in vectors. The loops are written once
 * against this; a value is the number of the local variable that holds it.
 */
abstract class Form {
  final CodeBuilder code;

  Form(CodeBuilder code) {
    this.code = code;
  }

  /** How many elements one pass computes. */
  abstract int width();

  /** Emits a load of consecutive elements; the address is on the stack. */
  abstract int load(DType type);

  /** Emits a load of elements that are some elements apart; the address of the first is on the stack. */
  abstract int loadApart(DType type, int elements);

  /** Emits a load of elements that lie side by side, from the last to the first; the address of the last is on the stack. */
  abstract int loadBack(DType type);

  /** Emits a load of elements that move with a step; the address of the first is on the stack. */
  final int load(DType type, Step step) {
    return switch (step) {
      case FIXED -> loadFixed(type);
      case BACK -> loadBack(type);
      case TWO, THREE, FOUR -> loadApart(type, step.elements());
      default -> load(type);
    };
  }

  /**
   * Emits a load of real and imaginary parts that alternate; the address of the first real part is on the stack. In any
   * order: that of the lanes, the same in both and in all pairs, is left to the form.
   */
  abstract int[] loadPair(DType type, boolean anyOrder);

  /** Emits a store of real and imaginary parts in turns; {@code address} puts the address of the first real part on the stack. */
  abstract void storePair(DType type, int re, int im, boolean anyOrder, Runnable address);

  /** Emits a load of one element into all lanes; the address is on the stack. */
  abstract int loadFixed(DType type);

  /** Emits a store of consecutive elements; {@code address} puts the address on the stack. */
  abstract void store(DType type, int value, Runnable address);

  /** Emits a constant. */
  abstract int constant(Lane lane, long bits);

  /** Emits one primitive on values of lane {@code from}; the distance of a shift is {@code b}, or {@code shift} if that is -1. */
  abstract int step(Prim prim, Lane from, Lane to, int a, int b, int c, long shift);

  /** Emits a call of a function that is not looked into. */
  abstract int call(Call function, int... operands);

  /** Emits a call of a function where a mask is set; the result is 0 elsewhere. */
  abstract int rare(Call function, int mask, int... operands);

  /** Emits what lookups of a table need before the loop. */
  abstract void prepare(Table table);

  /** Emits a lookup at an integer; the table has been prepared. */
  abstract int lookup(Table table, int index);

  /** Emits the constants of a program; best before a loop. */
  final int[] constants(Program program) {
    int[] values = new int[program.length()];
    for (int i = 0; i < values.length; i++) {
      Instr s = program.instr(i);
      if (s.prim() == Prim.LOOKUP) {
        prepare(Table.numbered(s.bits()));
      }
      values[i] = s.prim() == Prim.CONST && !isDistance(program, i) ? constant(s.lane(), s.bits()) : -1;
    }
    return values;
  }

  /** Whether a constant is only the distance of shifts, which are part of the instruction. */
  private static boolean isDistance(Program program, int constant) {
    for (int i = 0; i < program.outputs(); i++) {
      if (program.result(i) == constant) {
        return false;
      }
    }
    for (int i = 0; i < program.length(); i++) {
      Instr s = program.instr(i);
      boolean shift = s.prim() == Prim.SHL || s.prim() == Prim.SHR || s.prim() == Prim.USHR;
      if (s.a() == constant || !shift && s.b() == constant || s.c() == constant) {
        return false;
      }
    }
    return true;
  }

  /**
   * Emits the steps of a program.
   *
   * @param constants from {@link #constants}
   * @param args the values of the operands
   * @return the value of each step
   */
  final int[] body(Program program, int[] constants, int[] args) {
    int[] values = constants.clone();
    for (int i = 0; i < values.length; i++) {
      Instr s = program.instr(i);
      switch (s.prim()) {
        case CONST -> { }
        case ARG -> values[i] = args[(int) s.bits()];
        case MORE -> { }
        case CALL -> values[i] = call(Call.numbered(s.bits()), Arrays.stream(program.operands(i)).map(k -> values[k]).toArray());
        case RARE -> {
          Call function = Call.numbered(s.bits());
          int a = values[s.a()];
          int b = values[s.b()];
          values[i] = function.arity() == 1 ? rare(function, a, b) : rare(function, a, b, values[s.c()]);
        }
        case LOOKUP -> values[i] = lookup(Table.numbered(s.bits()), values[s.a()]);
        case SHL, SHR, USHR -> {
          Instr distance = program.instr(s.b());
          boolean constant = distance.prim() == Prim.CONST;
          values[i] = step(s.prim(), s.lane(), s.lane(), values[s.a()], constant ? -1 : values[s.b()], -1, distance.bits());
        }
        default -> values[i] = step(s.prim(), program.instr(s.a()).lane(), s.lane(),
            values[s.a()], s.b() < 0 ? -1 : values[s.b()], s.c() < 0 ? -1 : values[s.c()], 0);
      }
    }
    return values;
  }
}
