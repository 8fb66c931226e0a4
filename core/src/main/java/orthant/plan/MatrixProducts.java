package orthant.plan;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.ServiceLoader;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.kernel.Access;
import orthant.kernel.MatrixProduct;
import orthant.kernel.ReferenceProduct;
import orthant.layout.Layout;
import orthant.layout.Shapes;
import orthant.op.TypeRule;

/** Runs matmul: promotion, shapes, overlap, and then the best {@link MatrixProduct} there is. */
public final class MatrixProducts {
  /** The system property that chooses an engine by name. */
  public static final String PROPERTY = "orthant.matmul";

  private MatrixProducts() {}

  private static final class Holder {
    static final MatrixProduct BEST = choose(System.getProperty(PROPERTY));
  }

  private static MatrixProduct choose(String name) {
    var all = new ArrayList<MatrixProduct>();
    ServiceLoader.load(MatrixProduct.class, MatrixProduct.class.getClassLoader()).forEach(all::add);
    all.add(new ReferenceProduct());
    if (name != null) {
      return all.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow(() -> new IllegalStateException(
          PROPERTY + "=" + name + ", but there are only " + all.stream().map(MatrixProduct::name).toList()));
    }
    var best = all.stream().max(Comparator.comparingInt(MatrixProduct::priority)).orElseThrow();
    if (best instanceof ReferenceProduct) {
      System.getLogger("orthant").log(System.Logger.Level.WARNING,
          "Orthant multiplies matrices one element at a time: add the dependency orthant-linalg and it is hundreds of times faster");
    }
    return best;
  }

  /**
   * The product of two arrays in fresh memory.
   *
   * @param a (k,) or (..., m, k)
   * @param b (k,) or (..., k, n)
   * @return the product, in C order
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public static NDArray multiply(NDArray a, NDArray b) {
    var door = Access.door();
    long[] shape = MatrixPlanner.shape(door.layout(a).shape(), door.layout(b).shape());
    var type = TypeRule.promote(a.dtype(), b.dtype());
    var lane = computed(type);
    if (type.isComplex()) {
      return complex(a.dtype() == type ? a : a.astype(type), b.dtype() == type ? b : b.astype(type), shape);
    }
    if (lane != type) {
      return multiply(a.astype(lane), b.astype(lane)).astype(type);
    }
    var c = Nd.empty(type, shape);
    run(isFit(a, type) ? a : a.astype(type), isFit(b, type) ? b : b.astype(type), c);
    return c;
  }

  /** Whether native code may use an array as it is; it would not survive it if a mapped file were cut short. */
  private static boolean isFit(NDArray a, DType type) {
    return a.dtype() == type && !Access.door().storage(a).isMapped();
  }

  /**
   * The type in which products of a type are computed: narrow integers are the low bits of wide ones, whatever their sign, and
   * float16 is rounded from float32.
   */
  private static DType computed(DType type) {
    return switch (type) {
      case int8, int16, uint8, uint16, uint32 -> DType.int32;
      case uint64 -> DType.int64;
      case float16 -> DType.float32;
      default -> type;
    };
  }

  private static NDArray complex(NDArray a, NDArray b, long[] shape) {
    var c = Nd.empty(a.dtype(), shape);
    var ar = a.real().copy();
    var ai = a.imag().copy();
    var br = b.real().copy();
    var bi = b.imag().copy();
    c.real().assign(multiply(ar, br).subtract(multiply(ai, bi)));
    c.imag().assign(multiply(ar, bi).add(multiply(ai, br)));
    return c;
  }

  /**
   * The product of two arrays in given memory.
   *
   * @param a (k,) or (..., m, k)
   * @param b (k,) or (..., k, n)
   * @param out the result; of exactly the shape of the product; may overlap with the operands
   * @return out
   * @throws IllegalArgumentException if the shapes do not fit, or the product cannot be cast to out's type within its kind
   * @throws UnsupportedOperationException if out is read-only
   */
  public static NDArray multiply(NDArray a, NDArray b, NDArray out) {
    var door = Access.door();
    var la = door.layout(a);
    var lb = door.layout(b);
    var lc = door.layout(out);
    long[] shape = MatrixPlanner.shape(la.shape(), lb.shape());
    var type = TypeRule.promote(a.dtype(), b.dtype());
    if (!Arrays.equals(shape, lc.shape())) {
      throw new IllegalArgumentException("cannot write a product of shape " + Shapes.text(shape) + " into an array of shape "
          + Shapes.text(lc.shape()) + "; they must be equal");
    }
    if (type.kind().compareTo(out.dtype().kind()) > 0) {
      throw new IllegalArgumentException(
          "cannot write a product of type " + type + " into an array of type " + out.dtype() + "; the type must be of the same kind");
    }
    if (out.isReadOnly()) {
      throw new UnsupportedOperationException("cannot write a product into a read-only array of shape " + Shapes.text(shape));
    }
    int item = type.size();
    boolean direct = computed(type) == type && !type.isComplex() && isFit(a, type) && isFit(b, type) && isFit(out, type)
        && (lc.ndim() == 0 || lc.isContiguous(item) || hasPlainRows(lc, item))
        && !overlap(la, door.address(a), lc, door.address(out), item) && !overlap(lb, door.address(b), lc, door.address(out), item);
    if (direct) {
      run(a, b, out);
      return out;
    }
    return out.assign(multiply(a, b));
  }

  /** Whether the last axis has no gaps and no two elements share a place, so that a kernel can write rows. */
  private static boolean hasPlainRows(Layout c, int item) {
    if (c.stride(c.ndim() - 1) != item) {
      return false;
    }
    long extent = c.shape(c.ndim() - 1) * item;
    for (int axis = c.ndim() - 2; axis >= 0; axis--) {
      if (c.shape(axis) > 1 && c.stride(axis) < extent) {
        return false;
      }
      extent = Math.max(extent, c.shape(axis) * c.stride(axis));
    }
    return true;
  }

  private static boolean overlap(Layout a, long at, Layout c, long to, int item) {
    return at + a.lowByte() < to + c.highByte(item) && to + c.lowByte() < at + a.highByte(item);
  }

  private static void run(NDArray a, NDArray b, NDArray c) {
    if (c.size() == 0) {
      return;
    }
    var door = Access.door();
    var sa = door.storage(a);
    var sb = door.storage(b);
    var sc = door.storage(c);
    sa.acquire();
    try {
      sb.acquire();
      try {
        sc.acquire();
        try {
          var loop = MatrixPlanner.plan(c.dtype(), door.layout(a), door.address(a), door.layout(b), door.address(b), door.layout(c),
              door.address(c));
          var event = Recording.open();
          Holder.BEST.multiply(loop);
          if (event != null) {
            Recording.ran(Holder.BEST.form(loop));
            Recording.close(event, "matmul", c, null, Engine.current());
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
    }
  }
}
