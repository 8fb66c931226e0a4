package orthant;

/** Which casts between types are allowed, from the strictest rule to none. */
public enum Casting {
  /** Only the type itself. */
  NO,
  /** Only the type itself; other byte orders, which NumPy allows here, do not exist in memory. */
  EQUIV,
  /** Casts that keep every value, or, from 64-bit integers to {@code float64}, nearly. */
  SAFE,
  /** Safe casts, and casts within a kind: {@code float64} to {@code float32}, but not {@code float64} to {@code int64}. */
  SAME_KIND,
  /** Any cast. */
  UNSAFE
}
