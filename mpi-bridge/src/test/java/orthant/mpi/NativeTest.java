package orthant.mpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Ranks as processes of Open MPI and of MPICH. */
@Tag("mpi")
class NativeTest {
    @ParameterizedTest
    @CsvSource({"OPEN_MPI, 2", "OPEN_MPI, 4", "MPICH, 2", "MPICH, 4"})
    void battery(Launch launch, int ranks) {
        succeeds(launch.java(ranks, List.of(), Battery.class), "checks passed on rank 0 of " + ranks);
    }

    /** Counts that do not fit an int, on a smaller scale. */
    @ParameterizedTest
    @EnumSource
    void batteryInChunks(Launch launch) {
        succeeds(launch.java(2, List.of("-Dorthant.mpi.chunk=700"), Battery.class), "checks passed on rank 0 of 2");
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN_MPI, exception", "MPICH, exception", "OPEN_MPI, exception in run", "MPICH, exception in run",
        "OPEN_MPI, exit", "MPICH, exit", "OPEN_MPI, abort", "MPICH, abort"})
    void aRankThatFailsEndsAll(Launch launch, String end) {
        var result = launch.java(2, List.of(), Ends.class, end);
        assertNotEquals(0, result.exitCode(), result.output());
        if (end.startsWith("exception")) {
            assertTrue(result.output().contains("rank 1 has had enough"), result.output());
        }
    }

    @ParameterizedTest
    @EnumSource
    void regularEnd(Launch launch) {
        succeeds(launch.java(2, List.of(), Ends.class, "regular"), "regular end of rank 1 of 2");
    }

    @ParameterizedTest
    @EnumSource
    void aLibraryThatIsNotTheLaunchersIsRefused(Launch launch) {
        var other = launch == Launch.MPICH ? "libmpi.so.40" : "libmpich.so.12";
        var result = launch.java(2, List.of("-Dorthant.mpi.library=" + other), Battery.class);
        assertNotEquals(0, result.exitCode());
        assertTrue(result.output().contains("the library must be the launcher's"), result.output());
    }

    @ParameterizedTest
    @EnumSource
    void aLibraryThatDoesNotExistIsSaidSo(Launch launch) {
        var result = launch.java(1, List.of("-Dorthant.mpi.library=libnone.so"), Battery.class);
        assertNotEquals(0, result.exitCode());
        assertTrue(result.output().contains("libnone.so: cannot open shared object file"), result.output());
        assertTrue(result.output().contains("name one with -Dorthant.mpi.library=PATH"), result.output());
    }

    /** Only a detour (a sleep, a copy too many) fails this: machines that run tests are busy. PingPongBesideC prints the figures. */
    @ParameterizedTest
    @EnumSource
    void pingPongIsNotFarFromC(Launch launch, @TempDir Path folder) throws IOException {
        var times = PingPongBesideC.measure(launch, 1, 25, folder);
        assertEquals(3, times.c().size(), times.toString());
        assertTrue(times.worstRatio() < 25, times::toString);
    }

    private static void succeeds(Launch.Result result, String text) {
        assertEquals(0, result.exitCode(), result.output());
        assertTrue(result.output().contains(text), result.output());
    }
}
