/* What PingPong.java does, in C: prints "bytes microseconds" for one way of a message between two ranks. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    int rank, batch, i, size;
    const int bytes[] = {8, 8192, 4194304}, iterations[] = {20000, 5000, 60};
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    for (size = 0; size < 3; size++) {
        int count = bytes[size] / 8;
        double best = 1e9, *buffer = aligned_alloc(2097152, 4194304);
        memset(buffer, 0, bytes[size]);
        for (batch = 0; batch < 15; batch++) {
            MPI_Barrier(MPI_COMM_WORLD);
            double start = MPI_Wtime();
            for (i = 0; i < iterations[size]; i++) {
                if (rank == 0) {
                    MPI_Send(buffer, count, MPI_DOUBLE, 1, 1, MPI_COMM_WORLD);
                    MPI_Recv(buffer, count, MPI_DOUBLE, 1, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                } else {
                    MPI_Recv(buffer, count, MPI_DOUBLE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    MPI_Send(buffer, count, MPI_DOUBLE, 0, 1, MPI_COMM_WORLD);
                }
            }
            double each = (MPI_Wtime() - start) / iterations[size] / 2 * 1e6;
            best = each < best ? each : best;
        }
        if (rank == 0) printf("%d %.3f\n", bytes[size], best);
        free(buffer);
    }
    MPI_Finalize();
    return 0;
}
