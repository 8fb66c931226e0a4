package orthant.mpi;

import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

/** Assertions and sample arrays for checks that also run outside of the test framework, as ranks of mpiexec. */
final class Check {
    private Check() {}

    static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void equal(Object expected, Object actual, String what) {
        that(expected.equals(actual), what + ": expected " + expected + " but was " + actual);
    }

    /** Runs something that must throw, and returns what it threw. */
    static <T extends Throwable> T fails(Class<T> type, String text, Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            that(type.isInstance(e), "expected " + type.getSimpleName() + " but got " + e);
            that(e.getMessage().contains(text), "expected \"" + text + "\" in: " + e.getMessage());
            return type.cast(e);
        }
        throw new AssertionError("expected " + type.getSimpleName() + " with \"" + text + "\"");
    }

    static void fails(MpiException.Reason reason, String text, Runnable action) {
        equal(reason, fails(MpiException.class, text, action).reason(), "reason");
    }

    /** An array whose elements, in logical order, are {@code from}, {@code from + 1}, ... in a type's way. */
    static NDArray counting(DType dtype, long from, long... shape) {
        return fill(Nd.empty(dtype, shape), from);
    }

    static NDArray fill(NDArray array, long from) {
        visit(array, (index, k) -> array.setLong(value(array.dtype(), from + k), index));
        return array;
    }

    static void isCounting(NDArray array, long from, String what) {
        isCounting(array, from, array.size(), what);
    }

    /** The first {@code count} elements count; those after them are 0. */
    static void isCounting(NDArray array, long from, long count, String what) {
        visit(array, (index, k) -> {
            // Small types wrap around.
            long expected = k < count ? Nd.scalar(array.dtype(), value(array.dtype(), from + k)).getLong() : 0;
            long actual = array.getLong(index);
            that(actual == expected, what + ": element " + k + " of " + array.size() + " is " + actual + ", not " + expected);
        });
    }

    static void isAll(NDArray array, double expected, String what) {
        visit(array, (index, k) -> {
            double actual = array.getDouble(index);
            that(Double.compare(actual, expected) == 0, what + ": element " + k + " is " + actual + ", not " + expected);
        });
    }

    private static long value(DType dtype, long k) {
        return dtype.isBool() ? k * 7 % 3 % 2 : dtype == DType.float32 ? k % (1 << 24) : k;
    }

    interface Visitor {
        void visit(long[] index, long k);
    }

    static void visit(NDArray array, Visitor visitor) {
        long[] shape = array.shape();
        long[] index = new long[shape.length];
        long size = array.size();
        for (long k = 0; k < size; k++) {
            visitor.visit(index, k);
            for (int axis = shape.length - 1; axis >= 0 && ++index[axis] == shape[axis]; axis--) {
                index[axis] = 0;
            }
        }
    }
}
