package orthant;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
import orthant.kernel.Access;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.plan.Engine;
import orthant.plan.Overlap;
import orthant.plan.Planner;

/**
 * Elements picked by index arrays or by a mask, and the sub-arrays around them: an index with arrays in it, understood.
 * What is picked has the axes of the index arrays, all together at one place among the axes that are left.
 */
final class Pick {
  private final NDArray array;
  /** Where the picked elements count from, in bytes from the array's first one. */
  private final long offset;
  /** The axes around a picked element. */
  private final long[] around;
  private final long[] strides;
  /** How many of them come before the picked axes. */
  private final int before;
  /** The picked axes, and how far a step along each moves of itself. */
  private final long[] picked;
  private final long[] walk;
  private final IndexArray[] positions;
  /** A contiguous mask in place of positions, and the strides of its axes in the array. */
  private final NDArray mask;
  private final long[] maskStrides;

  private Pick(NDArray array, long offset, long[] around, long[] strides, int before, long[] picked, long[] walk, IndexArray[] positions,
      NDArray mask, long[] maskStrides) {
    this.array = array;
    this.offset = offset;
    this.around = around;
    this.strides = strides;
    this.before = before;
    this.picked = picked;
    this.walk = walk;
    this.positions = positions;
    this.mask = mask;
    this.maskStrides = maskStrides;
  }

  /** Positions along one axis, as {@code take} has them. */
  static Pick along(NDArray a, NDArray positions, int axis, Bounds bounds) {
    var from = Views.layout(a);
    int at = Shapes.normalAxis(axis, from.ndim());
    var where = IndexArray.int64(positions);
    bounds.checkPossible(where, from.shape(at), at);
    long[] picked = where.shape();
    return new Pick(a, 0, without(from.shape(), at), without(from.strides(), at), at, picked, new long[picked.length],
        new IndexArray[] {new IndexArray(where, at, from.shape(at), from.stride(at), bounds)}, null, null);
  }

  private static long[] without(long[] values, int at) {
    long[] rest = Arrays.copyOf(values, values.length - 1);
    System.arraycopy(values, at + 1, rest, at, rest.length - at);
    return rest;
  }

  /** For every element a position along one axis, as {@code take_along_axis} has them. */
  static Pick alongEach(NDArray a, NDArray positions, int axis) {
    var from = Views.layout(a);
    var where = IndexArray.int64(positions);
    if (where.ndim() != from.ndim()) {
      throw new IllegalArgumentException("positions of shape " + Shapes.text(where.shape()) + " along axis " + axis + " of an array of shape "
          + Shapes.text(from.shape()) + " have " + where.ndim() + " axes; there must be " + from.ndim());
    }
    int at = Shapes.normalAxis(axis, from.ndim());
    long[] shape = from.shape();
    shape[at] = 1;
    long[] picked = Shapes.broadcast(shape, where.shape());
    long[] walk = from.strides();
    for (int i = 0; i < walk.length; i++) {
      walk[i] = from.shape(i) == 1 || i == at ? 0 : walk[i];
    }
    return new Pick(a, 0, new long[0], new long[0], 0, picked, walk,
        new IndexArray[] {new IndexArray(where, at, from.shape(at), from.stride(at), Bounds.RAISE)}, null, null);
  }

  /** What an index with arrays in it picks. */
  static Pick of(NDArray a, Index... parts) {
    return new Resolver(a, parts).resolve();
  }

  /** Goes through the parts of an index and the axes of an array side by side. */
  private static final class Resolver {
    final NDArray array;
    final Index[] parts;
    final long[] around;
    final long[] strides;
    final List<IndexArray> positions = new ArrayList<>();
    final List<long[]> shapes = new ArrayList<>();
    final List<Integer> maskAxes = new ArrayList<>();
    NDArray mask;
    long offset;
    int axis;
    int out;
    /** Axes around that come before the first array, and before the last one. */
    int first = -1;
    int last;

    Resolver(NDArray array, Index[] parts) {
      this.array = array;
      this.parts = parts;
      around = new long[array.ndim() + parts.length];
      strides = new long[around.length];
    }

    Pick resolve() {
      int rest = array.ndim() - Index.axesUsed(Views.layout(array), parts);
      int arrays = 0;
      for (var part : parts) {
        arrays += part.isArray() ? 1 : 0;
      }
      boolean alone = arrays == 1;
      boolean apart = false;
      boolean inRun = false;
      var from = Views.layout(array);
      for (var part : parts) {
        boolean advanced = part.isArray() || part.kind() == Index.Kind.AT;
        if (advanced && first >= 0 && !inRun) {
          apart = true;
        }
        if (advanced && first < 0) {
          first = out;
        }
        inRun = advanced;
        switch (part.kind()) {
          case NEW_AXIS -> around[out++] = 1;
          case ELLIPSIS -> {
            for (; rest > 0; rest--) {
              whole();
            }
          }
          case SLICE -> {
            offset += part.slice(from.shape(axis), from.stride(axis), around, strides, out++);
            axis++;
          }
          case AT -> {
            offset += Shapes.normalIndex(part.start(), from.shape(axis), axis) * from.stride(axis);
            axis++;
          }
          case ARRAY -> array(part.array(), alone);
        }
      }
      for (; rest > 0; rest--) {
        whole();
      }
      long[] picked = {};
      for (long[] shape : shapes) {
        picked = broadcast(picked, shape);
      }
      long[] ofMask = maskAxes.stream().mapToLong(from::stride).toArray();
      return new Pick(array, offset, Arrays.copyOf(around, out), Arrays.copyOf(strides, out), apart ? 0 : Math.max(first, 0), picked,
          new long[picked.length], positions.toArray(new IndexArray[0]), mask, ofMask);
    }

    private void whole() {
      around[out] = Views.layout(array).shape(axis);
      strides[out++] = Views.layout(array).stride(axis++);
    }

    private void array(NDArray index, boolean alone) {
      var from = Views.layout(array);
      if (!index.dtype().isBool()) {
        shapes.add(index.shape());
        positions.add(new IndexArray(IndexArray.int64(index), axis, from.shape(axis), from.stride(axis), Bounds.RAISE));
        axis++;
        return;
      }
      checkFits(index);
      if (alone || index.ndim() == 0) {
        var flat = index.isContiguous() ? index : index.copy();
        shapes.add(new long[] {MaskPlaces.countTrue(flat)});
        mask = alone ? flat : mask;
        for (int i = 0; i < index.ndim(); i++) {
          maskAxes.add(axis++);
        }
        return;
      }
      for (var found : Selection.nonzero(index)) {
        shapes.add(found.shape());
        positions.add(new IndexArray(found, axis, from.shape(axis), from.stride(axis), Bounds.RAISE));
        axis++;
      }
    }

    private void checkFits(NDArray index) {
      for (int i = 0; i < index.ndim(); i++) {
        if (index.shape(i) != array.shape(axis + i)) {
          throw new IllegalArgumentException("a mask of shape " + Shapes.text(index.shape()) + " does not fit an array of shape "
              + Shapes.text(array.shape()) + (axis == 0 ? "" : " from axis " + axis + " on") + ": axis " + i + " has " + index.shape(i)
              + " and " + array.shape(axis + i) + "; sizes must match");
        }
      }
    }

    private long[] broadcast(long[] a, long[] b) {
      try {
        return Shapes.broadcast(a, b);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("the arrays of the index " + Index.text(parts) + " do not go together: " + e.getMessage(), e);
      }
    }
  }

  /** The shape of what is picked. */
  long[] shape() {
    long[] shape = new long[around.length + picked.length];
    System.arraycopy(around, 0, shape, 0, before);
    System.arraycopy(picked, 0, shape, before, picked.length);
    System.arraycopy(around, before, shape, before + picked.length, around.length - before);
    return shape;
  }

  /** The places of all picked elements, for operations that change them in place. */
  Access.Picked picked() {
    var own = apart();
    return new Access.Picked() {
      @Override
      public long[] shape() {
        return own.shape();
      }

      @Override
      public void list(int most, ObjIntConsumer<long[]> hear) {
        try (var _ = Hold.of(own.arrays(array))) {
          own.list(most, hear);
        }
      }
    };
  }

  private void list(int most, ObjIntConsumer<long[]> hear) {
    long behind = size(around, before, around.length);
    long last = before == around.length ? 1 : around[around.length - 1];
    long step = before == around.length ? 0 : strides[around.length - 1];
    long[] buffer = new long[most];
    for (long front = 0; front < size(around, 0, before) && behind > 0; front++) {
      long base = offset + offset(front, 0, before);
      var places = mask != null ? new MaskPlaces(most, mask, maskStrides) : new PositionPlaces(most, picked, walk, positions);
      for (int n; (n = places.next()) >= 0;) {
        if (around.length == 0 && offset == 0) {
          hear.accept(places.found, n);
          continue;
        }
        int filled = 0;
        for (int k = 0; k < n; k++) {
          for (long i = 0; i < behind; i++) {
            buffer[filled++] = base + places.found[k] + offset(i / last, before, around.length - 1) + i % last * step;
            if (filled == most) {
              hear.accept(buffer, filled);
              filled = 0;
            }
          }
        }
        hear.accept(buffer, filled);
      }
    }
  }

  /** Bytes from the first to the i-th element in C order of some of the axes around. */
  private long offset(long i, int from, int to) {
    long bytes = 0;
    for (int axis = to - 1; axis >= from && i > 0; axis--) {
      bytes += i % around[axis] * strides[axis];
      i /= around[axis];
    }
    return bytes;
  }

  private NDArray[] arrays(NDArray other) {
    var all = new NDArray[positions.length + 3];
    for (int k = 0; k < positions.length; k++) {
      all[k] = positions[k].positions();
    }
    all[positions.length] = mask == null ? array : mask;
    all[positions.length + 1] = array;
    all[positions.length + 2] = other;
    return all;
  }

  private int chunk() {
    return around.length == 0 ? Places.CHUNK : Places.LONG_CHUNK;
  }

  private Places places() {
    return mask != null ? new MaskPlaces(chunk(), mask, maskStrides) : new PositionPlaces(chunk(), picked, walk, positions);
  }

  /** A movement between the array and another one of the shape of what is picked; step is that along the picked axes. */
  private Movement movement(long[] other, long step) {
    return new Movement(around, strides, aroundOf(other), step, array.dtype().size());
  }

  /** A copy of the picked elements. */
  NDArray get() {
    var out = Nd.empty(array.dtype(), shape());
    long count = size(picked);
    if (count > 0) {
      long step = array.dtype().size() * size(around, before, around.length);
      try (var _ = Hold.of(arrays(out))) {
        long from = Access.door().address(array) + offset;
        long to = Access.door().address(out);
        int item = array.dtype().size();
        if (mask != null && out.ndim() == 1 && item <= 8) {
          new MaskPlaces(0, mask, maskStrides).compress(from, to, count, item);
        } else {
          var movement = movement(out.strides(), step);
          if (placeByPlace(movement, count)) {
            assignEach(out, out.strides(), step, count, true);
          } else {
            var places = places();
            boolean taken = movement.blockOnly() == item && places instanceof PositionPlaces listed && listed.take(from, to, item);
            if (!taken) {
              movement.gather(from, places, to, count);
            }
          }
        }
      }
    }
    return out;
  }

  /** Writes over the picked elements; of several values for one element the last one in C order stays. */
  void assign(NDArray values) {
    Views.checkWritable(array);
    long[] shape = shape();
    var v = Views.droppingOnes(values, shape.length);
    Planner.broadcastStrides(Views.layout(v), shape);
    if (v.dtype() != array.dtype()) {
      v = v.astype(array.dtype());
    } else if (Overlap.meets(v, array)) {
      v = v.copy();
    }
    long step = step(Planner.broadcastStrides(Views.layout(v), shape));
    if (step < 0) {
      v = v.broadcastTo(shape).copy();
      step = array.dtype().size() * size(around, before, around.length);
    }
    apart().scatter(v, shape, step);
  }

  private void scatter(NDArray values, long[] shape, long step) {
    long count = size(picked);
    if (count == 0) {
      return;
    }
    long[] ordered = Planner.broadcastStrides(Views.layout(values), shape);
    try (var _ = Hold.of(arrays(values))) {
      if (mask == null && (count > chunk() || size(around) == 0)) {
        // Nothing is written before all positions are known to be inside.
        var all = places();
        while (all.next() >= 0) {
          continue;
        }
      }
      var movement = movement(ordered, step);
      if (placeByPlace(movement, count)) {
        assignEach(values, ordered, step, count, false);
      } else {
        movement.scatter(Access.door().address(values), count, Access.door().address(array) + offset, places());
      }
    }
  }

  /** Whether there are few places with much around each that is not one block: then each is better copied by itself. */
  private boolean placeByPlace(Movement movement, long count) {
    return movement.copies() >= 1024 && movement.copies() / 16 >= count;
  }

  /** Copies what is around each place, the way strided arrays are copied. */
  private void assignEach(NDArray other, long[] otherStrides, long step, long count, boolean read) {
    var around = Layout.of(this.around, strides);
    var ordered = Layout.of(this.around, aroundOf(otherStrides));
    var places = places();
    long done = 0;
    for (int n; (n = places.next()) >= 0;) {
      for (int k = 0; k < n && done < count; k++) {
        var here = Views.of(array, around, offset + places.found[k]);
        var there = Views.of(other, ordered, done++ * step);
        Engine.assign(read ? there : here, read ? here : there);
      }
    }
  }

  private long[] aroundOf(long[] all) {
    long[] rest = Arrays.copyOf(all, around.length);
    System.arraycopy(all, before + picked.length, rest, before, around.length - before);
    return rest;
  }

  /** This with index arrays that no write to the array can change. */
  private Pick apart() {
    var own = positions.clone();
    for (int k = 0; k < own.length; k++) {
      var p = own[k];
      if (Overlap.meets(p.positions(), array)) {
        own[k] = new IndexArray(p.positions().copy(), p.axis(), p.size(), p.stride(), p.bounds());
      }
    }
    var ownMask = mask != null && Overlap.meets(mask, array) ? mask.copy() : mask;
    return new Pick(array, offset, around, strides, before, picked, walk, own, ownMask, maskStrides);
  }

  /** The one step with which values go along all picked axes, or -1 if there is none. */
  private long step(long[] values) {
    long step = 0;
    boolean begun = false;
    long n = 1;
    for (int i = picked.length - 1; i >= 0; i--) {
      if (picked[i] == 1) {
        continue;
      }
      long own = values[before + i];
      if (!begun) {
        step = own;
        begun = true;
      } else if (own != step * n) {
        return -1;
      }
      n *= picked[i];
    }
    return step < 0 ? -1 : step;
  }

  private static long size(long... shape) {
    return size(shape, 0, shape.length);
  }

  private static long size(long[] shape, int from, int to) {
    long n = 1;
    for (int i = from; i < to; i++) {
      n *= shape[i];
    }
    return n;
  }
}
