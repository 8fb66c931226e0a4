package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Complex and unsigned elements one by one, their parts, and other types over the same bytes. */
class ComplexTest {
  @Test
  void partsAreViews() {
    NDArray z = Nd.zeros(DType.complex64, 2, 3);
    z.setComplex(1.5, -2, 1, 0);
    assertEquals(Complex.of(1.5, -2), z.getComplex(1, 0));
    assertEquals(1.5, z.getDouble(1, 0));
    assertEquals(-2, z.getImag(1, 0));
    z.imag().assign(7);
    assertEquals(Complex.of(1.5, 7), z.getComplex(1, 0));
    assertEquals(DType.float32, z.real().dtype());
    assertTrue(z.sharesMemory(z.imag()));
    z.set(4.0, 1, 0);
    assertEquals(Complex.of(4, 0), z.getComplex(1, 0));
    NDArray x = Nd.arange(3.0);
    assertEquals(0, x.imag().getDouble(1));
    assertEquals(0, x.getImag(1));
    assertTrue(x.imag().isReadOnly());
    assertTrue(x.sharesMemory(x.real()));
  }

  @Test
  void madeFromParts() {
    NDArray z = Nd.complex(Nd.array(1.0, 2.0), Nd.scalar(DType.float32, 3.0));
    assertEquals(DType.complex128, z.dtype());
    assertEquals(Complex.of(2, 3), z.getComplex(1));
    assertEquals(DType.complex64, Nd.complex(Nd.array(1f), Nd.array(1f)).dtype());
    assertEquals(DType.complex128, Nd.complex(Nd.array(1L), Nd.array(1f)).dtype());
    assertEquals(Complex.I, Nd.scalar(Complex.I).getComplex());
    assertThrows(IllegalArgumentException.class, () -> Nd.complex(z, z));
    assertEquals(5, Complex.of(3, -4).abs());
    assertEquals("3.0-4.0i", Complex.of(3, -4).toString());
  }

  @Test
  void arithmeticAndMatrixProducts() {
    NDArray z = Nd.complex(Nd.array(1.0, 2.0), Nd.array(-1.0, 0.5));
    assertEquals(Complex.of(0, -2), z.multiply(z).getComplex(0));
    assertEquals(Complex.of(1, 0), z.divide(z).getComplex(1));
    assertEquals(Complex.of(3, -0.5), z.sum().getComplex());
    // (1 - i)^2 + (2 + 0.5i)^2
    assertEquals(Complex.of(3.75, 0), z.matmul(z).getComplex());
    assertEquals(Complex.of(2, -2), z.multiply(2).getComplex(0));
    assertTrue(z.equal(z).all().getBoolean());
  }

  @Test
  void unsignedElements() {
    NDArray u = Nd.zeros(DType.uint64, 2);
    u.setLong(-1, 0);
    assertEquals(0x1p64, u.getDouble(0));
    assertEquals("18446744073709551615", Long.toUnsignedString(u.getLong(0)));
    u.set(0x1.8p63, 1);
    assertEquals(0x1.8p63, u.getDouble(1));
    assertEquals("[18446744073709551615 13835058055282163712]", u.toString());
    NDArray b = Nd.arange(3).astype(DType.uint8).subtract(1);
    assertEquals(255, b.getLong(0));
    assertTrue(b.less(300).all().getBoolean());
    assertTrue(b.greater(-1).all().getBoolean());
    assertEquals("300 does not fit an operand of type uint8; it must be from 0 to 255, or cast the array with astype(uint64)",
        assertThrows(ArithmeticException.class, () -> b.add(300)).getMessage());
    // Compared by value, not as float64.
    assertTrue(u.greater(Nd.array(Long.MAX_VALUE)).getBoolean(0));
    assertTrue(Nd.array(-1L).less(u).getBoolean(0));
    assertEquals(0, Nd.array(-1L).equal(u).getLong(0));
  }

  @Test
  void otherTypesOverTheSameBytes() {
    NDArray x = Nd.array(1.0, -2.0, 3.5, 0.0).reshape(2, 2);
    assertEquals(Double.doubleToLongBits(-2.0), x.view(DType.int64).getLong(0, 1));
    assertEquals(16, x.view(DType.uint8).shape(1));
    NDArray z = x.view(DType.complex128);
    assertEquals(Complex.of(3.5, 0), z.getComplex(1, 0));
    z.setComplex(9, 8, 0, 0);
    assertEquals(8, x.getDouble(0, 1));
    assertThrows(IllegalArgumentException.class, () -> x.T().view(DType.int32));
    assertThrows(IllegalArgumentException.class, () -> Nd.zeros(3).view(DType.complex128));
    assertThrows(IllegalArgumentException.class, () -> Nd.scalar(DType.float64, 1.0).view(DType.int8));
  }

  @Test
  void halvesAreAccumulatedWide() {
    assertEquals(1, Nd.ones(DType.float16, 100_000).mean().getDouble());
    assertEquals(Double.POSITIVE_INFINITY, Nd.ones(DType.float16, 100_000).sum().getDouble());
    assertEquals(60_000, Nd.ones(DType.float16, 60_000).sum().getDouble(), 16);
    assertEquals(DType.float16, Nd.ones(DType.float16, 3).var().dtype());
  }
}
