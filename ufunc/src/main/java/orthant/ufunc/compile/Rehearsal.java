package orthant.ufunc.compile;

import java.util.ArrayList;
import java.util.List;
import orthant.DType;
import orthant.expr.Lane;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.memory.Allocation;
import orthant.memory.Cell;
import orthant.memory.Memory;
import orthant.memory.Raw;
import orthant.op.Combine;
import orthant.plan.FoldTree;

/**
 * Frames over memory of their own, on which a kernel is warmed up. They take every way through the loop (whole vectors,
 * rests, several rows, hardly any elements), so that the compiler sees all of them and none is left to the interpreter.
 */
sealed interface Rehearsal {
  /** Elements of the large frame, if they have eight bytes. */
  int SIZE = 1024;

  /** Elements of the small frames: a few vectors and a rest. */
  int FEW = 150;

  /**
   * The frames, and what keeps their memory. Forms are compared on the large ones: it is enough to be faster on one of them.
   *
   * @param steps the length of the program
   */
  record Stage(List<long[]> large, List<long[]> small, int steps, Object memory) {
    /**
     * A time for a large frame that optimised vector code stays below on any machine, and code of the first compiler,
     * ten and more times slower, does not.
     */
    long compiledNanos() {
      return 2L * SIZE * Math.max(1, steps / 20);
    }
  }

  /** Sets up the frames. */
  Stage open();

  /** How many elements a frame covers. */
  default long elements(long[] frame) {
    return frame[0] * frame[9];
  }

  /** For loops over elements. */
  record Map(Program program, List<Step> steps, boolean finding) implements Rehearsal {
    private static final double[] RARE = {Double.NaN, 0, -1, Double.POSITIVE_INFINITY, 1e300, -0.0, Double.MIN_VALUE};

    @Override
    public long elements(long[] frame) {
      return frame[0] * frame[1];
    }

    @Override
    public Stage open() {
      int operands = program.inputs() + program.outputs();
      int size = size(program);
      // Elements are up to four apart, in each of two large frames.
      int room = 8 * size;
      Allocation[] memory = new Allocation[operands];
      for (int k = 0; k < operands; k++) {
        DType type = k < program.inputs() ? program.input(k) : finding ? DType.int64 : program.output(k - program.inputs());
        // What is searched for is found at the end only: zeros everywhere, ones in the operands that do not move.
        boolean one = k < steps.size() && steps.get(k) == Step.FIXED;
        memory[k] = finding ? ones(type, room, one ? 1 : 0) : numbers(type, room);
      }
      List<long[]> small = new ArrayList<>(List.of(frame(memory, 1, FEW, 0), frame(memory, 3, 21, 0), frame(memory, 2, 3, 0)));
      if (!finding) {
        mark(memory, 2 * size);
        small.addAll(List.of(frame(memory, 1, FEW, 2 * size), frame(memory, 3, 21, 2 * size), frame(memory, 2, 3, 2 * size)));
      }
      // Of some functions 1 is an edge where the scalar form has little to do, as of atanh; of others 0 is.
      boolean integers = !finding && zeros(memory, room / 2, room / 2);
      List<long[]> large = integers ? List.of(frame(memory, 1, size, 0), frame(memory, 1, size, room / 2)) : List.of(frame(memory, 1, size, 0));
      return new Stage(large, small, program.length(), memory);
    }

    /** Puts something rare among the operands of the second half of the frames: a way that was never taken would be left out of the code. */
    private void mark(Allocation[] memory, int from) {
      for (int k = 0; k < program.inputs(); k++) {
        DType type = program.input(k);
        for (int i = 0; type.isFloat() && i < RARE.length; i++) {
          Cell.of(type).set(memory[k].address() + (from + 20L * i + k) * type.size(), RARE[i]);
        }
        for (int i = 0; !type.isFloat() && i < RARE.length; i++) {
          Cell.of(type).set(memory[k].address() + (from + 20L * i + k) * type.size(), -i);
        }
      }
    }

    /** Clears some elements of the operands that are integers; false if there are none. */
    private boolean zeros(Allocation[] memory, int from, int count) {
      boolean some = false;
      for (int k = 0; k < program.inputs(); k++) {
        DType type = program.input(k);
        if (type.isInteger()) {
          some = true;
          Raw.zero(memory[k].address() + (long) from * type.size(), (long) count * type.size());
        }
      }
      return some;
    }

    private long[] frame(Allocation[] memory, long rows, long columns, long from) {
      long[] frame = new long[2 + 3 * memory.length];
      frame[0] = rows;
      frame[1] = columns;
      for (int k = 0; k < memory.length; k++) {
        boolean position = finding && k == program.inputs();
        DType type = k < program.inputs() ? program.input(k) : program.output(k - program.inputs());
        int elements = position ? 0 : steps.get(k).elements();
        // Who walks backwards begins with the last one.
        frame[2 + 3 * k] = memory[k].address() + from * type.size() + (elements < 0 ? (rows * columns - 1) * type.size() : 0);
        frame[3 + 3 * k] = elements * type.size();
        frame[4 + 3 * k] = position ? 8 : elements * columns * type.size();
      }
      return frame;
    }
  }

  /** For loops that combine elements. */
  record Fold(Combine combine, Program element, List<Step> steps) implements Rehearsal {
    @Override
    public Stage open() {
      int size = size(element);
      // Of which half are more than any loop treats as few, and no more than a frame may have.
      int many = Math.min(4 * size, 2 * FoldTree.BLOCK - 2);
      // Of truth values, one behind the large frame decides; before it the others must be looked at.
      boolean truth = element.type() == DType.bool;
      boolean or = truth && combine.prim(Lane.MASK) == Prim.OR;
      Allocation[] operands = operands(element, steps, many, or ? 0 : 1);
      for (int k = 0; truth && k < operands.length; k++) {
        if (steps.get(k) == Step.FIXED) {
          continue;
        }
        DType type = element.input(k);
        Cell.of(type).set(operands[k].address() + (size + FEW) * (long) type.size() * Math.abs(steps.get(k).elements()), or ? 1 : 0);
      }
      Allocation out = ones(element.type(), 3, 1);
      Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
      List<long[]> small = List.of(
          frame(1, FEW, operands, out, scratch),
          frame(3, 37, operands, out, scratch),
          frame(2, 5, operands, out, scratch),
          frame(1, many / 2 + 1, operands, out, scratch));
      return new Stage(List.of(frame(1, size, operands, out, scratch)), small, element.length(), new Object[] {operands, out, scratch});
    }

    static Allocation[] operands(Program element, List<Step> steps, int count, long value) {
      Allocation[] operands = new Allocation[element.inputs()];
      for (int k = 0; k < operands.length; k++) {
        operands[k] = ones(element.input(k), count * Math.max(1, steps.get(k).elements()), value);
      }
      return operands;
    }

    long[] frame(long outputs, int n, Allocation[] operands, Allocation out, Allocation scratch) {
      FoldTree tree = FoldTree.of(n);
      long[] frame = new long[Math.max(10, Kernel.folded(operands.length))];
      frame[0] = outputs;
      for (int k = 0; k < operands.length; k++) {
        int at = Kernel.folded(k);
        int apart = steps.get(k).elements();
        frame[at] = operands[k].address() + (apart < 0 ? (outputs * n - 1) * element.input(k).size() : 0);
        frame[at + 1] = (long) apart * element.input(k).size();
        frame[at + 2] = n * frame[at + 1];
      }
      frame[4] = out.address();
      frame[5] = element.type().size();
      frame[6] = tree.address();
      frame[7] = tree.leaves();
      frame[8] = scratch.address();
      frame[9] = n;
      return frame;
    }
  }

  /** For the quick loop over many elements of floats. */
  record Guess(Combine combine, Program element, List<Step> steps) implements Rehearsal {
    @Override
    public Stage open() {
      Allocation[] operands = Fold.operands(element, steps, 8 * SIZE, 1);
      Allocation out = ones(element.type(), 3, 1);
      Allocation scratch = Memory.allocate(FoldTree.SCRATCH);
      var fold = new Fold(combine, element, steps);
      int least = (int) FoldGuess.LEAST;
      List<long[]> small = List.of(fold.frame(1, least, operands, out, scratch), fold.frame(2, least + 5, operands, out, scratch));
      return new Stage(List.of(fold.frame(1, 2 * SIZE, operands, out, scratch)), small, element.length(), new Object[] {operands, out, scratch});
    }
  }

  /** For loops that pick elements; of so many bytes, or positions if that is 0. */
  record Select(int item) implements Rehearsal {
    @Override
    public long elements(long[] frame) {
      return frame[1];
    }

    @Override
    public Stage open() {
      int bytes = item == 0 ? 8 : item;
      Allocation masks = ones(DType.bool, SIZE, 0);
      for (int i = 0; i < SIZE; i += 3) {
        Raw.setByte(masks.address() + i, (byte) 1);
      }
      Allocation in = Memory.allocate((long) SIZE * bytes);
      Allocation out = Memory.allocate((long) (SIZE + 1) * bytes);
      Allocation next = Memory.allocate(8);
      List<long[]> small = List.of(
          frame(FEW, SIZE, masks, in, out, next), frame(FEW, FEW / 3, masks, in, out, next), frame(5, 5, masks, in, out, next));
      return new Stage(List.of(frame(SIZE, SIZE, masks, in, out, next)), small, 1, new Object[] {masks, in, out, next});
    }

    private long[] frame(int n, int room, Allocation masks, Allocation in, Allocation out, Allocation next) {
      int bytes = item == 0 ? 8 : item;
      return new long[] {masks.address(), n, item == 0 ? 0 : in.address(), bytes, out.address(), out.address() + (long) room * bytes, next.address()};
    }
  }

  /** For loops that make rows of columns, of so many bytes an element. */
  record Turn(int item) implements Rehearsal {
    /** More than any vector has lanes, and no multiple. */
    private static final int SIDE = 40;

    @Override
    public long elements(long[] frame) {
      return frame[0] * frame[1];
    }

    @Override
    public Stage open() {
      Allocation in = Memory.allocate((long) SIDE * SIDE * item);
      Allocation out = Memory.allocate((long) SIDE * SIDE * item);
      return new Stage(List.of(frame(32, 32, in, out)), List.of(frame(SIDE, 17, in, out), frame(16, SIDE, in, out), frame(5, 5, in, out)), 1,
          new Object[] {in, out});
    }

    private long[] frame(int rows, int columns, Allocation in, Allocation out) {
      return new long[] {rows, columns, in.address(), (long) SIDE * item, out.address(), (long) SIDE * item};
    }
  }

  /**
   * As many vectors of small elements as there would be of doubles: the compiler moves checks of addresses out of those
   * loops alone that were long when it saw them, and a time for so many vectors tells compiled ones from others.
   */
  private static int size(Program program) {
    int widest = 1;
    for (int k = 0; k < program.inputs() + program.outputs(); k++) {
      widest = Math.max(widest, (k < program.inputs() ? program.input(k) : program.output(k - program.inputs())).size());
    }
    return SIZE * 8 / Math.min(widest, 8);
  }

  /**
   * Ones; of floats numbers around 1, since for 1 itself the scalar form of many a function has little to do and would never be beaten; of
   * truth values both, since the compiler leaves out the way that was never taken.
   */
  private static Allocation numbers(DType type, int count) {
    Allocation memory = ones(type, count, 1);
    for (int i = 0; i < count && (type.isFloat() || type == DType.bool); i++) {
      Cell.of(type).set(memory.address() + (long) i * type.size(), type == DType.bool ? i % 3 % 2 : i % 2 == 0 ? 0.75 : 1.5);
    }
    return memory;
  }

  private static Allocation ones(DType type, int count, long value) {
    Allocation memory = Memory.allocate((long) count * type.size());
    for (int i = 0; i < count; i++) {
      Cell.of(type).set(memory.address() + (long) i * type.size(), value);
    }
    return memory;
  }
}
