package orthant.memory;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The operating system's memory.
 *
 * <p>On Linux chunks are mapped, elsewhere they come from {@code malloc}: glibc raises its mapping threshold whenever a
 * mapped piece is freed and then serves pieces of up to 32 MB from a heap that never shrinks, so what the pool gives
 * back would stay with the process. Fresh mapped pages are zero, too.
 */
final class Native {
  /** From here on memory is aligned to huge pages and asks for them: 38 ms became 21 for a fresh result of 80 MB. */
  static final long HUGE = 1L << 21;

  private static final long PAGE = 4096;

  /** Chunks of fewer bytes fit the first-level cache together, wherever they begin. */
  private static final long STAGGERED = 1L << 16;

  /**
   * Large chunks begin at different places of a page. Arrays that all begin at the same one compete for the same sets of
   * the cache when a loop walks through them side by side: {@code add} of 1e6 doubles took 253 us, staggered 207.
   */
  private static final long STAGGER = 9 * 64;

  private static final AtomicLong COUNT = new AtomicLong();
  private static final int PROT_READ_WRITE = 3;
  private static final int MAP_PRIVATE_ANONYMOUS = 0x22;
  private static final int MADV_HUGEPAGE = 14;

  private static final boolean MAPS =
      System.getProperty("os.name").equals("Linux") && !Boolean.getBoolean("orthant.memory.malloc");

  private Native() {}

  private static final class Mapping {
    static final MethodHandle MMAP = bind("mmap", JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_LONG);
    static final MethodHandle MADVISE = bind("madvise", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
  }

  /** By itself, since a short program never returns memory and each function costs milliseconds to bind. */
  private static final class Unmapping {
    static final MethodHandle MUNMAP = bind("munmap", JAVA_INT, JAVA_LONG, JAVA_LONG);
  }

  private static final class Heap {
    static final MethodHandle CALLOC = bind("calloc", JAVA_LONG, JAVA_LONG, JAVA_LONG);
    static final MethodHandle FREE = bind("free", null, JAVA_LONG);
  }

  /**
   * Fresh memory, all zero.
   *
   * @param bytes how many
   * @return the chunk, aligned to 64 bytes, in the first page or huge page of its own; null if there is none
   */
  static Chunk allocate(long bytes) {
    long alignment = bytes >= HUGE ? HUGE : PAGE;
    // Mappings start on a page anyway; everything else needs room to move up to the alignment.
    long stagger = bytes >= STAGGERED ? COUNT.getAndIncrement() % 8 * STAGGER : 0;
    long reserved = (MAPS && alignment == PAGE ? bytes : bytes + alignment) + stagger;
    try {
      long base =
          MAPS
              ? (long) Mapping.MMAP.invokeExact(0L, reserved, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0L)
              : (long) Heap.CALLOC.invokeExact(1L, reserved);
      if (base == (MAPS ? -1 : 0)) {
        return null;
      }
      long address = (base + alignment - 1) & -alignment;
      if (MAPS && alignment == HUGE) {
        // Advice only: where the kernel has no huge pages, small ones serve.
        int ignored = (int) Mapping.MADVISE.invokeExact(address, bytes + stagger, MADV_HUGEPAGE);
      }
      return new Chunk(address + stagger, bytes, base, reserved);
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  /**
   * Returns memory.
   *
   * @param chunk what {@link #allocate} gave; used by nobody any more
   */
  static void free(Chunk chunk) {
    try {
      if (MAPS) {
        int ignored = (int) Unmapping.MUNMAP.invokeExact(chunk.base(), chunk.reserved());
      } else {
        Heap.FREE.invokeExact(chunk.base());
      }
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle bind(String name, MemoryLayout result, MemoryLayout... arguments) {
    var linker = Linker.nativeLinker();
    var type = result == null ? FunctionDescriptor.ofVoid(arguments) : FunctionDescriptor.of(result, arguments);
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
  }
}
