package orthant.mpi.ffm;

import static orthant.mpi.ffm.Library.CALLS;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import java.util.LinkedHashMap;
import orthant.DType;
import orthant.layout.Layout;
import orthant.mpi.transport.Message;
import orthant.mpi.transport.StridedCopy.Axes;

/**
 * MPI datatypes for views: one datatype describes a whole view, so a view travels as one element of it, straight from and
 * into its place. This also serves arrays with more elements than an int can count.
 */
final class Datatypes {
  /** The most elements that one call is given as a count. Lowered by tests, which have no room for the real limit. */
  static final int CHUNK = Integer.getInteger("orthant.mpi.chunk", 1 << 30);

  private static final int KEPT = 128;

  private record Key(DType dtype, Layout layout) {}

  /** A committed datatype; it stays while someone is about to use it. */
  static final class Entry {
    private final long handle;
    private int users;

    private Entry(long handle) {
      this.handle = handle;
    }

    long handle() {
      return handle;
    }
  }

  private final Library library;
  private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  Datatypes(Library library) {
    this.library = library;
  }

  /** The datatype of a view, made when first asked for; to be given back once the call that uses it was made. */
  synchronized Entry take(Message message) {
    var key = new Key(message.dtype(), message.layout());
    var entry = entries.get(key);
    if (entry == null) {
      entry = new Entry(make(message));
      entries.put(key, entry);
      // The library keeps a freed datatype until the calls that use it have ended.
      var oldest = entries.values().iterator();
      while (entries.size() > KEPT && oldest.hasNext()) {
        var old = oldest.next();
        if (old.users == 0 && old != entry) {
          free(old.handle);
          oldest.remove();
        }
      }
    }
    entry.users++;
    return entry;
  }

  synchronized void give(Entry entry) {
    entry.users--;
  }

  /** At the end, when nothing is under way. */
  synchronized void freeAll() {
    entries.values().forEach(entry -> free(entry.handle));
    entries.clear();
  }

  private long make(Message message) {
    int item = message.dtype().size();
    var axes = Axes.of(message.layout(), item);
    long type = library.type(message.dtype());
    boolean derived = false;
    for (int i = axes.shape().length - 1; i >= 0; i--) {
      long outer = repeat(type, axes.shape()[i], axes.strides()[i]);
      if (derived) {
        free(type);
      }
      type = outer;
      derived = true;
    }
    try (var arena = Arena.ofConfined()) {
      var out = arena.allocate(8, 8);
      library.setHandle(out.address(), type);
      library.check((int) CALLS.typeCommit().invokeExact(out.address()), "MPI_Type_commit");
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
    return type;
  }

  private long repeat(long type, long count, long stride) {
    if (count <= CHUNK) {
      return vector((int) count, stride, type);
    }
    long chunk = vector(CHUNK, stride, type);
    long whole = repeat(chunk, count / CHUNK, stride * CHUNK);
    free(chunk);
    if (count % CHUNK == 0) {
      return whole;
    }
    long rest = vector((int) (count % CHUNK), stride, type);
    long both = pair(whole, rest, count / CHUNK * CHUNK * stride);
    free(whole);
    free(rest);
    return both;
  }

  private long vector(int count, long stride, long type) {
    try (var arena = Arena.ofConfined()) {
      var out = arena.allocate(8, 8);
      library.check((int) CALLS.typeHvector().invokeExact(count, 1, stride, type, out.address()), "MPI_Type_create_hvector");
      return library.handleAt(out.address());
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  private long pair(long first, long second, long distance) {
    try (var arena = Arena.ofConfined()) {
      var out = arena.allocate(8, 8);
      var lengths = arena.allocateFrom(ValueLayout.JAVA_INT, 1, 1);
      var places = arena.allocateFrom(ValueLayout.JAVA_LONG, 0, distance);
      var types = arena.allocate(16, 8);
      library.setHandle(types.address(), first);
      library.setHandle(types.address() + library.flavour().handleSize, second);
      library.check(
          (int) CALLS.typeStruct().invokeExact(2, lengths.address(), places.address(), types.address(), out.address()),
          "MPI_Type_create_struct");
      return library.handleAt(out.address());
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  private void free(long type) {
    try (var arena = Arena.ofConfined()) {
      var out = arena.allocate(8, 8);
      library.setHandle(out.address(), type);
      library.check((int) CALLS.typeFree().invokeExact(out.address()), "MPI_Type_free");
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }
}
