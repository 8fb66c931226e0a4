package orthant.ufunc.compile;

import java.lang.classfile.ClassFile;
import java.util.Collections;
import java.util.List;
import orthant.expr.Program;
import orthant.kernel.Step;

/** Says what becomes of a program. */
public final class Explanation {
  private Explanation() {}

  /**
   * The program, the shape of its vectors, and the bytecode of its loop over contiguous operands.
   *
   * @param program the program
   * @return many lines
   */
  public static String of(Program program) {
    List<Step> steps = Collections.nCopies(program.inputs() + program.outputs(), Step.UNIT);
    Object shapes = Compiler.VECTORS ? VectorShapes.of(Integer.MAX_VALUE, program) : null;
    String form = shapes == null
        ? "scalar, one element a pass" + (Compiler.VECTORS ? "" : " (no Vector API: " + Compiler.FLAG + ")")
        : ((VectorShapes) shapes).lanes() + " elements a pass, then single elements";
    byte[] bytes = Compiler.bytes(program, steps, shapes);
    return "expression, " + program.length() + " steps:\n" + program + "loop: " + form + ", " + bytes.length + " bytes of class file\n"
        + ClassFile.of().parse(bytes).toDebugString();
  }
}
