package orthant.ufunc.compile;

import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import orthant.expr.Lane;
import orthant.expr.Prim;

/** Emits quotients and remainders of vectors of integers, which no machine divides: by way of floating-point numbers. */
final class VectorDivision {
  private static final String API = "jdk.incubator.vector.";
  private static final ClassDesc SPECIES = ClassDesc.of(API + "VectorSpecies");
  private static final ClassDesc VECTOR = ClassDesc.of(API + "Vector");
  private static final ClassDesc MASK = ClassDesc.of(API + "VectorMask");

  private final CodeBuilder code;
  private final VectorForm form;

  VectorDivision(CodeBuilder code, VectorForm form) {
    this.code = code;
    this.form = form;
  }

  /**
   * Emits the quotient of integers of up to 32 bits, or its remainder. In floating point with twice the bits the rounded quotient
   * is never on the other side of an integer than the exact one: it is as far from it as the divisor's reciprocal.
   */
  int divide(Prim prim, Lane lane, int a, int b) {
    ClassDesc v = VectorForm.vector(lane);
    Lane wide = VectorShapes.quotientLane(lane);
    // All of the narrow types go by way of int, unsigned ones of 32 bits by way of long.
    Lane whole = lane == Lane.U32 ? Lane.I64 : Lane.I32;
    int dividend = through(lane, whole, wide, a);
    code.aload(dividend).aload(through(lane, whole, wide, b));
    form.lanewise(Prim.DIV, wide);
    if (prim == Prim.REM && lane.bytes() < 4) {
      return narrowRest(lane, a, b, form.keep());
    }
    int quotient = through(wide, whole, lane, form.keep());
    if (lane == Lane.I32) {
      // The most negative number by -1 is itself; the conversion has cut it to the largest.
      code.aload(quotient).checkcast(v).aload(a);
      form.operator("NEG", "Unary");
      code.invokevirtual(v, "lanewise", MethodTypeDesc.of(v, ClassDesc.of(API + "VectorOperators$Unary")));
      equals(lane, b, -1);
      code.invokevirtual(v, "blend", MethodTypeDesc.of(v, VECTOR, MASK));
      quotient = form.keep();
    }
    code.aload(quotient);
    if (prim == Prim.REM) {
      code.aload(b);
      form.lanewise(Prim.MUL, lane);
      int product = form.keep();
      code.aload(a).aload(product);
      form.lanewise(Prim.SUB, lane);
    }
    form.species(lane);
    code.iconst_0().i2l().invokestatic(v, "broadcast", MethodTypeDesc.of(v, SPECIES, CD_long));
    equals(lane, b, 0);
    code.invokevirtual(v, "blend", MethodTypeDesc.of(v, VECTOR, MASK));
    return form.keep();
  }

  /** Emits a remainder of integers of 8 or 16 bits in 32 bits, since bytes are not multiplied by one instruction; of a division by 0 it is 0. */
  private int narrowRest(Lane lane, int a, int b, int ratio) {
    int quotient = through(Lane.F32, Lane.I32, Lane.I32, ratio);
    int divisor = through(lane, Lane.I32, Lane.I32, b);
    code.aload(quotient).aload(divisor);
    form.lanewise(Prim.MUL, Lane.I32);
    int product = form.keep();
    code.aload(through(lane, Lane.I32, Lane.I32, a)).aload(product);
    form.lanewise(Prim.SUB, Lane.I32);
    ClassDesc v = VectorForm.vector(Lane.I32);
    form.species(Lane.I32);
    code.iconst_0().i2l().invokestatic(v, "broadcast", MethodTypeDesc.of(v, SPECIES, CD_long));
    equals(Lane.I32, divisor, 0);
    code.invokevirtual(v, "blend", MethodTypeDesc.of(v, VECTOR, MASK));
    return through(Lane.I32, Lane.I32, lane, form.keep());
  }

  /** Emits a conversion by way of another lane. */
  private int through(Lane from, Lane by, Lane to, int value) {
    int between = value;
    if (!VectorForm.vector(from).equals(VectorForm.vector(by))) {
      code.aload(value);
      form.convert(from, by);
      between = form.keep();
    }
    if (VectorForm.vector(by).equals(VectorForm.vector(to))) {
      return between;
    }
    code.aload(between);
    form.convert(by, to);
    return form.keep();
  }

  /** Emits where a vector is a number. */
  private void equals(Lane lane, int value, long number) {
    code.aload(value);
    form.operator("EQ", "Comparison");
    code.loadConstant(number);
    code.invokevirtual(VectorForm.vector(lane), "compare", MethodTypeDesc.of(MASK, ClassDesc.of(API + "VectorOperators$Comparison"), CD_long));
  }
}
