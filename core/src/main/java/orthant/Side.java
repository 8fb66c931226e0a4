package orthant;

/** Where a value goes among sorted elements that are equal to it. */
public enum Side {
  /** Before the first of them. */
  LEFT,
  /** Behind the last of them. */
  RIGHT
}
