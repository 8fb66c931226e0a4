package orthant.testing;

import orthant.NDArray;

/**
 * Two arrays of one dtype and one shape in the same memory; most of them share elements, not always in the same order.
 *
 * @param first an array
 * @param second another
 */
public record Overlapping(NDArray first, NDArray second) {
  @Override
  public String toString() {
    return "first: " + Describe.whole(first) + "\n" + first + "\nsecond: " + Describe.whole(second) + "\n" + second;
  }
}
