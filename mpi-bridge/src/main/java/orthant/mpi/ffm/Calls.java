package orthant.mpi.ffm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * The functions of MPI that are used, one component each.
 *
 * <p>A signature has one letter per parameter: {@code i} an int, {@code a} an address or address-sized integer, {@code h} a
 * handle. In Java an address and a handle are both a {@code long}, whatever a handle is in the library. All return the
 * error code. The components are constants to the JIT compiler because the record itself is in a static final field.
 */
record Calls(
    @C(name = "MPI_Initialized", args = "a") MethodHandle initialized,
    @C(name = "MPI_Init_thread", args = "aaia") MethodHandle initThread,
    @C(name = "MPI_Finalized", args = "a") MethodHandle finalized,
    @C(name = "MPI_Finalize", args = "") MethodHandle finish,
    @C(name = "MPI_Abort", args = "hi") MethodHandle abort,
    @C(name = "MPI_Get_library_version", args = "aa") MethodHandle libraryVersion,
    @C(name = "MPI_Error_class", args = "ia") MethodHandle errorClass,
    @C(name = "MPI_Error_string", args = "iaa") MethodHandle errorString,
    @C(name = "MPI_Comm_size", args = "ha") MethodHandle commSize,
    @C(name = "MPI_Comm_rank", args = "ha") MethodHandle commRank,
    @C(name = "MPI_Comm_dup", args = "ha") MethodHandle commDup,
    @C(name = "MPI_Comm_get_attr", args = "hiaa") MethodHandle commGetAttr,
    @C(name = "MPI_Comm_set_errhandler", args = "hh") MethodHandle commSetErrhandler,
    @C(name = "MPI_Isend", args = "aihiiha") MethodHandle isend,
    @C(name = "MPI_Irecv", args = "aihiiha") MethodHandle irecv,
    @C(name = "MPI_Test", args = "aaa") MethodHandle test,
    @C(name = "MPI_Cancel", args = "a") MethodHandle cancel,
    @C(name = "MPI_Test_cancelled", args = "aa") MethodHandle testCancelled,
    @C(name = "MPI_Iprobe", args = "iihaa") MethodHandle iprobe,
    @C(name = "MPI_Improbe", args = "iihaaa") MethodHandle improbe,
    @C(name = "MPI_Imrecv", args = "aihaa") MethodHandle imrecv,
    @C(name = "MPI_Mrecv", args = "aihaa") MethodHandle mrecv,
    @C(name = "MPI_Get_elements_x", args = "aha") MethodHandle getElements,
    @C(name = "MPI_Barrier", args = "h") MethodHandle barrier,
    @C(name = "MPI_Bcast", args = "aihih") MethodHandle bcast,
    @C(name = "MPI_Allreduce", args = "aaihhh") MethodHandle allreduce,
    @C(name = "MPI_Op_create", args = "aia") MethodHandle opCreate,
    @C(name = "MPI_Type_create_hvector", args = "iiaha") MethodHandle typeHvector,
    @C(name = "MPI_Type_create_struct", args = "iaaaa") MethodHandle typeStruct,
    @C(name = "MPI_Type_commit", args = "a") MethodHandle typeCommit,
    @C(name = "MPI_Type_free", args = "a") MethodHandle typeFree) {

  /** How a component is bound. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.RECORD_COMPONENT)
  @interface C {
    /** The function. */
    String name();

    /** Its parameters. */
    String args();
  }

  /** Binds all functions of a library. */
  static Calls bind(DynamicLibrary library, Flavour flavour) {
    var components = Calls.class.getRecordComponents();
    var handles = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      var c = components[i].getAnnotation(C.class);
      handles[i] = bind(library.require(c.name()), c.args(), flavour);
    }
    try {
      var types = new Class<?>[components.length];
      Arrays.fill(types, MethodHandle.class);
      return Calls.class.getDeclaredConstructor(types).newInstance(handles);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @SuppressWarnings("restricted")
  private static MethodHandle bind(long address, String args, Flavour flavour) {
    var layouts = new MemoryLayout[args.length()];
    var type = MethodType.methodType(int.class);
    for (int i = 0; i < layouts.length; i++) {
      boolean isInt = args.charAt(i) == 'i';
      boolean narrow = isInt || args.charAt(i) == 'h' && flavour.handleSize == 4;
      layouts[i] = narrow ? ValueLayout.JAVA_INT : ValueLayout.JAVA_LONG;
      type = type.appendParameterTypes(isInt ? int.class : long.class);
    }
    var call = Linker.nativeLinker()
        .downcallHandle(MemorySegment.ofAddress(address), FunctionDescriptor.of(ValueLayout.JAVA_INT, layouts));
    return MethodHandles.explicitCastArguments(call, type);
  }
}
