package orthant.expr;

/**
 * An element in code being written: one value, or the two parts of a complex number.
 *
 * @param re the value, or the real part
 * @param im the imaginary part, or null if the element is not complex
 */
public record Term(V re, V im) {
  /**
   * An element that is not complex.
   *
   * @param value its value
   * @return the element
   */
  public static Term of(V value) {
    return new Term(value, null);
  }

  /**
   * Whether this has an imaginary part.
   *
   * @return true for elements of complex types
   */
  public boolean isComplex() {
    return im != null;
  }

  /**
   * The imaginary part.
   *
   * @return zero if this is not complex
   */
  public V imag() {
    return im != null ? im : re.same(0);
  }

  /**
   * The cast of the library: complex numbers lose their imaginary part, except to truth, which is that one part is not zero.
   *
   * @param type the type to cast to
   * @return the element as that type
   */
  public Term cast(orthant.DType type) {
    if (type.isComplex()) {
      V real = re.cast(type.real());
      return new Term(real, im == null ? real.same(0) : im.cast(type.real()));
    }
    return of(im != null && type.isBool() ? re.cast(type).or(im.cast(type)) : re.cast(type));
  }
}
