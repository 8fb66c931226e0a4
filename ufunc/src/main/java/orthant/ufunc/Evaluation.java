package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import orthant.Axes;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.memory.Raw;
import orthant.memory.Storage;
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
  private static final Access ARRAYS = Access.door();

  /** Elements that are the same wherever they are read. */
  private record Place(Storage storage, long address, Layout layout, DType dtype) {}

  private final Engine engine = Engine.current();
  /** Where an error state is looked at, operation by operation: each has to be checked, and the bits are the same. */
  private final boolean stepwise = looksForFaults();
  private final Map<Lazy, Integer> known = new IdentityHashMap<>();
  private final Map<List<Object>, Integer> numbers = new HashMap<>();
  private final Map<Integer, NDArray> results = new HashMap<>();
  private final Set<NDArray> made = Collections.newSetFromMap(new IdentityHashMap<>());

  final Engine engine() {
    return engine;
  }

  /** What a leaf is: a number, or a place in memory. */
  final Object identity(NDArray leaf) {
    Layout layout = ARRAYS.layout(leaf);
    // A result that happens to be equal to another number is not the same: the program must not depend on values.
    if (leaf.ndim() == 0 && leaf.dtype().size() <= 8 && !made.contains(leaf)) {
      // Numbers are read here and now, and once for all places they are written at.
      ARRAYS.storage(leaf).acquire();
      try {
        long address = ARRAYS.address(leaf);
        return List.of(leaf.dtype(), switch (leaf.dtype().size()) {
          case 1 -> Raw.getByte(address);
          case 2 -> Raw.getShort(address);
          case 4 -> Raw.getInt(address);
          default -> Raw.getLong(address);
        });
      } finally {
        ARRAYS.storage(leaf).release();
      }
    }
    return new Place(ARRAYS.storage(leaf), ARRAYS.address(leaf), layout, leaf.dtype());
  }

  /** The same number for expressions that say the same. */
  private int number(Lazy node) {
    Integer number = known.get(node);
    if (number == null) {
      List<Object> says = new ArrayList<>();
      if (node.leaf() != null) {
        says.add(identity(node.leaf()));
      } else {
        says.add(node.op());
        says.add(node.dtype());
        if (node.axes() != null) {
          // Whether folded axes stay changes nothing but the shape.
          int[] folded = node.axes().axes();
          int ndim = node.operands()[0].shape().length;
          says.add(folded == null ? "all" : Arrays.stream(folded).map(axis -> axis < 0 ? axis + ndim : axis).sorted().boxed().toList());
        }
        for (Lazy operand : node.operands()) {
          says.add(number(operand));
        }
      }
      number = numbers.computeIfAbsent(says, _ -> numbers.size());
      known.put(node, number);
    }
    return number;
  }

  /** The array that an expression stands for: one that is there already, or the result of a stage. */
  final NDArray array(Lazy node) {
    if (node.leaf() != null) {
      return node.leaf();
    }
    NDArray result = result(node);
    made.add(result);
    return result;
  }

  /** The result of an expression, computed now unless a stage has done so. */
  final NDArray result(Lazy node) {
    if (node.axes() == null) {
      return stepwise ? step(node) : map(node, new Fusion(node, this));
    }
    int number = number(node);
    NDArray kept = results.get(number);
    if (kept == null) {
      kept = fold(node, node.axes().keepDims());
      results.put(number, kept);
    }
    return node.axes().keepsDims() ? kept : kept.reshape(node.shape());
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
    int number = number(node);
    NDArray known = results.get(number);
    if (known == null) {
      NDArray[] operands = Arrays.stream(node.operands()).map(this::array).toArray(NDArray[]::new);
      known = node.leaf() != null ? node.leaf().copy()
          : node.op() == Ops.COPY ? Engine.cast(operands[0], node.dtype()) : Engine.apply((Op) node.op(), operands);
      results.put(number, known);
    }
    return known;
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
