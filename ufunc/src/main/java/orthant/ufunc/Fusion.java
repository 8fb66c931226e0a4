package orthant.ufunc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import orthant.DType;
import orthant.NDArray;
import orthant.expr.Program;
import orthant.op.Op;
import orthant.op.Ops;
import orthant.plan.Engine;
import orthant.plan.Loop;

/** An element-wise expression as a list of operations over its distinct arrays, and as the one program that these are. */
final class Fusion {
  /** A small expression is a stage of its own where it would be computed this many times over. */
  private static final long OFTEN = 8;

  private static final int UNKNOWN = Integer.MIN_VALUE;

  private final Evaluation evaluation;
  private final long size;
  private final List<NDArray> leaves = new ArrayList<>();
  /** For what each number says: where it comes from, as in {@link Structure.Doing}. */
  private final int[] sources;
  private final List<Lazy> operations = new ArrayList<>();
  /** For each operation its number, type and sources; then the types of the leaves. */
  private int[] says = new int[32];
  private int length;
  private final Structure structure;

  /** The loop of an expression whose parts that are stages of their own are evaluated first. */
  Fusion(Lazy root, Evaluation evaluation) {
    this.evaluation = evaluation;
    this.size = root.size();
    int number = evaluation.number(root);
    sources = new int[evaluation.numbers()];
    Arrays.fill(sources, UNKNOWN);
    if (root.leaf() != null) {
      leaf(number, root.leaf());
      // An expression without operations is a copy.
      operation(Ops.COPY, root, 0);
    } else {
      operation(root);
    }
    for (NDArray leaf : leaves) {
      say(leaf.dtype().ordinal());
    }
    say(leaves.size());
    structure = Structure.of(Arrays.copyOf(says, length), this::leafTypes, this::doings);
  }

  NDArray[] leaves() {
    return leaves.toArray(new NDArray[0]);
  }

  Program program() {
    return structure.program();
  }

  Loop loop(Engine engine) {
    return structure.loop(engine);
  }

  int operations() {
    return operations.size();
  }

  private int source(Lazy node) {
    int number = evaluation.number(node);
    if (sources[number] == UNKNOWN) {
      boolean apart = node.leaf() != null || node.axes() != null || node.size() < size && (node.reduces() || node.size() * OFTEN <= size);
      sources[number] = apart ? leaf(number, evaluation.array(node)) : operation(node);
    }
    return sources[number];
  }

  private int leaf(int number, NDArray array) {
    leaves.add(array);
    sources[number] = leaves.size() - 1;
    return sources[number];
  }

  private int operation(Lazy node) {
    Lazy[] operands = node.operands();
    int[] from = new int[operands.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = source(operands[i]);
    }
    return operation((Op) node.op(), node, from);
  }

  private int operation(Op op, Lazy node, int... from) {
    say(op.id());
    say(node.dtype().ordinal());
    say(from.length);
    for (int source : from) {
      say(source);
    }
    operations.add(node);
    return -operations.size();
  }

  private void say(int number) {
    if (length == says.length) {
      says = Arrays.copyOf(says, 2 * length);
    }
    says[length++] = number;
  }

  private List<DType> leafTypes() {
    return leaves.stream().map(NDArray::dtype).toList();
  }

  private List<Structure.Doing> doings() {
    List<Structure.Doing> doings = new ArrayList<>();
    int at = 0;
    for (Lazy node : operations) {
      int arity = says[at + 2];
      Op op = node.leaf() != null ? Ops.COPY : (Op) node.op();
      doings.add(new Structure.Doing(op, node.dtype(), Arrays.copyOfRange(says, at + 3, at + 3 + arity)));
      at += 3 + arity;
    }
    return doings;
  }
}
