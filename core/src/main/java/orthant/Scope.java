package orthant;

import orthant.kernel.Access;
import orthant.memory.Region;

/**
 * Frees the arrays that a thread makes between {@link #open()} and {@link #close()} at once, without waiting for the
 * garbage collector.
 *
 * <pre>{@code
 * NDArray result;
 * try (var scope = Scope.open()) {
 *   var centred = x.subtract(x.mean(0));             // freed at the end of the block
 *   result = scope.keep(centred.divide(x.std(0)));   // not freed
 * }
 * }</pre>
 *
 * <p>A scope belongs to the thread that opened it: it owns the arrays that this thread makes, including those of
 * operations that run on several threads, and only this thread closes it. Scopes nest, the innermost owns. Every thread
 * may use the arrays while the scope is open; afterwards every use, also through views, is an {@link
 * IllegalStateException}. An operation that another thread has begun before ends well: its memory is released after it.
 *
 * <p>Arrays of a scope that is never closed are freed by the garbage collector, as those outside of scopes.
 */
public final class Scope implements AutoCloseable {
  private final Region region;

  private Scope(Region region) {
    this.region = region;
  }

  /**
   * Opens a scope inside the calling thread's innermost open one.
   *
   * @return the scope, to be closed by the same thread
   */
  public static Scope open() {
    return new Scope(Region.open());
  }

  /**
   * Takes an array out of this scope into the scope around it, or, if there is none, into the care of the garbage
   * collector. The memory of a large array is handed on, a small one and a view of a part are copied; so the result may
   * or may not share memory with the array, which itself ends with this scope all the same.
   *
   * @param array any array
   * @return an array with the same type, shape and elements that outlives this scope; the array itself if it does
   * @throws IllegalStateException if the array was released, this scope is closed, or it belongs to another thread
   */
  public NDArray keep(NDArray array) {
    var door = Access.door();
    var storage = door.storage(array);
    if (region.isOutlivedBy(storage)) {
      return array;
    }
    var layout = door.layout(array);
    long bytes = layout.size() * array.dtype().size();
    if (bytes >= storage.byteSize() / 2) {
      var owner = region.take(storage);
      if (owner != null) {
        return door.wrap(array.dtype(), layout, owner, door.address(array), array.isReadOnly());
      }
    }
    return region.outside(array::copy);
  }

  /**
   * Releases the memory of all arrays that were made in this scope and not kept. Closing again does nothing.
   *
   * @throws IllegalStateException if another thread has opened this scope, or if one inside it is still open; nothing is
   *     released then
   */
  @Override
  public void close() {
    region.close();
  }
}
