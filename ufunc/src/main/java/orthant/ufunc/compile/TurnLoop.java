package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.ByteOrder;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;
import orthant.expr.Lane;
import orthant.kernel.Kernel;
import orthant.kernel.Turn;
import orthant.memory.Raw;

/**
 * Emits the loop that makes rows of columns, a square of as many vectors as these have lanes at a time: vectors 1 apart exchange
 * the lanes in which 1 is set, then those 2 apart the lanes in which 2 is set, and so on. What is left of rows and
 * columns is for the scalar loop.
 *
 * <p>What this saves is not arithmetic: a line of the cache is written by one store, so that many of them are under way at a time.
 */
final class TurnLoop {
  private static final String API = "jdk.incubator.vector.";
  private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  private static final ClassDesc SEGMENT = ClassDesc.of("java.lang.foreign.MemorySegment");
  private static final ClassDesc ORDER = ClassDesc.of("java.nio.ByteOrder");
  private static final ClassDesc RAW = ClassDesc.of(Raw.class.getName());
  private static final int FRAME = 1;

  private final CodeBuilder code;
  private final ClassConstants constants;
  private final VectorSpecies<?> species;
  private final ClassDesc type;
  /** Elements of a vector, which may be pairs of lanes. */
  private final int lanes;
  private final int item;

  private TurnLoop(CodeBuilder code, ClassConstants constants, int item) {
    this.code = code;
    this.constants = constants;
    this.species = species(item);
    this.type = VectorForm.vector(item == 4 ? Lane.I32 : Lane.I64);
    this.lanes = lanes(item);
    this.item = item;
  }

  private static VectorSpecies<?> species(int item) {
    return item == 4 ? IntVector.SPECIES_PREFERRED : LongVector.SPECIES_PREFERRED;
  }

  /** How many vectors a square has. */
  static int lanes(int item) {
    return species(item).vectorByteSize() / item;
  }

  /** A kernel for the turn frame, of elements of 4, 8 or 16 bytes. */
  static Kernel of(int item) {
    ClassConstants constants = new ClassConstants();
    Kernel squares = Spinner.spin("turn_" + item + "_vector", "vector", constants, code -> new TurnLoop(code, constants, item).emit());
    int lanes = lanes(item);
    return new Kernel() {
      @Override
      public void run(long[] frame) {
        squares.run(frame);
        long r = frame[0] - frame[0] % lanes;
        long c = frame[1] - frame[1] % lanes;
        Turn.run(item, r, frame[1] - c, frame[2] + c * frame[3], frame[3], frame[4] + c * item, frame[5]);
        Turn.run(item, frame[0] - r, frame[1], frame[2] + r * item, frame[3], frame[4] + r * frame[5], frame[5]);
      }

      @Override
      public String form() {
        return squares.form();
      }
    };
  }

  private int frame(int k) {
    int local = code.allocateLocal(TypeKind.LONG);
    code.aload(FRAME).loadConstant(k).laload().lstore(local);
    return local;
  }

  private int keep() {
    int local = code.allocateLocal(TypeKind.REFERENCE);
    code.astore(local);
    return local;
  }

  private void emit() {
    int rows = frame(0);
    int columns = frame(1);
    int source = frame(2);
    int stride = frame(3);
    int target = frame(4);
    int outStride = frame(5);
    int from = code.allocateLocal(TypeKind.LONG);
    int to = code.allocateLocal(TypeKind.LONG);
    int[][] picks = picks();
    int column = code.allocateLocal(TypeKind.LONG);
    int row = code.allocateLocal(TypeKind.LONG);
    loop(column, columns, () -> {
      code.lload(source).lload(column).lload(stride).lmul().ladd().lstore(from);
      code.lload(target).lload(column).loadConstant((long) item).lmul().ladd().lstore(to);
      loop(row, rows, () -> {
        square(from, stride, to, outStride, picks);
        code.lload(from).loadConstant((long) lanes * item).ladd().lstore(from);
        code.lload(to).lload(outStride).loadConstant((long) lanes).lmul().ladd().lstore(to);
      });
    });
    code.return_();
  }

  /** Emits a loop over whole squares. */
  private void loop(int at, int end, Runnable body) {
    Label again = code.newLabel();
    Label done = code.newLabel();
    code.lconst_0().lstore(at);
    code.labelBinding(again);
    code.lload(at).loadConstant((long) lanes).ladd().lload(end).lcmp().ifgt(done);
    body.run();
    code.lload(at).loadConstant((long) lanes).ladd().lstore(at).goto_w(again);
    code.labelBinding(done);
  }

  private void square(int from, int stride, int to, int outStride, int[][] picks) {
    int[] x = new int[lanes];
    for (int k = 0; k < lanes; k++) {
      constants.push(code, SPECIES, species);
      code.getstatic(RAW, "ALL", SEGMENT);
      apart(from, stride, k);
      order();
      code.invokestatic(type, "fromMemorySegment", MethodTypeDesc.of(type, SPECIES, SEGMENT, ConstantDescs.CD_long, ORDER));
      x[k] = keep();
    }
    for (int step = 0; step < picks.length; step++) {
      int apart = 1 << step;
      for (int k = 0; k < lanes; k++) {
        if ((k & apart) == 0) {
          int low = pick(picks[step][0], x[k], x[k + apart]);
          x[k + apart] = pick(picks[step][1], x[k], x[k + apart]);
          x[k] = low;
        }
      }
    }
    for (int k = 0; k < lanes; k++) {
      code.aload(x[k]).getstatic(RAW, "ALL", SEGMENT);
      apart(to, outStride, k);
      order();
      code.invokevirtual(type, "intoMemorySegment", MethodTypeDesc.of(ConstantDescs.CD_void, SEGMENT, ConstantDescs.CD_long, ORDER));
    }
  }

  private void apart(int address, int stride, int times) {
    code.lload(address);
    if (times > 0) {
      code.lload(stride).loadConstant((long) times).lmul().ladd();
    }
  }

  private void order() {
    constants.push(code, ORDER, ByteOrder.nativeOrder());
  }

  /** Emits, for each step, which lanes of two vectors become the first of them and which the second. */
  private int[][] picks() {
    int[][] picks = new int[Integer.numberOfTrailingZeros(lanes)][];
    for (int step = 0; step < picks.length; step++) {
      int apart = 1 << step;
      picks[step] = new int[] {
        vector(lane -> (lane & apart) == 0 ? lane : lanes + lane - apart),
        vector(lane -> (lane & apart) == 0 ? lane + apart : lanes + lane)
      };
    }
    return picks;
  }

  /** Emits a vector of numbers of lanes, of which an element has one or two. */
  private int vector(IntUnaryOperator element) {
    int each = species.length() / lanes;
    Vector<?> numbers = species.broadcast(0);
    for (int i = 0; i < species.length(); i++) {
      int from = element.applyAsInt(i / each) * each + i % each;
      numbers = numbers instanceof IntVector ints ? ints.withLane(i, from) : ((LongVector) numbers).withLane(i, from);
    }
    constants.push(code, type, numbers);
    return keep();
  }

  private int pick(int lanes, int a, int b) {
    code.aload(lanes).aload(a).aload(b).invokevirtual(type, "selectFrom", MethodTypeDesc.of(type, VECTOR, VECTOR));
    return keep();
  }
}
