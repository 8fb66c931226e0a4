package orthant.plan;
import orthant.*;
import orthant.op.*;
/** Stub. */
public final class Engine {
  private Engine() {}
  /** x. */ public static NDArray apply(Op op, NDArray... in) { throw new UnsupportedOperationException(op.name()); }
  /** x. */ public static NDArray cast(NDArray a, DType t) { throw new UnsupportedOperationException(); }
  /** x. */ public static void assign(NDArray a, NDArray b) { throw new UnsupportedOperationException(); }
  /** x. */ public static NDArray weak(NDArray a, double v) { return Nd.scalar(a.dtype().isFloat() ? a.dtype() : DType.float64, v); }
  /** x. */ public static NDArray weak(NDArray a, long v) { return Nd.scalar(a.dtype().isBool() ? DType.int64 : a.dtype(), v); }
  /** x. */ public static NDArray reduce(Fold f, NDArray a, Axes axes) { throw new UnsupportedOperationException(f.name()); }
}
