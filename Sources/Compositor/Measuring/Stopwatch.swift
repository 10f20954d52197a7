import Glibc

/// Wall and CPU seconds of this process since it was made.
struct Stopwatch {
    private let wall = Self.seconds(CLOCK_MONOTONIC)
    private let cpu = Self.seconds(CLOCK_PROCESS_CPUTIME_ID)

    var spent: (wall: Double, cpu: Double) {
        (Self.seconds(CLOCK_MONOTONIC) - wall, Self.seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu)
    }

    private static func seconds(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
