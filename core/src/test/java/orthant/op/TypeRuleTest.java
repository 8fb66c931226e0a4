package orthant.op;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import org.junit.jupiter.api.Test;

/** Promotion and weak Java scalars, after NEP 50. That results have NumPy's types is part of {@link ValuesTest}. */
class TypeRuleTest {
  @Test
  void promotionIsSymmetric() {
    for (DType a : DType.values()) {
      assertEquals(a, TypeRule.promote(a, a));
      assertEquals(a, TypeRule.promote(a, DType.bool));
      for (DType b : DType.values()) {
        assertEquals(TypeRule.promote(a, b), TypeRule.promote(b, a), a + " and " + b);
      }
    }
    assertEquals(DType.int64, TypeRule.promote(DType.int32, DType.int64));
    assertEquals(DType.float64, TypeRule.promote(DType.int32, DType.float32));
    assertEquals(DType.float64, TypeRule.promote(DType.int64, DType.float32));
    assertEquals(DType.float64, TypeRule.promote(DType.float32, DType.float64));
  }

  @Test
  void exponentialOfIntegersIsOfAboutTheirDigits() {
    assertEquals(DType.float16, Ops.EXP.result(DType.bool));
    assertEquals(DType.float16, Ops.EXP.result(DType.int8));
    assertEquals(DType.float32, Ops.EXP.result(DType.uint16));
    assertEquals(DType.float64, Ops.EXP.result(DType.int32));
    assertEquals(DType.float64, Ops.EXP.result(DType.int64));
    assertEquals(DType.float32, Ops.EXP.result(DType.float32));
    assertEquals(DType.float64, Ops.EXP.result(DType.float64));
  }

  @Test
  void wrongNumberOfOperandsIsRefused() {
    String message = assertThrows(IllegalArgumentException.class, () -> Ops.ADD.result(DType.bool)).getMessage();
    assertEquals("add takes 2 operands but got 1: [bool]", message);
    assertThrows(IllegalArgumentException.class, () -> Ops.SQRT.program(DType.float64, DType.float64, DType.float64));
    assertThrows(IllegalArgumentException.class, () -> orthant.plan.Engine.apply(Ops.ADD, Nd.array(1.0)));
    assertThrows(IllegalArgumentException.class, () -> orthant.plan.Engine.apply(Ops.SQRT, Nd.array(1.0), Nd.array(1.0)));
  }

  @Test
  void javaDoublesAreWeak() {
    assertEquals(DType.float32, of(DType.float32).multiply(2.0).dtype());
    assertEquals(DType.float64, of(DType.float64).multiply(2.0).dtype());
    assertEquals(DType.float64, of(DType.int32).multiply(2.5).dtype());
    assertEquals(DType.float64, of(DType.int64).multiply(2.5).dtype());
    assertEquals(DType.float64, of(DType.bool).multiply(2.5).dtype());
    assertEquals(DType.bool, of(DType.float32).less(2.0).dtype());
    // 0.1 is rounded to float32 before the multiplication, as NumPy does.
    assertEquals(3f * 0.1f, of(DType.float32).multiply(0.1).getFloat(0));
    assertEquals(7.5, of(DType.int32).multiply(2.5).getDouble(0));
  }

  @Test
  void javaIntegersAreWeak() {
    assertEquals(DType.int32, of(DType.int32).add(1).dtype());
    assertEquals(DType.int64, of(DType.int64).add(1).dtype());
    assertEquals(DType.float32, of(DType.float32).add(1).dtype());
    assertEquals(DType.float64, of(DType.float64).add(1).dtype());
    assertEquals(DType.int64, of(DType.bool).add(1).dtype());
    assertEquals(2, of(DType.bool).add(1).getLong(0));
    assertEquals(DType.float64, of(DType.int32).divide(2).dtype());
    assertEquals(1.5, of(DType.int32).divide(2).getDouble(0));
    assertEquals(Integer.MIN_VALUE, of(DType.int32).add(Integer.MAX_VALUE - 2L).getLong(0));
    assertEquals((1L << 53) + 1, Nd.array(1L).add(1L << 53).getLong(0));
  }

  @Test
  void anIntegerThatTheTypeDoesNotHoldIsRefused() {
    for (long value : new long[] {1L << 40, 1L << 31, -(1L << 31) - 1}) {
      String message = assertThrows(ArithmeticException.class, () -> of(DType.int32).add(value)).getMessage();
      assertTrue(message.contains(value + " does not fit") && message.contains("int32") && message.contains("astype"), message);
    }
    assertEquals(Integer.MIN_VALUE + 3L, of(DType.int32).add(-(1L << 31)).getLong(0));
  }

  private static NDArray of(DType type) {
    return Nd.full(type, 3L, 1);
  }
}
