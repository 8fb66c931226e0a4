package orthant.ufunc;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import orthant.DType;
import orthant.NDArray;
import orthant.op.Op;
import orthant.op.Ops;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The mathematical functions, the largest programs of the table: the same bits in every form. */
class MathematicsTest {
  private static final int N = 40_000;

  private static final List<Op> OPS = List.of(Ops.LOG, Ops.LOG2, Ops.LOG10, Ops.LOG1P, Ops.EXP2, Ops.EXPM1, Ops.POW, Ops.SINH, Ops.COSH, Ops.TANH,
      Ops.ASINH, Ops.ACOSH, Ops.ATANH, Ops.CBRT, Ops.LOGADDEXP, Ops.LOGADDEXP2, Ops.SIN, Ops.COS, Ops.TAN, Ops.ASIN, Ops.ACOS, Ops.ATAN,
      Ops.ATAN2, Ops.HYPOT, Ops.FMOD, Ops.REMAINDER, Ops.FLOOR_DIVIDE);

  /** Numbers of every kind: any bits, numbers near 1, and numbers where exponentials neither overflow nor underflow. */
  private static NDArray numbers(DType type, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] bits = new long[N];
    for (int i = 0; i < N; i++) {
      double x = i % 3 == 0 ? random.nextDouble(-2, 2) : random.nextDouble(-750, 750);
      bits[i] = type == DType.float64 ? i % 3 == 2 ? random.nextLong() : Double.doubleToRawLongBits(x)
          : i % 3 == 2 ? random.nextInt() : Float.floatToRawIntBits((float) x);
    }
    return Samples.of(type, bits);
  }

  /** Those that are defined for complex numbers; of infinite ones, NaN and the largest and smallest they call functions. */
  private static final List<Op> COMPLEX = List.of(Ops.SQRT, Ops.EXP, Ops.EXP2, Ops.EXPM1, Ops.LOG, Ops.LOG2, Ops.LOG10, Ops.LOG1P, Ops.SIN, Ops.COS,
      Ops.TAN, Ops.ASIN, Ops.ACOS, Ops.ATAN, Ops.SINH, Ops.COSH, Ops.TANH, Ops.ASINH, Ops.ACOSH, Ops.ATANH, Ops.POW, Ops.ABS);

  @TestFactory
  Stream<DynamicTest> theSameBitsInEveryForm() {
    return Stream.concat(OPS.stream().flatMap(op -> Stream.of(DType.float64, DType.float32).map(type -> inEveryForm(op, type))),
        COMPLEX.stream().flatMap(op -> Stream.of(DType.complex128, DType.complex64).map(type -> inEveryForm(op, type))));
  }

  private static NDArray operand(DType type, long seed) {
    return type.isComplex() ? numbers(type.real(), seed).view(type) : numbers(type, seed);
  }

  private static DynamicTest inEveryForm(Op op, DType type) {
    return DynamicTest.dynamicTest(op.name() + " " + type, () -> {
      NDArray[] x = {operand(type, 5), operand(type, 6)};
      NDArray[] operands = Arrays.copyOf(x, op.arity());
      NDArray want = LayoutsTest.ENGINES.get("scalar").call(() -> LayoutsTest.apply(op, operands));
      NDArray[] some = Stream.of(operands).map(a -> a.get("::7")).toArray(NDArray[]::new);
      Samples.assertSame("reference", LayoutsTest.REFERENCE.call(() -> LayoutsTest.apply(op, some)), want.get("::7"));
      Samples.assertSame("vector", want, LayoutsTest.ENGINES.get("vector").call(() -> LayoutsTest.apply(op, operands)));
      Samples.assertSame("compiled", want, LayoutsTest.ENGINES.get("compiled").call(() -> LayoutsTest.apply(op, operands)));
      // Bodies and tails: the same numbers at other places of a vector.
      NDArray[] part = Stream.of(operands).map(a -> a.get("3:2000")).toArray(NDArray[]::new);
      Samples.assertSame("from 3", want.get("3:2000"), LayoutsTest.ENGINES.get("vector").call(() -> LayoutsTest.apply(op, part)));
    });
  }
}
