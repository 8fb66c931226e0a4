package orthant.ufunc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import orthant.Axes;
import orthant.NDArray;
import orthant.Nd;
import orthant.layout.Shapes;
import orthant.op.Combine;
import orthant.plan.Fold;
import orthant.plan.FusedFold;

/** An evaluation that computes nothing and writes down what it would do. */
final class Explaining extends Evaluation {
  private final List<String> lines = new ArrayList<>();
  private int stages;
  private final List<long[]> walks = new ArrayList<>();
  private int temporaries;
  private long read;
  private long written;

  private final Lazy root;

  private Explaining(Lazy root) {
    this.root = root;
  }

  static String text(Lazy root) {
    Explaining told = new Explaining(root);
    told.result(root);
    String shape = String.format(Locale.ROOT, "%s of shape %s and type %s%n", root, Shapes.text(root.shape()), root.dtype());
    String sum = String.format(Locale.ROOT, "%s, %s over memory, %s, %,d bytes read, %,d bytes written%n", count(told.stages, "kernel"),
        count(told.passes(), "pass"), told.temporaries == 0 ? "no temporary array" : count(told.temporaries, "temporary array"), told.read,
        told.written);
    return shape + sum + String.join("", told.lines);
  }

  /** Loops over arrays; those over what is small beside the largest one are none. */
  private int passes() {
    long longest = walks.stream().mapToLong(walk -> walk[0]).max().orElse(0);
    return (int) walks.stream().filter(walk -> 8 * walk[0] > longest).mapToLong(walk -> walk[1]).sum();
  }

  private static String count(int n, String what) {
    return n + " " + what + (n == 1 ? "" : what.endsWith("s") ? "es" : "s");
  }

  private static long bytes(NDArray... arrays) {
    long bytes = 0;
    for (NDArray a : arrays) {
      bytes += a.size() * a.dtype().size();
    }
    return bytes;
  }

  private NDArray stage(Lazy node, String what, int times, boolean stored, String program, long[] shape, NDArray... operands) {
    // What later stages take as an operand is laid out as it will be; the result of all is only counted.
    NDArray result = node == root ? Nd.zeros(node.dtype()).broadcastTo(shape) : Nd.empty(node.dtype(), shape);
    stages += times + (stored ? 1 : 0);
    long longest = result.size();
    for (NDArray operand : operands) {
      longest = Math.max(longest, operand.size());
    }
    walks.add(new long[] {longest, times + (stored ? 1 : 0)});
    temporaries += stored ? 1 : 0;
    long in = bytes(operands) * times;
    read += in;
    written += bytes(result);
    lines.add(String.format(Locale.ROOT, "stage %d: %s, %d operands read%s, %,d bytes read, %,d bytes written%n%s", lines.size() + 1, what,
        operands.length, times == 1 ? "" : " " + times + " times", in, bytes(result), program));
    return result;
  }

  @Override
  boolean looksForFaults() {
    return false;
  }

  @Override
  NDArray map(Lazy node, Fusion fusion) {
    return stage(node, count(fusion.operations(), "operation") + " stored as " + node.dtype() + Shapes.text(node.shape()), 1, false,
        fusion.program().toString(), node.shape(), fusion.leaves());
  }

  @Override
  NDArray foldArray(Lazy node, NDArray array, Axes axes, Combine combine, boolean finds) {
    return stage(node, told((Fold) node.op(), node), finds ? 2 : 1, false, "", FusedFold.resultShape(array.shape(), axes), array);
  }

  @Override
  NDArray fold(Lazy node, Fusion fusion, Axes axes, Combine combine, boolean finds) {
    Lazy elements = node.operands()[0];
    boolean stored = finds ? new FusedFold(fusion.program(), fusion.leaves(), elements.shape(), axes).storesToFind()
        : FusedFold.stores(elements.dtype(), axes, combine);
    // The parts of a complex sum are two sums.
    int times = finds || node.dtype().isComplex() && !stored ? 2 : 1;
    return stage(node, told((Fold) node.op(), node) + " of " + count(fusion.operations(), "operation"), times, stored,
        fusion.program().toString(), FusedFold.resultShape(elements.shape(), axes), fusion.leaves());
  }

  private static String told(Fold fold, Lazy node) {
    return fold + " over " + node.axes() + " to " + node.dtype() + Shapes.text(node.shape());
  }
}
