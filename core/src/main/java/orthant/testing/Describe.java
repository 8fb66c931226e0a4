package orthant.testing;

import java.util.ArrayList;
import java.util.List;
import orthant.NDArray;
import orthant.layout.Shapes;

/** Says in a few words what an array is. */
final class Describe {
  private Describe() {}

  static String typeAndShape(NDArray a) {
    return a.dtype() + " of shape " + Shapes.text(a.shape());
  }

  /** Type, shape, and what is unusual about where the elements lie. */
  static String whole(NDArray a) {
    List<String> words = new ArrayList<>(List.of(typeAndShape(a)));
    if (!a.isContiguous()) {
      words.add("strides " + Shapes.text(a.strides()));
    }
    if (a.isReadOnly()) {
      words.add("read-only");
    }
    return String.join(", ", words);
  }
}
