package orthant.kernel;

import java.util.List;
import java.util.Objects;
import orthant.DType;
import orthant.expr.Interpreter;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.memory.Raw;
import orthant.op.Combine;

/** Loops that interpret their program, one element after the other: slow, obviously right, and the oracle of the others. */
public final class Reference implements KernelSource {
  /** The reference. */
  public Reference() {}

  @Override
  public String name() {
    return "reference";
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public Kernel map(Program body, List<Step> steps) {
    int inputs = body.inputs();
    return frame -> {
      long[] args = new long[inputs];
      long[] values = new long[body.length()];
      for (long row = 0; row < frame[0]; row++) {
        for (long col = 0; col < frame[1]; col++) {
          evaluate(body, frame, row, col, args, values);
          for (int i = 0; i < body.outputs(); i++) {
            store(body.output(i), at(frame, inputs + i, row, col), values[body.result(i)]);
          }
        }
      }
    };
  }

  @Override
  public Kernel find(Program predicate, List<Step> steps) {
    int inputs = predicate.inputs();
    return frame -> {
      long[] args = new long[inputs];
      long[] values = new long[predicate.length()];
      for (long row = 0; row < frame[0]; row++) {
        long found = -1;
        for (long col = 0; col < frame[1] && found < 0; col++) {
          evaluate(predicate, frame, row, col, args, values);
          found = values[predicate.result(0)] != 0 ? col : -1;
        }
        Raw.setLong(at(frame, inputs, row, 0), found);
      }
    };
  }

  @Override
  public Kernel scatter(Program body, int placed, boolean indexed) {
    int inputs = body.inputs();
    long item = (long) placed * body.input(0).size();
    return frame -> {
      long[] args = new long[inputs];
      long[] values = new long[body.length()];
      int places = 1 + 2 * (inputs + body.outputs());
      for (int i = 0; i < frame[0]; i++) {
        long place = indexed ? Objects.checkIndex(Raw.getLong(frame[places] + 8L * i), frame[places + 1]) * item : frame[places + i];
        for (int k = 0; k < inputs; k++) {
          args[k] = load(body.input(k), frame[1 + 2 * k] + (k < placed ? place : i * frame[2 + 2 * k]));
        }
        Interpreter.run(body, args, values);
        for (int k = 0; k < body.outputs(); k++) {
          store(body.output(k), frame[1 + 2 * (inputs + k)] + place, values[body.result(k)]);
        }
      }
    };
  }

  private static long at(long[] frame, int operand, long row, long col) {
    int k = 2 + 3 * operand;
    return frame[k] + col * frame[k + 1] + row * frame[k + 2];
  }

  private static void evaluate(Program body, long[] frame, long row, long col, long[] args, long[] values) {
    for (int i = 0; i < args.length; i++) {
      args[i] = load(body.input(i), at(frame, i, row, col));
    }
    Interpreter.run(body, args, values);
  }

  @Override
  public Kernel fold(Combine combine, Program element, List<Step> steps) {
    DType type = element.type();
    Lane lane = Lane.of(type);
    return frame -> {
      long[] args = new long[element.inputs()];
      long[] values = new long[element.length()];
      long[] stack = new long[64];
      for (long output = 0; output < frame[0]; output++) {
        long index = 0;
        int top = 0;
        for (long leaf = 0; leaf < frame[7]; leaf++) {
          int count = Raw.getInt(frame[6] + 8 * leaf);
          int merges = Raw.getInt(frame[6] + 8 * leaf + 4);
          long[] elements = new long[count];
          for (int i = 0; i < count; i++, index++) {
            for (int k = 0; k < args.length; k++) {
              int at = Kernel.folded(k);
              args[k] = load(element.input(k), frame[at] + output * frame[at + 2] + index * frame[at + 1]);
            }
            Interpreter.run(element, args, values);
            elements[i] = values[element.result(0)];
          }
          stack[top++] = leaf(combine, lane, elements);
          for (; merges > 0; merges--) {
            top--;
            stack[top - 1] = combine.combine(lane, stack[top - 1], stack[top]);
          }
        }
        // As in NumPy, sums begin at 0.0, so a sum of -0.0 is 0.0.
        long result = combine == Combine.ADD && type.isFloat() ? combine.combine(lane, stack[0], 0) : stack[0];
        store(type, frame[4] + output * frame[5], result);
      }
    };
  }

  private static long leaf(Combine combine, Lane lane, long[] x) {
    int n = x.length;
    long result;
    int i;
    if (n < 8) {
      result = x[0];
      i = 1;
    } else {
      long[] r = new long[8];
      System.arraycopy(x, 0, r, 0, 8);
      for (i = 8; i + 8 <= n; i += 8) {
        for (int k = 0; k < 8; k++) {
          r[k] = combine.combine(lane, r[k], x[i + k]);
        }
      }
      for (int width = 1; width < 8; width *= 2) {
        for (int k = 0; k < 8; k += 2 * width) {
          r[k] = combine.combine(lane, r[k], r[k + width]);
        }
      }
      result = r[0];
    }
    for (; i < n; i++) {
      result = combine.combine(lane, result, x[i]);
    }
    return result;
  }

  /**
   * Loads an element that is not complex as the bits of its lane in memory.
   *
   * @param type its type
   * @param address absolute address
   * @return the bits
   */
  public static long load(DType type, long address) {
    return switch (Lane.memory(type)) {
      case MASK -> Raw.getByte(address) != 0 ? 1 : 0;
      case I8 -> Raw.getByte(address);
      case U8 -> Raw.getByte(address) & 0xff;
      case I16 -> Raw.getShort(address);
      case U16 -> Raw.getShort(address) & 0xffff;
      case I32, F32 -> Raw.getInt(address);
      case U32 -> Raw.getInt(address) & 0xffffffffL;
      case I64, U64, F64 -> Raw.getLong(address);
    };
  }

  /**
   * Stores the bits of its lane in memory as an element that is not complex.
   *
   * @param type its type
   * @param address absolute address
   * @param bits the bits
   */
  public static void store(DType type, long address, long bits) {
    switch (Lane.memory(type).bytes()) {
      case 1 -> Raw.setByte(address, (byte) bits);
      case 2 -> Raw.setShort(address, (short) bits);
      case 4 -> Raw.setInt(address, (int) bits);
      default -> Raw.setLong(address, bits);
    }
  }
}
