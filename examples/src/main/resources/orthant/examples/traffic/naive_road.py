"""The road in plain Python, as anybody would write it first: python3 naive_road.py STEPS, the cells as bytes 0 and 1 on standard input.

Prints the nanoseconds of all steps, then how many cars moved in each. Only the interpreter is needed.
"""

import sys
import time


def step(road, new):
    n = len(road)
    moved = 0
    for i in range(n):
        if road[i]:
            if road[i + 1 if i + 1 < n else 0]:
                new[i] = 1
            else:
                new[i] = 0
                moved += 1
        else:
            new[i] = road[i - 1]
    return moved


def main():
    steps = int(sys.argv[1])
    road = list(sys.stdin.buffer.read())
    new = [0] * len(road)
    moved = []
    begin = time.perf_counter_ns()
    for _ in range(steps):
        moved.append(step(road, new))
        road, new = new, road
    nanos = time.perf_counter_ns() - begin
    print(nanos, *moved)


main()
