package orthant.memory;

/**
 * Who keeps the bytes of an array alive.
 *
 * <p>Every array and every view of it holds the same storage, so memory that the garbage collector manages lives as
 * long as any view. Memory of a scope ends with the scope: from then on {@link #checkAlive()} throws. {@link #acquire()}
 * and {@link #release()} bracket raw use; they cost nothing for memory that only unreachability can free.
 */
public abstract class Storage {
  /** For the storages of this package. */
  protected Storage() {}

  /**
   * The lowest address.
   *
   * @return an absolute address
   */
  public abstract long address();

  /**
   * How many bytes there are.
   *
   * @return the size in bytes
   */
  public abstract long byteSize();

  /**
   * Whether the bytes may be used.
   *
   * @return false once the owner has released them
   */
  public abstract boolean isAlive();

  /**
   * Insists that the bytes may be used.
   *
   * @throws IllegalStateException if the owner has released them, or they belong to another thread
   */
  public abstract void checkAlive();

  /**
   * Insists that the bytes may be used, and keeps them until {@link #release()}.
   *
   * @throws IllegalStateException if the owner has released them, or they belong to another thread
   */
  public void acquire() {
    checkAlive();
  }

  /** Ends what {@link #acquire()} began. */
  public void release() {}
}
