package orthant.linalg.blas;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** The system loader's own words on why a library does not load; Java's lookup drops them. */
final class LoaderError {
  private static final int RTLD_LAZY = 1;

  private LoaderError() {}

  /**
   * Tries once more, to hear the reason.
   *
   * @param path what did not load
   * @return a sentence with the path and, where the system gives one, the reason
   */
  @SuppressWarnings("restricted")
  static String of(String path) {
    var linker = Linker.nativeLinker();
    var lookup = linker.defaultLookup();
    var open = lookup.find("dlopen");
    var error = lookup.find("dlerror");
    if (open.isEmpty() || error.isEmpty()) {
      return "cannot load " + path;
    }
    try (var arena = Arena.ofConfined()) {
      var type = FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
      var opened = (MemorySegment) linker.downcallHandle(open.get(), type).invokeExact(arena.allocateFrom(path), RTLD_LAZY);
      if (opened.address() != 0) {
        return "cannot load " + path;
      }
      var reason = (MemorySegment) linker.downcallHandle(error.get(), FunctionDescriptor.of(ValueLayout.ADDRESS)).invokeExact();
      return "cannot load " + (reason.address() == 0 ? path : reason.reinterpret(4096).getString(0));
    } catch (Throwable e) {
      return "cannot load " + path;
    }
  }
}
