package orthant.kernel;

import java.util.function.ObjIntConsumer;
import orthant.DType;
import orthant.Index;
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

  /** Where the elements that an index picks lie, in their order; chunk by chunk. */
  public interface Picked {
    /**
     * The shape of what is picked.
     *
     * @return a new array
     */
    long[] shape();

    /**
     * Lists all places, from the first one on; those of index arrays are read anew. They are inside of the array.
     *
     * @param most the most places of a chunk
     * @param hear is given a list of places, in bytes from the array's first element, and how many of them count
     * @throws IndexOutOfBoundsException if one is outside
     */
    void list(int most, ObjIntConsumer<long[]> hear);
  }

  /**
   * What an index picks.
   *
   * @param array an array
   * @param parts the index
   * @return the places
   * @throws IndexOutOfBoundsException if the index does not fit the array
   */
  public abstract Picked pick(NDArray array, Index... parts);

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
