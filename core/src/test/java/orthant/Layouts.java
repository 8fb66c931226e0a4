package orthant;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import orthant.layout.Layout;

/** The same elements laid out in different ways; every array has memory of its own. */
final class Layouts {
  private Layouts() {}

  static Map<String, NDArray> of(NDArray a) {
    var all = new LinkedHashMap<String, NDArray>();
    all.put("C", a.copy());
    all.put("F", a.T().copy().T());
    all.put("reversed", a.flip().copy().flip());
    all.put("strided", strided(a));
    if (a.ndim() > 1) {
      int[] order = new int[a.ndim()];
      Arrays.setAll(order, i -> (i + 1) % order.length);
      int[] back = new int[a.ndim()];
      Arrays.setAll(back, i -> (i + order.length - 1) % order.length);
      all.put("rotated", a.permuteDims(order).copy().permuteDims(back));
    }
    all.put("unaligned", unaligned(a));
    return all;
  }

  /** Every second or third element of a larger array, after a few others. */
  private static NDArray strided(NDArray a) {
    long[] shape = new long[a.ndim()];
    var parts = new Index[a.ndim()];
    for (int i = 0; i < shape.length; i++) {
      int step = 2 + i % 2;
      shape[i] = 1 + step * a.shape(i);
      parts[i] = Index.slice(1, shape[i], step);
    }
    return Nd.zeros(a.dtype(), shape).get(parts).assign(a);
  }

  /** Beginning at an address that is no multiple of the item size. */
  private static NDArray unaligned(NDArray a) {
    int item = a.dtype().size();
    var bytes = Nd.zeros(DType.bool, a.size() * item + 1);
    var door = orthant.kernel.Access.door();
    var out = door.wrap(a.dtype(), Layout.contiguous(item, a.shape()), door.storage(bytes), door.address(bytes) + 1, false);
    return out.assign(a);
  }
}
