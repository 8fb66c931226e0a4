package orthant.ufunc.compile;

import java.lang.classfile.CodeBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import orthant.DType;
import orthant.expr.Prim;
import orthant.expr.Program;
import orthant.kernel.Kernel;
import orthant.kernel.Select;
import orthant.kernel.Step;
import orthant.kernel.Turn;
import orthant.memory.Raw;
import orthant.op.Combine;

/** From a program to a kernel in the forms wanted. */
final class Compiler {
  /** Whether the Vector API was resolved when Java started. */
  static final boolean VECTORS = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  static final String FLAG = "start java with --add-modules jdk.incubator.vector";
  private static boolean told;

  /** Emits a loop in the forms given; {@code vector} may be null. */
  @FunctionalInterface
  private interface Source {
    void emit(CodeBuilder code, VectorForm vector, ScalarForm scalar);
  }

  private final Forms forms;

  Compiler(Forms forms) {
    this.forms = forms;
    // Who asks for kernels by name knows.
    if (!VECTORS && forms == Forms.ADAPTIVE && System.getProperty("orthant.kernels") == null) {
      tellOnce();
    }
  }

  private static synchronized void tellOnce() {
    if (!told) {
      told = true;
      System.getLogger("orthant").log(System.Logger.Level.WARNING, "Orthant computes one element at a time: the Vector API is not there; " + FLAG
          + " and it is several times faster");
    }
  }

  Kernel map(Program program, List<Step> steps, boolean finding) {
    boolean contiguous = steps.stream().noneMatch(s -> s == Step.ANY);
    String name = (finding ? "find_" : "map_") + Integer.toHexString(program.hashCode());
    Source loop = (code, vector, scalar) -> MapLoop.emit(code, program, steps, finding, vector, scalar);
    if (!finding && BlockLoop.fits(program)) {
      ClassConstants constants = new ClassConstants();
      return new StagedKernel(program, spin(name + "_scalar", null, loop), Spinner.spinBlock("block_" + Integer.toHexString(program.hashCode()),
          constants, code -> BlockLoop.emit(code, program, new ScalarForm(code, constants))));
    }
    Object shapes = contiguous ? shapes(Integer.MAX_VALUE, program) : null;
    Rehearsal rehearsal = new Rehearsal.Map(program, steps, finding);
    return finding ? make(name, shapes, loop, rehearsal) : make(name, shapes, loop, () -> vectors(name, program, steps, shapes), rehearsal);
  }

  /** A map loop that begins in another form than the scalar one. */
  Kernel map(Program program, List<Step> steps, Kernel first) {
    Object shapes = steps.contains(Step.ANY) ? null : shapes(Integer.MAX_VALUE, program);
    if (shapes == null || forms != Forms.ADAPTIVE) {
      return map(program, steps, false);
    }
    String name = "fused_" + Integer.toHexString(program.hashCode());
    return new WarmingKernel(first, () -> vectors(name, program, steps, shapes), new Rehearsal.Map(program, steps, false));
  }

  /** The vector form of a map loop; that of a long program has no part for single elements, or one of its own. */
  private static Kernel vectors(String name, Program program, List<Step> steps, Object shapes) {
    boolean whole = WholeVectors.fits(program, steps);
    boolean twice = whole && WholeVectors.mayComputeTwice(program);
    Source emitted = (code, vector, scalar) -> MapLoop.emit(code, program, steps, false, vector, scalar);
    Supplier<Kernel> single = () -> spin(name + "_scalar", null, emitted);
    int lanes = ((VectorShapes) shapes).lanes();
    boolean stops = callsRarely(program) && lanes <= Stretch.LANES;
    boolean apart = !whole && (stops || program.length() >= VectorsAndRest.LONG);
    Kernel loop = stops ? new StoppingKernel(stretch(name, program, steps, shapes, twice), single, program, steps, lanes, twice)
        : spin(name + "_vector", shapes, twice ? (code, vector, _) -> MapLoop.emitWhole(code, program, steps, vector)
            : whole || apart ? (code, vector, _) -> emitted.emit(code, vector, null) : emitted);
    return whole ? new WholeVectors(loop, program, steps, lanes) : apart ? new VectorsAndRest(loop, single.get(), lanes) : loop;
  }

  private static boolean callsRarely(Program program) {
    for (int i = 0; i < program.length(); i++) {
      if (program.instr(i).prim() == Prim.RARE) {
        return true;
      }
    }
    return false;
  }

  private static Stretch stretch(String name, Program program, List<Step> steps, Object shapes, boolean whole) {
    MixedProfiles.once();
    ClassConstants constants = new ClassConstants();
    return Spinner.spinStretch(name + "_vector", constants, code -> MapLoop.emitStretch(code, program, steps,
        new VectorForm(code, (VectorShapes) shapes, constants), whole));
  }

  /** A select loop for elements of so many bytes, or for positions if that is 0. */
  Kernel select(int item) {
    Kernel scalar = item == 0 ? Select.positions() : Select.elements(item);
    // What has fewer bytes is not picked by an instruction before AVX-512 VBMI2, and quick enough eight at a time.
    if (!VECTORS || forms == Forms.SCALAR || item == 1 || item == 2) {
      return scalar;
    }
    return forms == Forms.VECTOR ? VectorSelect.of(item) : new WarmingKernel(scalar, () -> VectorSelect.of(item), new Rehearsal.Select(item));
  }

  /** A loop that makes rows of columns of elements of so many bytes; of narrow ones eight at a time in a register are quick enough. */
  Kernel turn(int item) {
    Kernel scalar = Turn.of(item);
    if (!VECTORS || forms == Forms.SCALAR || item < 4 || TurnLoop.lanes(item) < 2) {
      return scalar;
    }
    return forms == Forms.VECTOR ? TurnLoop.of(item) : new WarmingKernel(scalar, () -> TurnLoop.of(item), new Rehearsal.Turn(item));
  }

  Kernel fold(Combine combine, Program element, List<Step> steps) {
    DType type = element.type();
    String name = "fold_" + combine.label().toLowerCase(Locale.ROOT) + "_" + type + "_" + Integer.toHexString(element.hashCode());
    boolean ordered = combine.ordered(orthant.expr.Lane.of(type));
    // Eight partial results are what the order of a sum allows; two lanes make four vectors of them, which is enough.
    Object shapes = steps.contains(Step.ANY) ? null : shapes(ordered ? 8 : Integer.MAX_VALUE, element);
    Source loop = (code, vector, scalar) -> FoldLoop.emit(code, combine, element, steps, vector, scalar);
    Kernel careful = make(name, shapes, loop, new Rehearsal.Fold(combine, element, steps));
    boolean extreme = type.isFloat() && (combine == Combine.MIN || combine == Combine.MAX);
    return shapes != null && extreme && element.inputs() == 1 ? guessing(name, careful, combine, element, steps, shapes) : careful;
  }

  /** A loop whose elements may be the same ones again and again has no vector form. */
  Kernel scatter(Program body, int placed, boolean indexed) {
    return spin("scatter_" + Integer.toHexString(body.hashCode()) + "_scalar", null,
        (code, _, scalar) -> ScatterLoop.emit(code, body, placed, indexed, scalar));
  }

  /** Extremes of many floats: a quick loop, and the careful one where that leaves a doubt. */
  private Kernel guessing(String name, Kernel careful, Combine combine, Program element, List<Step> steps, Object shapes) {
    Source loop = (code, vector, scalar) -> new FoldGuess(code, combine, element, steps, vector, scalar).emit();
    Kernel certain = new Kernel() {
      @Override
      public void run(long[] frame) {
        careful.run(frame);
        Raw.setByte(frame[8], (byte) 0);
      }

      @Override
      public String form() {
        return careful.form();
      }
    };
    Kernel quick = forms == Forms.VECTOR
        ? spin(name + "_guess", shapes, loop)
        : new WarmingKernel(certain, () -> spin(name + "_guess", shapes, loop), new Rehearsal.Guess(combine, element, steps));
    return new Kernel() {
      @Override
      public void run(long[] frame) {
        if (frame[9] >= FoldGuess.LEAST) {
          Raw.setByte(frame[8], (byte) 0);
          quick.run(frame);
          if (Raw.getByte(frame[8]) == 0) {
            return;
          }
        }
        careful.run(frame);
      }

      /** A row's length says which of the two it takes. */
      @Override
      public String form() {
        return quick.form().equals(careful.form()) ? careful.form() : quick.form() + " or " + careful.form();
      }
    };
  }

  /** The vector shapes of a program, or null; an Object, since the class exists only with the Vector API. */
  private Object shapes(int atMost, Program program) {
    return VECTORS && forms != Forms.SCALAR ? VectorShapes.of(atMost, program) : null;
  }

  private Kernel make(String name, Object shapes, Source loop, Rehearsal rehearsal) {
    return make(name, shapes, loop, () -> spin(name + "_vector", shapes, loop), rehearsal);
  }

  private Kernel make(String name, Object shapes, Source loop, Supplier<Kernel> vector, Rehearsal rehearsal) {
    if (shapes == null) {
      return spin(name + "_scalar", null, loop);
    }
    return forms == Forms.VECTOR ? vector.get() : new WarmingKernel(spin(name + "_scalar", null, loop), vector, rehearsal);
  }

  private static Kernel spin(String name, Object shapes, Source loop) {
    if (shapes != null) {
      MixedProfiles.once();
    }
    ClassConstants constants = new ClassConstants();
    return Spinner.spin(name, shapes == null ? "scalar" : "vector", constants, code -> {
      // The class file may be built twice (branches that turn out long); constants found again keep their numbers.
      VectorForm vector = shapes == null ? null : new VectorForm(code, (VectorShapes) shapes, constants);
      loop.emit(code, vector, new ScalarForm(code, constants));
    });
  }

  static byte[] bytes(Program program, List<Step> steps, Object shapes) {
    ClassConstants constants = new ClassConstants();
    return Spinner.bytes("explained", shapes == null ? "scalar" : "vector", code -> MapLoop.emit(code, program, steps, false,
        shapes == null ? null : new VectorForm(code, (VectorShapes) shapes, constants), new ScalarForm(code, constants)));
  }
}
