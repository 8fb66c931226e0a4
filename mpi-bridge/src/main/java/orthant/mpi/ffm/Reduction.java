package orthant.mpi.ffm;

import static orthant.mpi.ffm.Library.CALLS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import orthant.DType;
import orthant.Scope;
import orthant.memory.Raw;
import orthant.mpi.MpiException;
import orthant.mpi.MpiOp;
import orthant.mpi.transport.Combine;
import orthant.mpi.transport.Message;

/**
 * The library's reduction operations, and our own where its do not mean the same: MPI_MAX and MPI_MIN compare as C does,
 * so that whether a NaN survives depends on the order of the ranks.
 */
final class Reduction {
  private record Key(MpiOp op, DType dtype) {}

  private static volatile Throwable upcallFailure;

  private final Library library;
  private final Map<Key, Long> own = new HashMap<>();

  Reduction(Library library) {
    this.library = library;
  }

  /** The operation's handle. */
  synchronized long handle(MpiOp op, DType dtype) {
    if (dtype.isFloat() && op != MpiOp.SUM || dtype.isComplex() || dtype == DType.float16) {
      return own.computeIfAbsent(new Key(op, dtype), this::create);
    }
    return library.get(switch (op) {
      case SUM -> dtype.isBool() ? Constant.OR : Constant.SUM;
      case MIN -> dtype.isBool() ? Constant.AND : Constant.MIN;
      case MAX -> dtype.isBool() ? Constant.OR : Constant.MAX;
    });
  }

  @SuppressWarnings("restricted")
  private long create(Key key) {
    try (var arena = Arena.ofConfined()) {
      MethodHandle combine = MethodHandles.lookup().findStatic(
          Reduction.class, "combine",
          MethodType.methodType(void.class, MpiOp.class, DType.class, long.class, long.class, long.class, long.class));
      var address = ValueLayout.JAVA_LONG;
      var stub = Linker.nativeLinker().upcallStub(
          MethodHandles.insertArguments(combine, 0, key.op, key.dtype),
          FunctionDescriptor.ofVoid(address, address, address, address), Arena.global());
      var out = arena.allocate(8, 8);
      library.check((int) CALLS.opCreate().invokeExact(stub.address(), 1, out.address()), "MPI_Op_create");
      return library.handleAt(out.address());
    } catch (Throwable e) {
      throw Library.unexpected(e);
    }
  }

  /** Called by the library. Nothing may leave this method: an exception in an upcall ends the JVM. */
  private static void combine(MpiOp op, DType dtype, long in, long inOut, long length, long ignored) {
    try (var _ = Scope.open()) {
      int count = Raw.getInt(length);
      var a = Message.over(dtype, in, count);
      var b = Message.over(dtype, inOut, count);
      var result = Message.of(Combine.apply(op, a.array(), b.array()));
      Raw.copy(result.address(), inOut, result.bytes());
      result.release();
    } catch (Throwable e) {
      upcallFailure = e;
    }
  }

  /** Throws what an upcall could not throw. */
  static void rethrow() {
    var failure = upcallFailure;
    if (failure != null) {
      upcallFailure = null;
      throw new MpiException(MpiException.Reason.LIBRARY, "combining the elements failed: " + failure, failure);
    }
  }
}
