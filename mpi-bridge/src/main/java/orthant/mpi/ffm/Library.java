package orthant.mpi.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import orthant.DType;
import orthant.memory.Raw;
import orthant.mpi.MpiException;
import orthant.mpi.MpiException.Reason;

/**
 * The MPI library of this process: which one, its functions and its constants. There can be only one, and it is bound in
 * static final fields so that a call through it costs what a call in C costs.
 */
final class Library {
  private static final Library LOADED;
  private static final RuntimeException FAILURE;

  /** The functions. */
  static final Calls CALLS;

  static {
    Library loaded = null;
    RuntimeException failure = null;
    try {
      loaded = load();
    } catch (RuntimeException e) {
      failure = e;
    }
    LOADED = loaded;
    FAILURE = failure;
    CALLS = loaded == null ? null : loaded.calls;
  }

  private final String name;
  private final Flavour flavour;
  private final Calls calls;
  private final long[] constants;

  private Library(DynamicLibrary library, Flavour flavour) {
    this.name = library.name();
    this.flavour = flavour;
    this.calls = Calls.bind(library, flavour);
    var rows = Constant.values();
    constants = new long[rows.length];
    for (var row : rows) {
      constants[row.ordinal()] = row.in(flavour, library);
    }
  }

  /**
   * The library.
   *
   * @throws MpiException if none could be loaded
   */
  static Library get() {
    if (FAILURE != null) {
      throw FAILURE;
    }
    return LOADED;
  }

  private static Library load() {
    // UCX otherwise reports every SIGSEGV as a crash, and the JVM makes use of SIGSEGV all the time.
    Signals.environment("UCX_ERROR_SIGNALS", "");
    // Open MPI 4.1 writes all of a message that is too long past the end of the array when it fetches it from the other
    // process's memory. Copying through shared memory heeds the length, and was no slower.
    Signals.environment("OMPI_MCA_btl_vader_single_copy_mechanism", "none");
    var launcher = Launcher.detect();
    var chosen = System.getProperty("orthant.mpi.library");
    var names = chosen != null ? List.of(chosen) : launcher.libraries();
    var reasons = new ArrayList<String>();
    for (var name : names) {
      try {
        var library = DynamicLibrary.open(name);
        return new Library(library, flavour(library));
      } catch (UnsatisfiedLinkError e) {
        reasons.add(e.getMessage());
      }
    }
    throw new MpiException(
        Reason.STARTUP,
        "started by " + launcher.name() + ", but found no MPI library that belongs to it; tried\n  " + String.join("\n  ", reasons)
            + "\nname one with -Dorthant.mpi.library=PATH");
  }

  @SuppressWarnings("restricted")
  private static Flavour flavour(DynamicLibrary library) {
    long abiVersion = library.find("MPI_Abi_get_version");
    if (abiVersion != 0) {
      var call = Linker.nativeLinker().downcallHandle(
          MemorySegment.ofAddress(abiVersion),
          FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
      try (var arena = Arena.ofConfined()) {
        var version = arena.allocate(8, 8);
        int code = (int) call.invokeExact(version, version.asSlice(4));
        // A library without the ABI has the function too, and says -1.
        if (code == 0 && version.get(ValueLayout.JAVA_INT, 0) > 0) {
          return Flavour.ABI;
        }
      } catch (Error | RuntimeException e) {
        throw e;
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
    return library.find("ompi_mpi_comm_self") != 0 ? Flavour.OPEN_MPI : Flavour.MPICH;
  }

  String name() {
    return name;
  }

  Flavour flavour() {
    return flavour;
  }

  long get(Constant constant) {
    return constants[constant.ordinal()];
  }

  /** The MPI datatype of an element. */
  long type(DType dtype) {
    return get(Constant.of(dtype));
  }

  /** Reads a handle that the library stored. */
  long handleAt(long address) {
    return flavour.handleSize == 4 ? Raw.getInt(address) : Raw.getLong(address);
  }

  /** Stores a handle for the library. */
  void setHandle(long address, long handle) {
    if (flavour.handleSize == 4) {
      Raw.setInt(address, (int) handle);
    } else {
      Raw.setLong(address, handle);
    }
  }

  /** Throws unless a call succeeded. */
  void check(int code, String function) {
    if (code != 0) {
      throw new MpiException(Reason.LIBRARY, text(code, function));
    }
  }

  boolean isTruncation(int code) {
    return code != 0 && errorClass(code) == get(Constant.ERR_TRUNCATE);
  }

  /** What the library says about an error code. */
  String text(int code, String function) {
    try (var arena = Arena.ofConfined()) {
      var text = arena.allocate(8192);
      var length = arena.allocate(8);
      int ignored = (int) calls.errorString().invokeExact(code, text.address(), length.address());
      return function + " failed with error class " + errorClass(code) + ": " + text.getString(0);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private int errorClass(int code) {
    try (var arena = Arena.ofConfined()) {
      var out = arena.allocate(8);
      int ignored = (int) calls.errorClass().invokeExact(code, out.address());
      return out.get(ValueLayout.JAVA_INT, 0);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The library's name and version. */
  String version() {
    try (var arena = Arena.ofConfined()) {
      var text = arena.allocate(8192);
      var length = arena.allocate(8);
      check((int) calls.libraryVersion().invokeExact(text.address(), length.address()), "MPI_Get_library_version");
      var all = text.getString(0).strip();
      return all.lines().findFirst().orElse(all).replaceAll("\\s+", " ");
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** What a method handle throws although MPI functions throw nothing. */
  static RuntimeException unexpected(Throwable e) {
    if (e instanceof RuntimeException runtime) {
      return runtime;
    }
    if (e instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e);
  }
}
