package orthant.expr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import orthant.DType;

/** How programs are written, joined and compared. */
class ProgramTest {
  private static double run(Program program, double... args) {
    long[] bits = new long[args.length];
    for (int i = 0; i < args.length; i++) {
      bits[i] = Interpreter.bits(Lane.of(program.input(i)), args[i]);
    }
    long[] values = new long[program.length()];
    Interpreter.run(program, bits, values);
    long result = values[program.result(0)];
    return switch (Lane.of(program.output(0))) {
      case F64 -> Double.longBitsToDouble(result);
      case F32 -> Float.intBitsToFloat((int) result);
      default -> result;
    };
  }

  /** (a + b) * (a + b) - 1. */
  private static Program sample() {
    Code code = new Code();
    V a = code.input(DType.float64);
    V b = code.input(DType.float64);
    return code.returns(DType.float64, a.add(b).mul(a.add(b)).sub(a.same(1)));
  }

  @Test
  void equalStepsAreWrittenOnce() {
    assertEquals(6, sample().length());
    assertEquals(24, run(sample(), 2, 3));
  }

  @Test
  void equalProgramsAreEqual() {
    assertEquals(sample(), sample());
    assertEquals(sample().hashCode(), sample().hashCode());
    Code code = new Code();
    V a = code.input(DType.float64);
    V b = code.input(DType.float64);
    assertNotEquals(sample(), code.returns(DType.float64, a.add(b).mul(a.add(b)).sub(a.same(2))));
    assertNotEquals(cast(DType.int32, DType.bool), cast(DType.int64, DType.bool));
  }

  @Test
  void theSignOfAZeroConstantCounts() {
    Code code = new Code();
    V a = code.input(DType.float64);
    assertNotEquals(a.same(0.0), a.same(-0.0));
    Program p = code.returns(DType.float64, a.same(1).div(a.same(-0.0)).add(a.same(0.0)));
    assertEquals(Double.NEGATIVE_INFINITY, run(p, 1));
  }

  @Test
  void inliningComputesTheSame() {
    Code code = new Code();
    V x = code.input(DType.float64);
    V once = sample().inline(code, x, x.same(2))[0];
    V twice = sample().inline(code, once, x.same(2))[0];
    assertEquals(sample().inline(code, x, x.same(2))[0], once, "the same code again is found again");
    Program p = code.returns(DType.float64, twice);
    assertEquals(run(sample(), run(sample(), 5, 2), 2), run(p, 5));
  }

  @Test
  void lanesMustFit() {
    Code code = new Code();
    V d = code.input(DType.float64);
    V f = code.input(DType.float32);
    assertTrue(assertThrows(IllegalArgumentException.class, () -> d.add(f)).getMessage().contains("F64 and F32"));
    assertThrows(IllegalArgumentException.class, () -> d.lt(f));
    assertThrows(IllegalArgumentException.class, () -> d.fma(d, f));
    assertThrows(IllegalArgumentException.class, () -> d.select(d, d));
    assertThrows(IllegalArgumentException.class, () -> d.lt(d).select(d, f));
    assertThrows(IllegalArgumentException.class, () -> code.returns(DType.float32, d));
    assertThrows(IllegalArgumentException.class, () -> d.add(new Code().input(DType.float64)), "values of other code");
  }

  private static Program cast(DType from, DType to) {
    Code code = new Code();
    return code.returns(to, code.input(from).cast(to));
  }

  @Test
  void castsOfTheSameTypeAreNothing() {
    for (DType type : DType.values()) {
      if (!type.isComplex()) {
        assertEquals(1, cast(type, type).length());
      }
    }
    assertEquals(1, run(cast(DType.float64, DType.bool), Double.NaN));
    assertEquals(0, run(cast(DType.float64, DType.bool), -0.0));
    assertEquals(Integer.MIN_VALUE, run(cast(DType.float64, DType.int32), 1e10));
    assertEquals(1.0, run(cast(DType.bool, DType.float32), 1));
  }

  @Test
  void masksCompareAndSelect() {
    Code code = new Code();
    V a = code.input(DType.bool);
    V b = code.input(DType.bool);
    V[] all = {a.eq(b), a.ne(b), a.lt(b), a.le(b), a.min(b), a.max(b), a.select(b, b.not())};
    for (int x = 0; x < 2; x++) {
      for (int y = 0; y < 2; y++) {
        int[] want = {x == y ? 1 : 0, x == y ? 0 : 1, x < y ? 1 : 0, x <= y ? 1 : 0, Math.min(x, y), Math.max(x, y), x == 1 ? y : 1 - y};
        for (int i = 0; i < all.length; i++) {
          assertEquals(want[i], run(code.returns(DType.bool, all[i]), x, y), i + ": " + x + ", " + y);
        }
      }
    }
  }

  @Test
  void textShowsEveryStep() {
    assertEquals("""
          v0 = load float64 operand 0 : f64
          v1 = load float64 operand 1 : f64
          v2 = add v0 v1 : f64
          v3 = mul v2 v2 : f64
          v4 = 1.0 : f64
          v5 = sub v3 v4 : f64
          store float64 result 0 <- v5
        """.indent(0), sample().toString());
  }
}
