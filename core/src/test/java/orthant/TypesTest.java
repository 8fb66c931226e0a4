package orthant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Promotion, casting rules and limits: NumPy's tables, which types.py wrote. */
class TypesTest {
  @Test
  void everyLineOfNumPysTables() {
    int count = 0;
    for (String line : GoldenText.lines("types.txt")) {
      String[] f = line.split(" ");
      count++;
      switch (f[0]) {
        case "promote" -> {
          assertEquals(type(f[3]), Nd.promoteTypes(type(f[1]), type(f[2])), line);
          assertEquals(type(f[3]), Nd.resultType(Nd.zeros(type(f[1]), 2), type(f[2])), line);
        }
        case "cast" -> assertEquals(f[4].equals("True"), Nd.canCast(type(f[1]), type(f[2]), Casting.valueOf(f[3].toUpperCase(Locale.ROOT))), line);
        case "three" -> {
          assertEquals(type(f[4]), Nd.resultType(type(f[1]), type(f[2]), type(f[3])), line);
          assertEquals(type(f[4]), Nd.resultType(type(f[3]), type(f[1]), type(f[2])), line);
        }
        case "weak" -> assertEquals(type(f[3]), Nd.resultType(type(f[1]), number(f[2])), line);
        case "is" -> assertEquals(f[3].equals("True"), Nd.isdtype(type(f[1]), f[2].replace('_', ' ')), line);
        case "iinfo" -> assertEquals(
            new IntInfo(type(f[1]), Integer.parseInt(f[2]), new BigInteger(f[3]), new BigInteger(f[4])), Nd.iinfo(type(f[1])), line);
        case "finfo" -> {
          var info = Nd.finfo(type(f[1]));
          assertEquals(new FloatInfo(type(f[2]), Integer.parseInt(f[3]), hex(f[5]), hex(f[6]), hex(f[7]), hex(f[8]), hex(f[9]), hex(f[10]),
              Integer.parseInt(f[4]), info.resolution()), info, line);
          assertEquals(info.precision(), Math.round(-Math.log10(info.resolution())), line);
        }
        case "least" -> assertEquals(type(f[3]), least(f[1], f[2]), line);
        default -> throw new AssertionError(line);
      }
    }
    assertTrue(count > 1500, "only " + count + " lines");
  }

  private static DType type(String name) {
    return DType.valueOf(name);
  }

  private static double hex(String text) {
    return Double.parseDouble(text);
  }

  private static Object number(String kind) {
    return switch (kind) {
      case "bool" -> true;
      case "int" -> 1;
      case "float" -> 1.0;
      default -> Complex.I;
    };
  }

  private static DType least(String kind, String text) {
    if (kind.equals("int")) {
      long value = Long.parseLong(text);
      assertEquals(Nd.minScalarType(value), Nd.minScalarType(Nd.scalar(DType.int64, value)));
      return Nd.minScalarType(value);
    }
    double value = Double.parseDouble(text.replace("inf", "Infinity").replace("nan", "NaN"));
    return kind.equals("float") ? Nd.minScalarType(value) : Nd.minScalarType(Complex.of(1, value));
  }

  @Test
  void weakNumbersAlone() {
    assertEquals(DType.int64, Nd.resultType(1, (byte) 2));
    assertEquals(DType.float64, Nd.resultType(1, 2f));
    assertEquals(DType.bool, Nd.resultType(true));
    assertEquals(DType.uint64, Nd.minScalarType(Nd.scalar(DType.uint64, -1L)));
    assertEquals(DType.int8, Nd.minScalarType(Nd.zeros(DType.int8, 1)));
    assertTrue(Nd.isdtype(DType.int8, DType.bool, DType.int8));
  }

  @Test
  void whatIsNoTypeIsRefused() {
    assertEquals("iinfo of float32; it must be an integer type, for floating point there is finfo",
        assertThrows(IllegalArgumentException.class, () -> Nd.iinfo(DType.float32)).getMessage());
    assertEquals("finfo of bool; it must be a floating-point or complex type, for integers there is iinfo",
        assertThrows(IllegalArgumentException.class, () -> Nd.finfo(DType.bool)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> Nd.isdtype(DType.bool, "float"));
    assertThrows(IllegalArgumentException.class, () -> Nd.resultType("float32"));
    assertThrows(IllegalArgumentException.class, Nd::resultType);
  }
}
