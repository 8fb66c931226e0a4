package orthant.ufunc.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import orthant.DType;
import orthant.expr.Code;
import orthant.expr.Lane;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Step;
import orthant.memory.Allocation;
import orthant.memory.Raw;
import orthant.op.Combine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The frames on which forms are compared: both forms must run on them, and to the same end. A frame that cannot be made keeps a loop slow. */
class RehearsalTest {
  private final Compiler scalar = new Compiler(Forms.SCALAR);
  private final Compiler vector = new Compiler(Forms.VECTOR);

  private static List<DType> types() {
    return Stream.of(DType.values()).filter(t -> !t.isComplex()).toList();
  }

  private static void assertSame(String what, Rehearsal rehearsal, Kernel a, Kernel b, int out, int bytes) {
    Rehearsal.Stage stage = rehearsal.open();
    List<long[]> frames = new ArrayList<>(stage.small());
    frames.addAll(stage.large());
    for (long[] frame : frames) {
      assertTrue(rehearsal.elements(frame) > 0, what);
      assertEquals(result(a, frame, out, bytes), result(b, frame, out, bytes), () -> what + " of " + rehearsal.elements(frame));
    }
    assertTrue(stage.compiledNanos() > 0);
  }

  private static List<Byte> result(Kernel kernel, long[] frame, int out, int bytes) {
    kernel.run(frame.clone());
    List<Byte> result = new ArrayList<>();
    for (int i = 0; i < bytes; i++) {
      result.add(Raw.getByte(frame[out] + i));
    }
    return result;
  }

  @ParameterizedTest
  @EnumSource
  void foldsRunOnTheirFrames(Combine combine) {
    for (DType in : types()) {
      // Half precision is combined in single.
      DType type = combine.type(in) == DType.float16 ? DType.float32 : combine.type(in);
      Program element = Combine.first(type, in);
      List<Step> steps = List.of(Step.UNIT);
      assertSame(combine + " of " + in, new Rehearsal.Fold(combine, element, steps), scalar.fold(combine, element, steps),
          vector.fold(combine, element, steps), 4, type.size());
    }
  }

  @Test
  void guessesRunOnTheirFrames() {
    for (DType in : List.of(DType.float32, DType.float64)) {
      Program element = Combine.first(in, in);
      List<Step> steps = List.of(Step.UNIT);
      assertSame("guess of " + in, new Rehearsal.Guess(Combine.MAX, element, steps), scalar.fold(Combine.MAX, element, steps),
          vector.fold(Combine.MAX, element, steps), 4, in.size());
    }
  }

  /** The quick loop sees a NaN wherever it is. */
  @Test
  void guessesFindNaNEverywhere() {
    Program element = Combine.first(DType.float64, DType.float64);
    List<Step> steps = List.of(Step.UNIT);
    Kernel largest = vector.fold(Combine.MAX, element, steps);
    long[] frame = new Rehearsal.Guess(Combine.MAX, element, steps).open().small().get(0);
    long address = frame[Kernel.folded(0)];
    for (long i = 0; i < frame[9]; i++) {
      double before = Raw.getDouble(address + 8 * i);
      Raw.setDouble(address + 8 * i, Double.NaN);
      largest.run(frame);
      assertEquals(Double.NaN, Raw.getDouble(frame[4]), "NaN at " + i);
      Raw.setDouble(address + 8 * i, before);
    }
  }

  @Test
  void mapsRunOnTheirFrames() {
    for (DType in : types()) {
      for (Step step : List.of(Step.UNIT, Step.FIXED)) {
        Code code = new Code();
        var a = code.input(in);
        var b = code.input(in);
        Program larger = code.returns(in, Lane.of(in) == Lane.MASK ? a.or(b) : a.max(b));
        List<Step> steps = List.of(Step.UNIT, step, Step.UNIT);
        assertSame("map of " + in, new Rehearsal.Map(larger, steps, false), scalar.map(larger, steps, false), vector.map(larger, steps, false), 8,
            60 * in.size());
      }
    }
  }

  /** What was never met while a loop was compiled stops it for long when it comes. */
  @Test
  void smallFramesMeetRareNumbersAndTheLargeOneDoesNot() {
    Code code = new Code();
    Program root = code.returns(DType.float64, code.input(DType.float64).sqrt());
    Rehearsal.Stage stage = new Rehearsal.Map(root, List.of(Step.UNIT, Step.UNIT), false).open();
    List<Double> small = stage.small().stream().flatMap(f -> numbers(f).stream()).toList();
    for (double rare : new double[] {Double.NaN, 0, -1, Double.POSITIVE_INFINITY, Double.MIN_VALUE}) {
      assertTrue(small.contains(rare), () -> rare + " in " + small);
    }
    assertTrue(numbers(stage.large().get(0)).stream().allMatch(x -> x == 0.75 || x == 1.5));
  }

  /** At 1 the scalar form of atanh has nothing to do, at 0 that of log: a vector form that is faster at one of them is wanted. */
  @Test
  void integersAreOnesInOneLargeFrameAndZerosInAnother() {
    Code code = new Code();
    Program negative = code.returns(DType.int64, code.input(DType.int64).neg());
    List<long[]> large = new Rehearsal.Map(negative, List.of(Step.UNIT, Step.UNIT), false).open().large();
    assertEquals(2, large.size());
    for (int k = 0; k < 2; k++) {
      long[] frame = large.get(k);
      for (long i = 0; i < frame[1]; i++) {
        assertEquals(1 - k, Raw.getLong(frame[2] + 8 * i));
      }
    }
  }

  /** Frames cover what was allocated for them and nothing else, however far apart elements are. */
  @ParameterizedTest
  @EnumSource(value = Step.class, names = "ANY", mode = EnumSource.Mode.EXCLUDE)
  void framesStayInTheirMemory(Step step) {
    Code code = new Code();
    Program sum = code.returns(DType.int16, code.input(DType.int16).add(code.input(DType.int16)));
    Rehearsal.Stage stage = new Rehearsal.Map(sum, List.of(Step.UNIT, step, step), false).open();
    Allocation[] memory = (Allocation[]) stage.memory();
    List<long[]> frames = new ArrayList<>(stage.small());
    frames.addAll(stage.large());
    for (long[] frame : frames) {
      for (int k = 0; k < memory.length; k++) {
        long last = frame[2 + 3 * k] + (frame[0] - 1) * frame[4 + 3 * k] + (frame[1] - 1) * frame[3 + 3 * k];
        long low = Math.min(frame[2 + 3 * k], last) - memory[k].storage().address();
        long high = Math.max(frame[2 + 3 * k], last) + 2 - memory[k].storage().address();
        assertTrue(low >= 0 && high <= memory[k].storage().byteSize(), () -> step + ": bytes " + low + " to " + high);
      }
    }
  }

  private static List<Double> numbers(long[] frame) {
    List<Double> numbers = new ArrayList<>();
    for (long i = 0; i < frame[0] * frame[1]; i++) {
      numbers.add(Raw.getDouble(frame[2] + 8 * i));
    }
    return numbers;
  }
}
