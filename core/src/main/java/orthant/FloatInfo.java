package orthant;

/**
 * The limits of a floating-point type, from {@link Nd#finfo}.
 *
 * @param dtype the type; of complex numbers that of their parts
 * @param bits the width
 * @param eps the distance from 1 to the next larger number
 * @param epsneg the distance from 1 to the next smaller number
 * @param max the largest number
 * @param min the smallest number, {@code -max}
 * @param smallestNormal the smallest positive number with full precision
 * @param smallestSubnormal the smallest positive number
 * @param precision how many decimal digits a number holds reliably
 * @param resolution ten to the power of {@code -precision}
 */
public record FloatInfo(
    DType dtype, int bits, double eps, double epsneg, double max, double min, double smallestNormal, double smallestSubnormal, int precision,
    double resolution) {
  static FloatInfo of(DType type) {
    DType part = type.real();
    if (!part.isFloat()) {
      throw new IllegalArgumentException("finfo of " + type + "; it must be a floating-point or complex type, for integers there is iinfo");
    }
    int mantissa = part == DType.float16 ? 10 : part == DType.float32 ? 23 : 52;
    int exponent = part == DType.float16 ? 15 : part == DType.float32 ? 127 : 1023;
    double eps = Math.scalb(1.0, -mantissa);
    double max = (2 - eps) * Math.scalb(1.0, exponent);
    int precision = (int) (mantissa * Math.log10(2));
    return new FloatInfo(part, part.size() * 8, eps, eps / 2, max, -max, Math.scalb(1.0, 1 - exponent), Math.scalb(1.0, 1 - exponent - mantissa),
        precision, Double.parseDouble("1e-" + precision));
  }
}
