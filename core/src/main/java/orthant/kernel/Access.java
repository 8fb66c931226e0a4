package orthant.kernel;

import orthant.DType;
import orthant.NDArray;
import orthant.layout.Layout;
import orthant.memory.Storage;

/**
 * The one door into an array, for the engine and for native code.
 *
 * <p>Users of an array never see an address. What needs one (the planner, BLAS, MPI) comes through here, and takes on
 * the duty that goes with it: acquire the storage, stay inside the layout, release the storage, and keep the array
 * reachable until then.
 */
public abstract class Access {
  private static Access installed;

  private static final class Holder {
    static final Access DOOR = load();

    private static Access load() {
      try {
        // The array class installs the door while it initialises.
        Class.forName(NDArray.class.getName(), true, NDArray.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        throw new AssertionError(e);
      }
      return installed;
    }
  }

  /** For the array class. */
  protected Access() {}

  /**
   * Called once, by the array class.
   *
   * @param door its implementation
   */
  public static void install(Access door) {
    installed = door;
  }

  /**
   * The door.
   *
   * @return the only instance
   */
  public static Access door() {
    return Holder.DOOR;
  }

  /**
   * Shape and strides.
   *
   * @param array an array
   * @return its layout
   */
  public abstract Layout layout(NDArray array);

  /**
   * The owner of the bytes.
   *
   * @param array an array
   * @return its storage
   */
  public abstract Storage storage(NDArray array);

  /**
   * Where element (0, 0, ...) lies.
   *
   * @param array an array
   * @return an absolute address, meaningless for an array without elements
   */
  public abstract long address(NDArray array);

  /**
   * Makes an array over memory; the caller has checked that the layout stays inside the storage.
   *
   * @param dtype the element type
   * @param layout shape and strides
   * @param storage the owner of the bytes
   * @param address where element (0, 0, ...) lies
   * @param readOnly whether writes are refused
   * @return the array
   */
  public abstract NDArray wrap(DType dtype, Layout layout, Storage storage, long address, boolean readOnly);
}
