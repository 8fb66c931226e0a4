package orthant.mpi.ffm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * A shared library opened so that its symbols are visible to the plug-ins that it loads itself, which Java's own look-ups
 * do not offer. It is never closed: MPI cannot be unloaded.
 */
@SuppressWarnings("restricted")
final class DynamicLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final int RTLD_NOW = 2;
  private static final int RTLD_GLOBAL = System.getProperty("os.name").startsWith("Mac") ? 8 : 0x100;
  private static final MethodHandle DLOPEN =
      system("dlopen", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
  private static final MethodHandle DLSYM =
      system("dlsym", FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS));
  private static final MethodHandle DLERROR = system("dlerror", FunctionDescriptor.of(ValueLayout.ADDRESS));

  private final String name;
  private final long handle;

  private DynamicLibrary(String name, long handle) {
    this.name = name;
    this.handle = handle;
  }

  /** A function of the C library. */
  static MethodHandle system(String name, FunctionDescriptor descriptor) {
    return LINKER.downcallHandle(LINKER.defaultLookup().findOrThrow(name), descriptor);
  }

  /**
   * Opens a library.
   *
   * @param name a path or soname
   * @throws UnsatisfiedLinkError with the loader's reason
   */
  static DynamicLibrary open(String name) {
    try (var arena = Arena.ofConfined()) {
      long handle = (long) DLOPEN.invokeExact(arena.allocateFrom(name), RTLD_NOW | RTLD_GLOBAL);
      if (handle == 0) {
        var reason = (MemorySegment) DLERROR.invokeExact();
        throw new UnsatisfiedLinkError(reason.equals(MemorySegment.NULL) ? name : reason.reinterpret(Integer.MAX_VALUE).getString(0));
      }
      return new DynamicLibrary(name, handle);
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** The address of a symbol, 0 if there is none. */
  long find(String symbol) {
    try (var arena = Arena.ofConfined()) {
      return (long) DLSYM.invokeExact(handle, arena.allocateFrom(symbol));
    } catch (Error | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /** The address of a symbol that must be there. */
  long require(String symbol) {
    long address = find(symbol);
    if (address == 0) {
      throw new UnsatisfiedLinkError(name + " has no symbol " + symbol);
    }
    return address;
  }

  String name() {
    return name;
  }
}
