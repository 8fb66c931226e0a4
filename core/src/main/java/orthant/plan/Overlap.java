package orthant.plan;

import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;

/** Whether writing to one array can change another one that is still to be read. */
public final class Overlap {
  private Overlap() {}

  /**
   * Whether the byte ranges of two arrays meet.
   *
   * @param a one array
   * @param b the other
   * @return true if they may share an element; false if they share none
   */
  public static boolean meets(NDArray a, NDArray b) {
    Access door = Access.door();
    Layout la = door.layout(a);
    Layout lb = door.layout(b);
    if (la.size() == 0 || lb.size() == 0) {
      return false;
    }
    long lowA = door.address(a) + la.lowByte();
    long highA = door.address(a) + la.highByte(a.dtype().size());
    long lowB = door.address(b) + lb.lowByte();
    long highB = door.address(b) + lb.highByte(b.dtype().size());
    return lowA < highB && lowB < highA;
  }

  /**
   * Whether an elementwise loop that reads one array and writes the other could read what it has written.
   *
   * @param in read
   * @param out written
   * @return false if they are apart, or are exactly the same elements in the same order
   */
  static boolean harms(NDArray in, NDArray out) {
    Access door = Access.door();
    boolean same = in.dtype().size() == out.dtype().size() && door.address(in) == door.address(out) && door.layout(in).equals(door.layout(out));
    return !same && meets(in, out);
  }
}
