package orthant.testing;

/** How the elements of a generated array lie in memory; the simplest first, which is where shrinking goes. */
public enum LayoutKind {
  /** Rows after rows, without gaps, from a multiple of 64 bytes on. */
  C,
  /** Columns after columns, without gaps. */
  F,
  /** As {@link #C}, but from an element on whose address is no multiple of a vector's size. */
  OFFSET,
  /** With a negative stride on at least one axis. */
  REVERSED,
  /** With gaps of whole elements between the elements of at least one axis. */
  STRIDED,
  /** With the axes in any order. */
  TRANSPOSED,
  /** With a stride of zero on at least one axis: all elements along it are the same memory. */
  BROADCAST,
  /** As {@link #C}, but from an address on that is no multiple of the element's size. */
  UNALIGNED,
  /** All of these at once, and strides that are no multiples of the element's size. */
  MIXED
}
