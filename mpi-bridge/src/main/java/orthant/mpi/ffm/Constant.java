package orthant.mpi.ffm;

import orthant.DType;

/**
 * The table: what MPI's names stand for in each of the three families. For Open MPI a handle is the address of a symbol, so
 * the first column holds the symbol's name or a number.
 */
enum Constant {
  COMM_WORLD("ompi_mpi_comm_world", 0x44000000, 0x101),
  REQUEST_NULL("ompi_request_null", 0x2c000000, 0x180),
  ERRORS_RETURN("ompi_mpi_errors_return", 0x54000001, 0x143),

  BYTE("ompi_mpi_byte", 0x4c00010d, 0x247),
  BOOL("ompi_mpi_c_bool", 0x4c00013f, 0x238),
  INT8("ompi_mpi_int8_t", 0x4c000137, 0x240),
  INT16("ompi_mpi_int16_t", 0x4c000238, 0x248),
  INT32("ompi_mpi_int32_t", 0x4c000439, 0x250),
  INT64("ompi_mpi_int64_t", 0x4c00083a, 0x258),
  UINT8("ompi_mpi_uint8_t", 0x4c00013b, 0x241),
  UINT16("ompi_mpi_uint16_t", 0x4c00023c, 0x249),
  UINT32("ompi_mpi_uint32_t", 0x4c00043d, 0x251),
  UINT64("ompi_mpi_uint64_t", 0x4c00083e, 0x259),
  FLOAT32("ompi_mpi_float", 0x4c00040a, 0x210),
  FLOAT64("ompi_mpi_double", 0x4c00080b, 0x214),
  COMPLEX64("ompi_mpi_c_float_complex", 0x4c000840, 0x212),
  COMPLEX128("ompi_mpi_c_double_complex", 0x4c001041, 0x216),

  SUM("ompi_mpi_op_sum", 0x58000003, 0x21),
  MIN("ompi_mpi_op_min", 0x58000002, 0x22),
  MAX("ompi_mpi_op_max", 0x58000001, 0x23),
  AND("ompi_mpi_op_land", 0x58000005, 0x30),
  OR("ompi_mpi_op_lor", 0x58000007, 0x31),

  ANY_SOURCE(-1, -2, -1),
  ANY_TAG(-1, -1, -2),
  IN_PLACE(1, -1, 1),
  TAG_UB(0, 0x64400001, 501),
  THREAD_MULTIPLE(3, 3, 4096),
  ERR_TRUNCATE(15, 14, 15);

  private final String symbol;
  private final long openMpi;
  private final long mpich;
  private final long abi;

  Constant(String symbol, long mpich, long abi) {
    this(symbol, 0, mpich, abi);
  }

  Constant(long openMpi, long mpich, long abi) {
    this(null, openMpi, mpich, abi);
  }

  Constant(String symbol, long openMpi, long mpich, long abi) {
    this.symbol = symbol;
    this.openMpi = openMpi;
    this.mpich = mpich;
    this.abi = abi;
  }

  /** The value in a library that has been opened. */
  long in(Flavour flavour, DynamicLibrary library) {
    return switch (flavour) {
      case OPEN_MPI -> symbol == null ? openMpi : library.require(symbol);
      case MPICH -> mpich;
      case ABI -> abi;
    };
  }

  /** The MPI datatype of an element. */
  static Constant of(DType dtype) {
    return switch (dtype) {
      case bool -> BOOL;
      case int8 -> INT8;
      case int16 -> INT16;
      case int32 -> INT32;
      case int64 -> INT64;
      case uint8 -> UINT8;
      // MPI has no float16; its bits travel as they are, and Reduction combines them.
      case uint16, float16 -> UINT16;
      case uint32 -> UINT32;
      case uint64 -> UINT64;
      case float32 -> FLOAT32;
      case float64 -> FLOAT64;
      case complex64 -> COMPLEX64;
      case complex128 -> COMPLEX128;
    };
  }
}
