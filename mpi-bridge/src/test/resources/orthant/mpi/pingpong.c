/* What PingPong.java does, in C: prints "bytes microseconds" for one way of a message between two ranks. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv) {
    int rank, size, i;
    const int bytes[] = {8, 8192, 4194304}, iterations[] = {300, 100, 4};
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    for (size = 0; size < 3; size++) {
        int count = bytes[size] / 8, more = 1;
        double best = 1e9, *buffer = aligned_alloc(2097152, 4194304), begin = MPI_Wtime();
        memset(buffer, 0, bytes[size]);
        while (more) {
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
            more = MPI_Wtime() - begin < 2;
            MPI_Bcast(&more, 1, MPI_INT, 0, MPI_COMM_WORLD);
        }
        if (rank == 0) printf("%d %.3f\n", bytes[size], best);
        free(buffer);
    }
    MPI_Finalize();
    return 0;
}
