package orthant.io;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.WritableGroup;
import io.jhdf.exceptions.HdfException;
import io.jhdf.exceptions.HdfInvalidPathException;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;
import orthant.layout.Shapes;

/** What of {@link Hdf5} needs the library jhdf. */
final class Hdf5Files {
  /** The library takes Java's integers for unsigned ones of the same bits. */
  private static final DatasetCreationOptions UNSIGNED = DatasetCreationOptions.builder().unsigned().build();

  private Hdf5Files() {}

  /** Opens a file, and says in every exception which. */
  private static <T> T reading(Path file, Npy.Reading<T> reading) {
    try {
      if (!Files.isReadable(file)) {
        throw new IOException("there is no such file that can be read");
      }
      return reading.run();
    } catch (NoSuchElementException | NpyException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (RuntimeException e) {
      // The library meets a broken file with exceptions of many types.
      throw new NpyException("cannot read " + file + ": " + e);
    }
  }

  static List<String> paths(Path file) {
    return reading(file, () -> {
      try (var hdf = new HdfFile(file)) {
        List<String> paths = new ArrayList<>();
        collect(hdf, paths);
        return paths;
      }
    });
  }

  private static void collect(Group group, List<String> paths) {
    for (Node node : group) {
      if (node instanceof Dataset) {
        paths.add(node.getPath());
      } else if (node instanceof Group inner) {
        collect(inner, paths);
      }
    }
  }

  static NDArray read(Path file, String path) {
    return reading(file, () -> {
      try (var hdf = new HdfFile(file)) {
        return array(dataset(hdf, file, path));
      }
    });
  }

  private static Dataset dataset(HdfFile hdf, Path file, String path) {
    try {
      if (hdf.getByPath(path) instanceof Dataset dataset) {
        return dataset;
      }
      throw new NoSuchElementException(path + " of " + file + " is not a dataset");
    } catch (HdfInvalidPathException e) {
      throw new NoSuchElementException(file + " has no dataset " + path);
    }
  }

  private static NDArray array(Dataset dataset) {
    long[] shape = dataset.getDimensionsAsLong();
    DType dtype = dtype(dataset);
    if (dtype == null && Shapes.size(shape) == 0) {
      throw unfit(dataset);
    }
    if (dataset.isEmpty() || Shapes.size(shape) == 0) {
      return Nd.zeros(dtype, shape);
    }
    Object data = dataset.isScalar() ? alone(dataset.getData()) : dataset.getDataFlat();
    var array = numbers(dataset, data).reshape(shape);
    return dtype == null || array.dtype() == dtype ? array : array.astype(dtype);
  }

  private static Object alone(Object value) {
    Object data = Array.newInstance(value.getClass(), 1);
    Array.set(data, 0, value);
    return data;
  }

  /** The type of our own that is the dataset's; null if there is none. */
  private static DType dtype(Dataset dataset) {
    var type = dataset.getDataType();
    String name = switch (type) {
      case FixedPoint integer -> (integer.isSigned() ? "int" : "uint") + 8 * integer.getSize();
      case FloatingPoint floating -> "float" + 8 * floating.getSize();
      default -> "";
    };
    return Arrays.stream(DType.values()).filter(dtype -> dtype.name().equals(name)).findFirst().orElse(null);
  }

  private static NDArray numbers(Dataset dataset, Object data) {
    return switch (data) {
      case double[] a -> Nd.array(a);
      case float[] a -> Nd.array(a);
      case long[] a -> Nd.array(a);
      case int[] a -> Nd.array(a);
      case short[] a -> Nd.array(IntStream.range(0, a.length).map(i -> a[i]));
      case byte[] a -> Nd.array(IntStream.range(0, a.length).map(i -> a[i]));
      case BigInteger[] a -> Nd.array(Arrays.stream(a).mapToLong(BigInteger::longValue));
      case Number[] a -> a instanceof Double[] || a instanceof Float[]
          ? Nd.array(Arrays.stream(a).mapToDouble(Number::doubleValue))
          : Nd.array(Arrays.stream(a).mapToLong(Number::longValue));
      case String[] a when Arrays.stream(a).allMatch(s -> s.equals("TRUE") || s.equals("FALSE")) ->
          Nd.array(Arrays.stream(a).mapToInt(s -> s.equals("TRUE") ? 1 : 0)).astype(DType.bool);
      default -> throw unfit(dataset);
    };
  }

  private static NpyException unfit(Dataset dataset) {
    return new NpyException("the elements of " + dataset.getPath() + " are of type " + dataset.getDataType().getClass().getSimpleName()
        + "; they must be integers, floating-point numbers or truth values");
  }

  static void write(Path file, Map<String, NDArray> arrays) {
    Map<String, Object> data = new HashMap<>();
    arrays.forEach((path, array) -> data.put(path, data(path, array)));
    try {
      FreshFile.make(file, fresh -> {
        try (var hdf = HdfFile.write(fresh)) {
          Map<String, WritableGroup> groups = new HashMap<>(Map.of("", hdf));
          for (String path : arrays.keySet()) {
            String clean = path.startsWith("/") ? path.substring(1) : path;
            int slash = clean.lastIndexOf('/');
            group(groups, clean.substring(0, Math.max(slash, 0))).putDataset(clean.substring(slash + 1), data.get(path),
                arrays.get(path).dtype().isUnsigned() ? UNSIGNED : DatasetCreationOptions.DEFAULT);
          }
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + arrays.size() + " arrays to " + file + ": " + e, e);
    } catch (HdfException e) {
      if (e.getCause() instanceof IOException cause) {
        throw new UncheckedIOException("cannot write " + arrays.size() + " arrays to " + file + ": " + cause, cause);
      }
      throw new IllegalArgumentException("cannot write " + arrays.keySet() + " to " + file + ": " + e.getMessage(), e);
    }
  }

  private static WritableGroup group(Map<String, WritableGroup> groups, String path) {
    var known = groups.get(path);
    if (known != null) {
      return known;
    }
    int slash = path.lastIndexOf('/');
    var group = group(groups, path.substring(0, Math.max(slash, 0))).putGroup(path.substring(slash + 1));
    groups.put(path, group);
    return group;
  }

  private static Object data(String path, NDArray array) {
    Class<?> type = switch (array.dtype()) {
      case float64 -> double.class;
      case float32 -> float.class;
      case int64, uint64 -> long.class;
      case int32, uint32 -> int.class;
      case int16, uint16 -> short.class;
      case int8, uint8 -> byte.class;
      default -> throw new IllegalArgumentException(path + " is of type " + array.dtype()
          + "; integers, float32 and float64 can be written, real types with astype, complex numbers as real() and imag()");
    };
    if (array.size() == 0) {
      throw new IllegalArgumentException(path + " has shape " + Shapes.text(array.shape()) + "; an empty dataset cannot be written");
    }
    var bits = array.dtype().isUnsigned() ? array.view(DType.valueOf(array.dtype().name().substring(1))) : array;
    return bits.ndim() == 0
        ? Array.get(bits.reshape(1).toArray(type.arrayType()), 0)
        : bits.toArray(Array.newInstance(type, new int[bits.ndim()]).getClass());
  }
}
