package orthant.ufunc;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import orthant.Axes;
import orthant.DType;
import orthant.ErrorState;
import orthant.Index;
import orthant.NDArray;
import orthant.Nd;
import orthant.expr.Code;
import orthant.expr.Term;
import orthant.expr.V;
import orthant.kernel.Access;
import orthant.op.Combine;
import orthant.op.Op;
import orthant.plan.Engine;
import orthant.plan.Faults;
import orthant.plan.Loop;

/**
 * Looks for faults of what a function did one after the other. The results of the steps are not there any more by then, so the steps are
 * done again, and all kept: an error state pays for it, nobody else.
 */
record Steps(String name, Op op) {
  private static final Access ARRAYS = Access.door();

  /** Computes; where an error state looks for faults it does so afterwards, by steps, not in the parts of the computation. */
  static NDArray unseen(Supplier<NDArray> code) {
    return Faults.matter() ? ErrorState.IGNORE.during(code) : code.get();
  }

  /**
   * A chain along the last axis: each result is the first operand of the next step.
   *
   * @param step one step, with a condition if there is a mask
   * @param a the elements
   * @param type what the step takes them for
   * @param mask which of them count, or null for all
   * @param begin what the chain begins with, or null for the first element
   * @param place from an index without the last axis to the index to tell
   */
  void chain(Loop step, NDArray a, DType type, NDArray mask, NDArray begin, UnaryOperator<long[]> place) {
    int axis = a.ndim() - 1;
    long first = begin == null ? 1 : 0;
    long n = a.shape(axis) - first;
    if (n <= 0 || a.size() == 0) {
      return;
    }
    // Elements that do not fit the type are faults of their own.
    NDArray x = a.dtype() == type ? a : a.astype(type);
    long[] shape = a.shape();
    shape[axis] = n + 1;
    NDArray all = Nd.empty(step.type(), shape);
    ErrorState.IGNORE.during(() -> {
      along(all, axis, 0).assign(begin != null ? begin : along(a, axis, 0));
      long move = ARRAYS.layout(all).stride(axis);
      long element = ARRAYS.layout(a).stride(axis);
      if (mask == null) {
        Engine.current().chain(step, n, new long[] {move, element, move}, along(all, axis, 0), along(a, axis, first), along(all, axis, 1));
      } else {
        Engine.current().chain(step, n, new long[] {move, element, ARRAYS.layout(mask).stride(axis), move}, along(all, axis, 0),
            along(a, axis, first), along(mask, axis, first), along(all, axis, 1));
      }
      return null;
    });
    Faults.check(op, name, mask == null ? null : mask.get(Index.ellipsis(), Index.from(first)), all.get(Index.ellipsis(), Index.from(1)),
        index -> place.apply(Arrays.copyOf(index, axis)), all.get(Index.ellipsis(), Index.slice(0, n)),
        x.get(Index.ellipsis(), Index.from(first)));
  }

  /** Partial results that are there, along an axis. */
  void accumulated(NDArray a, DType type, NDArray out, int axis) {
    NDArray x = a.dtype() == type ? a : a.astype(type);
    Index[] part = new Index[axis + 1];
    Arrays.fill(part, Index.all());
    part[axis] = Index.from(1);
    NDArray elements = x.get(part);
    NDArray after = out.get(part);
    part[axis] = Index.slice(0, Math.max(0, out.shape(axis) - 1));
    Faults.check(op, name, null, after, index -> {
      index[axis]++;
      return index;
    }, out.get(part), elements);
  }

  /** The sum or the product of a slice along the last axis, as a whole. */
  void slice(Combine combine, NDArray a, NDArray result, UnaryOperator<long[]> place) {
    Faults.check(combine, result, place, a, Axes.axes(a.ndim() - 1));
  }

  /**
   * Changes in place, one after the other: those at one place are a chain.
   *
   * @param places for each change in order, bytes from the first element of the array
   * @param before what the elements were, for each change
   * @param values the second operands, for each change or one for all; null for functions of one operand
   * @param loop the types that the operation takes
   * @param place from the number of a change to the index to tell
   */
  void placed(NDArray places, NDArray before, NDArray values, DType[] loop, UnaryOperator<long[]> place) {
    DType type = before.dtype();
    long n = places.size();
    NDArray order = places.argsort();
    NDArray sorted = places.take(order);
    NDArray begins = Nd.ones(DType.bool, n);
    begins.get(Index.from(1)).assign(sorted.get(Index.from(1)).notEqual(sorted.get(Index.slice(0, n - 1))));
    NDArray first = before.take(order);
    NDArray second = values == null ? null : values.size() == 1 ? values.reshape(1).broadcastTo(n) : values.ravel().take(order);
    NDArray all = Nd.zeros(type, n + 1);
    Code code = new Code();
    Term partial = code.term(type);
    Term fresh = code.term(type);
    V begin = code.input(DType.bool);
    Term old = Applying.choose(begin, fresh, partial).cast(loop[0]);
    Term next = second == null ? op.value(loop, old) : op.value(loop, old, code.term(second.dtype()).cast(loop[1]));
    Loop step = Engine.current().loop(code.returns(type, next.cast(type)));
    long move = type.size();
    NDArray head = along(all, 0, 0);
    NDArray tail = along(all, 0, 1);
    if (second == null) {
      Engine.current().chain(step, n, new long[] {move, move, 1, move}, head, along(first, 0, 0), along(begins, 0, 0), tail);
    } else {
      Engine.current().chain(step, n, new long[] {move, move, 1, ARRAYS.layout(second).stride(0), move}, head, along(first, 0, 0),
          along(begins, 0, 0), along(second, 0, 0), tail);
    }
    NDArray results = all.get(Index.from(1));
    NDArray was = Nd.where(begins, first, all.get(Index.slice(0, n)));
    // Told in the order of the changes.
    NDArray back = order.argsort();
    if (second == null) {
      Faults.check(op, name, null, results.take(back), place, was.take(back));
    } else {
      Faults.check(op, name, null, results.take(back), place, was.take(back), second.take(back));
    }
  }

  static NDArray along(NDArray a, int axis, long position) {
    Index[] index = new Index[axis + 1];
    Arrays.fill(index, Index.all());
    index[axis] = Index.at(position);
    return a.get(index);
  }
}
