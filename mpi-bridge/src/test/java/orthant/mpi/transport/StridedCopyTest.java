package orthant.mpi.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import orthant.DType;
import orthant.NDArray;
import orthant.Nd;

/** Copies between arbitrary views against element-wise access. */
class StridedCopyTest {
    @Property(tries = 400)
    void copiesInLogicalOrder(@ForAll long seed) {
        var random = new Random(seed);
        var dtype = DType.values()[random.nextInt(DType.values().length)];
        var from = view(dtype, random);
        var to = view(dtype, random);
        List<long[]> source = indices(from);
        List<long[]> target = indices(to);
        for (int k = 0; k < source.size(); k++) {
            from.setLong(dtype.isBool() ? k % 3 % 2 : k + 1, source.get(k));
        }
        int count = random.nextInt(Math.min(source.size(), target.size()) + 1);
        StridedCopy.copy(Message.of(from), Message.of(to), count);
        for (int k = 0; k < target.size(); k++) {
            long expected = k < count ? from.getLong(source.get(k)) : 0;
            assertEquals(expected, to.getLong(target.get(k)), "element " + k);
        }
        int first = random.nextInt(count + 1);
        var flat = Message.of(Nd.zeros(dtype, source.size() + 1));
        StridedCopy.gather(Message.of(from), first, flat.address(), count - first);
        for (int k = first; k < count; k++) {
            assertEquals(from.getLong(source.get(k)), flat.array().getLong(k - first));
        }
        StridedCopy.scatter(flat.address(), Message.of(to), first, count - first);
        for (int k = 0; k < count; k++) {
            assertEquals(from.getLong(source.get(k)), to.getLong(target.get(k)));
        }
    }

    /** Some view of zeros: any number of axes, in any order, with gaps, some backwards. */
    private static NDArray view(DType dtype, Random random) {
        int ndim = random.nextInt(5);
        var whole = new long[ndim];
        var text = new StringBuilder();
        var axes = new ArrayList<Integer>();
        for (int i = 0; i < ndim; i++) {
            whole[i] = 1 + random.nextInt(6);
            text.append(i == 0 ? "" : ", ").append(switch (random.nextInt(4)) {
                case 0 -> "::-1";
                case 1 -> "::2";
                case 2 -> "1::-1";
                default -> ":";
            });
            axes.add(random.nextInt(i + 1), i);
        }
        var array = Nd.zeros(dtype, whole);
        return ndim == 0 ? array : array.get(text.toString()).permuteDims(axes.stream().mapToInt(i -> i).toArray());
    }

    private static List<long[]> indices(NDArray array) {
        var all = new ArrayList<long[]>();
        var shape = array.shape();
        for (long k = 0; k < array.size(); k++) {
            var index = new long[shape.length];
            long rest = k;
            for (int i = shape.length - 1; i >= 0; i--) {
                index[i] = rest % shape[i];
                rest /= shape[i];
            }
            all.add(index);
        }
        return all;
    }
}
