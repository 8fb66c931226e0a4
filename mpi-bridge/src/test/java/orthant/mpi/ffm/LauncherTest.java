package orthant.mpi.ffm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import orthant.DType;
import orthant.mpi.Mpi;
import org.junit.jupiter.api.Test;

/** What can be told without a launcher: who started us, and the tags on the wire. */
class LauncherTest {
    @Test
    void theEnvironmentSaysWhoStartedUs() {
        assertNull(Launcher.detect(Map.of("PATH", "/bin")));
        var openMpi = Launcher.detect(Map.of("OMPI_COMM_WORLD_SIZE", "4", "PMIX_RANK", "1"));
        assertEquals(4, openMpi.size());
        assertEquals("libmpi.so.40", openMpi.libraries().getFirst());
        var mpich = Launcher.detect(Map.of("PMI_SIZE", "3"));
        assertEquals(3, mpich.size());
        assertEquals("libmpich.so.12", mpich.libraries().getFirst());
        assertEquals(0, Launcher.detect(Map.of("PMIX_RANK", "1")).size());
        assertEquals(0, Launcher.detect(Map.of("PMI_SIZE", "many")).size());
    }

    @Test
    void tagsCarryTheDtype() {
        for (int upperBound : new int[] {Integer.MAX_VALUE, (1 << 28) - 1, 1 << 28, 32767, 100_000}) {
            var envelope = new Envelope(upperBound);
            assertEquals(upperBound >= (1 << 28) - 1 ? Mpi.MAX_TAG : upperBound > 65535 ? 2047 : 1023, envelope.maxTag());
            for (var dtype : DType.values()) {
                for (int tag : new int[] {0, 1, envelope.maxTag()}) {
                    int onWire = envelope.wireTag(dtype, tag);
                    assertEquals(true, onWire > 0 && onWire <= upperBound);
                    assertEquals(tag, envelope.tag(onWire));
                    assertEquals(dtype, envelope.dtype(onWire));
                }
            }
            assertNull(envelope.dtype(5));
        }
    }
}
