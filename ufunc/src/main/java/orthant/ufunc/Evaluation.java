package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import orthant.Axes;
import orthant.NDArray;
import orthant.op.Combine;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Faults;
import orthant.plan.Fold;
import orthant.plan.Folds;
import orthant.plan.FusedFold;

/**
 * One evaluation of an expression: stages that each are one loop, every reduction being one, and their results, which later stages
 * take as operands. Expressions that say the same have the same number, so that nothing is computed twice.
 */
class Evaluation {
  /** A reduction that has been computed, with the folded axes kept. */
  private record Done(Lazy node, int elements, NDArray result) {}

  private final Engine engine = Engine.current();
  /** Where an error state is looked at, operation by operation: each has to be checked, and the bits are the same. */
  private final boolean stepwise = looksForFaults();
  private final Numbering numbering = new Numbering();
  /** What has been computed, by the number of the expression. */
  private final Map<Integer, NDArray> results = new HashMap<>();
  private final List<Done> reductions = new ArrayList<>();

  final Engine engine() {
    return engine;
  }

  /** The same number for expressions that say the same. */
  final int number(Lazy node) {
    return numbering.number(node);
  }

  /** How many numbers there are. */
  final int numbers() {
    return numbering.count();
  }

  /** The array that an expression stands for: one that is there already, or the result of a stage. */
  final NDArray array(Lazy node) {
    if (node.leaf() != null) {
      return node.leaf();
    }
    int number = number(node);
    NDArray known = results.get(number);
    if (known == null) {
      known = result(node);
      results.put(number, known);
    }
    return known;
  }

  /** The result of an expression, computed now unless a stage has done so. */
  final NDArray result(Lazy node) {
    if (node.axes() == null) {
      return stepwise ? step(node) : map(node, new Fusion(node, this));
    }
    NDArray kept = reduction(node);
    return node.axes().keepsDims() ? kept : kept.reshape(node.shape());
  }

  /** Whether folded axes stay changes nothing but the shape. */
  private NDArray reduction(Lazy node) {
    int elements = number(node.operands()[0]);
    for (Done done : reductions) {
      if (done.elements == elements && done.node.op() == node.op() && done.node.dtype() == node.dtype() && Numbering.sameAxes(done.node, node)) {
        return done.result;
      }
    }
    NDArray result = fold(node, node.axes().keepDims());
    reductions.add(new Done(node, elements, result));
    return result;
  }

  /** Computes an expression into an array. */
  final void into(Lazy node, NDArray out) {
    if (node.axes() != null || stepwise) {
      out.assign(result(node));
      return;
    }
    Fusion fusion = new Fusion(node, this);
    engine.into(fusion.loop(engine), out, fusion.leaves());
  }

  private NDArray fold(Lazy node, Axes axes) {
    Lazy elements = node.operands()[0];
    Fold fold = (Fold) node.op();
    boolean finds = fold == Folds.ARG_MIN || fold == Folds.ARG_MAX;
    Combine combine = fold.combine();
    if (elements.leaf() != null || elements.axes() != null || stepwise) {
      return foldArray(node, array(elements), axes, combine, finds);
    }
    return fold(node, new Fusion(elements, this), axes, combine, finds);
  }

  boolean looksForFaults() {
    return Faults.matter();
  }

  private NDArray step(Lazy node) {
    if (node.leaf() != null) {
      return node.leaf().copy();
    }
    NDArray[] operands = Arrays.stream(node.operands()).map(this::array).toArray(NDArray[]::new);
    return node.op() == Ops.COPY ? Engine.cast(operands[0], node.dtype()) : Engine.apply((Op) node.op(), operands);
  }

  /** Runs a loop that stores. */
  NDArray map(Lazy node, Fusion fusion) {
    return engine.general(fusion.loop(engine), fusion.leaves());
  }

  /** Reduces an array. */
  NDArray foldArray(Lazy node, NDArray array, Axes axes, Combine combine, boolean finds) {
    return finds ? Engine.find(array, axes, combine) : Engine.fold(array, axes, combine);
  }

  /** Reduces what a loop computes. */
  NDArray fold(Lazy node, Fusion fusion, Axes axes, Combine combine, boolean finds) {
    var fused = new FusedFold(fusion.program(), fusion.leaves(), node.operands()[0].shape(), axes);
    return finds ? fused.find(engine, combine) : fused.fold(engine, combine);
  }
}
