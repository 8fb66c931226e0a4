package orthant.ufunc.compile;

/** Which forms of a loop are made. */
enum Forms {
  /** Single elements only. */
  SCALAR,
  /** Vectors from the first call on, where the loop has a vector form. */
  VECTOR,
  /** Single elements until the vector form is warm. */
  ADAPTIVE
}
