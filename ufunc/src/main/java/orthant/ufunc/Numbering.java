package orthant.ufunc;

import java.util.Arrays;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.memory.Raw;
import orthant.memory.Storage;

/** Gives expressions numbers from 0, the same to those that say the same: a table with open addressing by {@link Lazy#hash}. */
final class Numbering {
  private static final Access ARRAYS = Access.door();

  private Lazy[] nodes = new Lazy[32];
  private int[] numbers = new int[32];
  private int known;
  /** For each number the numbers of the operands. */
  private int[][] operands = new int[16][];
  private int count;

  int count() {
    return count;
  }

  /** The number of an expression, after all that it is made of has got one. */
  int number(Lazy node) {
    for (int i = slot(node); nodes[i] != null; i = i + 1 & nodes.length - 1) {
      if (nodes[i] == node) {
        return numbers[i];
      }
    }
    Lazy[] parts = node.operands();
    int[] from = new int[parts.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = number(parts[i]);
    }
    return put(node, from);
  }

  private int slot(Lazy node) {
    int h = node.hash() * 0x9E3779B9;
    return (h ^ h >>> 16) & nodes.length - 1;
  }

  private int put(Lazy node, int[] from) {
    int number = -1;
    int i = slot(node);
    for (; nodes[i] != null; i = i + 1 & nodes.length - 1) {
      if (number < 0 && nodes[i].hash() == node.hash() && Arrays.equals(operands[numbers[i]], from) && same(nodes[i], node)) {
        number = numbers[i];
      }
    }
    if (number < 0) {
      number = count++;
      if (number == operands.length) {
        operands = Arrays.copyOf(operands, 2 * number);
      }
      operands[number] = from;
    }
    nodes[i] = node;
    numbers[i] = number;
    if (2 * ++known > nodes.length) {
      grow();
    }
    return number;
  }

  private void grow() {
    Lazy[] old = nodes;
    int[] oldNumbers = numbers;
    nodes = new Lazy[2 * old.length];
    numbers = new int[2 * old.length];
    for (int k = 0; k < old.length; k++) {
      if (old[k] != null) {
        int i = slot(old[k]);
        while (nodes[i] != null) {
          i = i + 1 & nodes.length - 1;
        }
        nodes[i] = old[k];
        numbers[i] = oldNumbers[k];
      }
    }
  }

  /** Whether two expressions say the same if their operands do. */
  private static boolean same(Lazy a, Lazy b) {
    if (a.leaf() != null || b.leaf() != null) {
      return a.leaf() != null && b.leaf() != null && sameElements(a.leaf(), b.leaf());
    }
    boolean folds = a.axes() != null;
    return a.op() == b.op() && a.dtype() == b.dtype() && folds == (b.axes() != null)
        && (!folds || a.axes().keepsDims() == b.axes().keepsDims() && sameAxes(a, b));
  }

  /** Whether two reductions of one array fold the same axes. */
  static boolean sameAxes(Lazy a, Lazy b) {
    return Arrays.equals(folded(a), folded(b));
  }

  private static int[] folded(Lazy node) {
    int[] axes = node.axes().axes();
    if (axes != null) {
      int ndim = node.operands()[0].ndim();
      for (int i = 0; i < axes.length; i++) {
        axes[i] += axes[i] < 0 ? ndim : 0;
      }
      Arrays.sort(axes);
    }
    return axes;
  }

  /** Whether two arrays are one place in memory, or two numbers that are equal now. */
  private static boolean sameElements(NDArray a, NDArray b) {
    if (a == b) {
      return true;
    }
    if (a.dtype() != b.dtype()) {
      return false;
    }
    if (isNumber(a) && isNumber(b)) {
      return bits(a) == bits(b);
    }
    return ARRAYS.storage(a) == ARRAYS.storage(b) && ARRAYS.address(a) == ARRAYS.address(b) && ARRAYS.layout(a).equals(ARRAYS.layout(b));
  }

  private static boolean isNumber(NDArray a) {
    return a.ndim() == 0 && a.dtype().size() <= 8;
  }

  /** Numbers are read here and now, and once for all places they are written at. */
  private static long bits(NDArray number) {
    Storage storage = ARRAYS.storage(number);
    storage.acquire();
    try {
      long address = ARRAYS.address(number);
      return switch (number.dtype().size()) {
        case 1 -> Raw.getByte(address);
        case 2 -> Raw.getShort(address);
        case 4 -> Raw.getInt(address);
        default -> Raw.getLong(address);
      };
    } finally {
      storage.release();
    }
  }

  /** A hash of a leaf: equal numbers are equal, whatever their place. */
  static int hash(NDArray leaf) {
    return leaf.dtype().hashCode() + (isNumber(leaf) ? 0 : 31 * Long.hashCode(ARRAYS.address(leaf)));
  }
}
