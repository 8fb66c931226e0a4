package orthant.plan;

import java.lang.ref.Reference;
import orthant.DType;
import orthant.NDArray;
import orthant.kernel.Access;
import orthant.kernel.Kernel;
import orthant.layout.Layout;
import orthant.memory.Storage;

/**
 * The short way of a call whose operands lie side by side, or are single numbers: one loop and nothing to plan. It is the
 * way of most calls, and of a call on ten elements it is nearly the whole price; so it is written out for one, two and three
 * operands, without lists of them. Other layouts take the general way.
 */
final class SideBySide {
  private static final Access ARRAYS = Access.door();

  private SideBySide() {}

  static NDArray apply(Engine engine, Loop loop, NDArray a) {
    Layout la = ARRAYS.layout(a);
    int ia = a.dtype().size();
    if (!la.isContiguous(ia)) {
      return engine.general(loop, a);
    }
    DType type = loop.type();
    int io = type.size();
    KernelEvent event = Recording.open();
    NDArray out = Engine.fresh(type, io == ia ? la : Layout.contiguous(io, la.shape()));
    Storage sa = ARRAYS.storage(a);
    sa.acquire();
    try {
      long n = la.size();
      Recording.ran(loop.unit());
      if (loop.splits()) {
        parts(engine, loop, n, ARRAYS.address(a), ARRAYS.address(out));
      } else if (n <= LoopPlan.CHUNK) {
        loop.unit().run(new long[] {1, n, ARRAYS.address(a), ia, 0, ARRAYS.address(out), io, 0});
      } else {
        Engine.flat(n, new long[] {ia, io}, ARRAYS.address(a), ARRAYS.address(out)).run(loop.unit(), engine.executor(), loop.cost());
      }
    } finally {
      sa.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(out);
    }
    Recording.close(event, loop.name(), out, out, engine);
    return out;
  }

  static NDArray apply(Engine engine, Loop loop, NDArray a, NDArray b) {
    Layout la = ARRAYS.layout(a);
    Layout lb = ARRAYS.layout(b);
    int ia = a.dtype().size();
    int ib = b.dtype().size();
    if (!la.isContiguous(ia) || !lb.isContiguous(ib)) {
      return engine.general(loop, a, b);
    }
    NDArray like = a;
    if (!la.sameShape(lb)) {
      if (isNumberFor(lb, la)) {
        ib = 0;
      } else if (isNumberFor(la, lb)) {
        ia = 0;
        like = b;
      } else {
        return engine.general(loop, a, b);
      }
      if (loop.splits()) {
        return engine.general(loop, a, b);
      }
    }
    DType type = loop.type();
    int io = type.size();
    KernelEvent event = Recording.open();
    NDArray out = Engine.fresh(type, resultLayout(like, io));
    Storage sa = ARRAYS.storage(a);
    Storage sb = ARRAYS.storage(b);
    sa.acquire();
    try {
      sb.acquire();
      try {
        long n = ARRAYS.layout(like).size();
        Kernel kernel = ia == 0 || ib == 0 ? loop.kernel(ia, ib, io) : loop.unit();
        Recording.ran(kernel);
        if (loop.splits()) {
          parts(engine, loop, n, ARRAYS.address(a), ARRAYS.address(b), ARRAYS.address(out));
        } else if (n <= LoopPlan.CHUNK) {
          kernel.run(new long[] {1, n, ARRAYS.address(a), ia, 0, ARRAYS.address(b), ib, 0, ARRAYS.address(out), io, 0});
        } else {
          Engine.flat(n, new long[] {ia, ib, io}, ARRAYS.address(a), ARRAYS.address(b), ARRAYS.address(out))
              .run(kernel, engine.executor(), loop.cost());
        }
      } finally {
        sb.release();
      }
    } finally {
      sa.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(b);
      Reference.reachabilityFence(out);
    }
    Recording.close(event, loop.name(), out, out, engine);
    return out;
  }

  static NDArray apply(Engine engine, Loop loop, NDArray a, NDArray b, NDArray c) {
    Layout la = ARRAYS.layout(a);
    Layout lb = ARRAYS.layout(b);
    Layout lc = ARRAYS.layout(c);
    NDArray like = la.size() != 1 ? a : lb.size() != 1 ? b : c;
    Layout shape = ARRAYS.layout(like);
    boolean movesA = la.sameShape(shape);
    boolean movesB = lb.sameShape(shape);
    boolean movesC = lc.sameShape(shape);
    int ia = a.dtype().size();
    int ib = b.dtype().size();
    int ic = c.dtype().size();
    if (!la.isContiguous(ia) || !lb.isContiguous(ib) || !lc.isContiguous(ic)
        || loop.splits() && !(movesA && movesB && movesC)
        || !(movesA || isNumberFor(la, shape)) || !(movesB || isNumberFor(lb, shape)) || !(movesC || isNumberFor(lc, shape))) {
      return engine.general(loop, a, b, c);
    }
    ia = movesA ? ia : 0;
    ib = movesB ? ib : 0;
    ic = movesC ? ic : 0;
    DType type = loop.type();
    int io = type.size();
    KernelEvent event = Recording.open();
    NDArray out = Engine.fresh(type, resultLayout(like, io));
    Storage sa = ARRAYS.storage(a);
    Storage sb = ARRAYS.storage(b);
    Storage sc = ARRAYS.storage(c);
    sa.acquire();
    try {
      sb.acquire();
      try {
        sc.acquire();
        try {
          long n = shape.size();
          Kernel kernel = movesA && movesB && movesC ? loop.unit() : loop.kernel(ia, ib, ic, io);
          Recording.ran(kernel);
          if (loop.splits()) {
            parts(engine, loop, n, ARRAYS.address(a), ARRAYS.address(b), ARRAYS.address(c), ARRAYS.address(out));
          } else if (n <= LoopPlan.CHUNK) {
            kernel.run(new long[] {1, n, ARRAYS.address(a), ia, 0, ARRAYS.address(b), ib, 0, ARRAYS.address(c), ic, 0, ARRAYS.address(out), io, 0});
          } else {
            Engine.flat(n, new long[] {ia, ib, ic, io}, ARRAYS.address(a), ARRAYS.address(b), ARRAYS.address(c), ARRAYS.address(out))
                .run(kernel, engine.executor(), loop.cost());
          }
        } finally {
          sc.release();
        }
      } finally {
        sb.release();
      }
    } finally {
      sa.release();
      Reference.reachabilityFence(a);
      Reference.reachabilityFence(b);
      Reference.reachabilityFence(c);
      Reference.reachabilityFence(out);
    }
    Recording.close(event, loop.name(), out, out, engine);
    return out;
  }

  /** Runs a loop that loads the two parts of complex numbers as operands of their own. */
  private static void parts(Engine engine, Loop loop, long n, long... wholes) {
    long[] addresses = loop.addresses(wholes);
    if (n <= LoopPlan.CHUNK) {
      loop.unit().run(Loop.frame(n, loop.units(), addresses));
    } else {
      Engine.flat(n, loop.units(), addresses).run(loop.unit(), engine.executor(), loop.cost());
    }
  }

  /** Whether a layout is that of one number, which every element of a shape meets without giving it an axis. */
  private static boolean isNumberFor(Layout number, Layout shape) {
    return number.size() == 1 && number.ndim() <= shape.ndim();
  }

  private static Layout resultLayout(NDArray like, int size) {
    return size == like.dtype().size() ? ARRAYS.layout(like) : Layout.contiguous(size, like.shape());
  }
}
