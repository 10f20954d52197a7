import BatchVideo
import Foundation
import Glibc
import Synchronization

/// What a child and all its children used, as the kernel counted it (wait4).
struct Spending: Hashable, Sendable {
    var wallSeconds: Double
    /// User and system time.
    var cpuSeconds: Double
    /// Of the largest process among them.
    var peakMiB: Double
}

/// A program run to be measured: its output goes to files, its whole tree's use is counted.
///
/// Cancelling the task kills its process group.
struct MeasuredChild: Sendable {
    /// Absolute path.
    var program: String
    var arguments: [String]
    var folder: String
    /// On top of our own environment.
    var environment: [String: String] = [:]
    var input = "/dev/null"
    var output = "/dev/null"
    /// What it says on standard error; its last line explains a failure.
    var log: String
    /// Hears of the process as soon as it is there.
    var onStart: (@Sendable (pid_t) -> Void)?

    func run() async throws -> Spending {
        let group = ChildGroup()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (done: CheckedContinuation<Spending, any Error>) in
                Thread.detachNewThread { done.resume(with: Result { try run(in: group) }) }
            }
        } onCancel: {
            group.cancel()
        }
    }

    private func run(in group: ChildGroup) throws -> Spending {
        let began = ContinuousClock.now
        let pid = try spawn()
        group.began(pid)
        onStart?(pid)
        var (status, usage) = (Int32(0), rusage())
        while wait4(pid, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw failure("it cannot be waited for") }
        }
        guard !group.ended() else { throw CancellationError() }
        guard status == 0 else { throw failure(Self.reason(status)) }
        return Spending(
            wallSeconds: (ContinuousClock.now - began) / .seconds(1),
            cpuSeconds: usage.ru_utime.seconds + usage.ru_stime.seconds,
            peakMiB: Double(usage.ru_maxrss) / 1024)
    }

    private func spawn() throws -> pid_t {
        var (files, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
        posix_spawn_file_actions_init(&files)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&files)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_addopen(&files, 2, log, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        var ignored = sigset_t()  // we ignore them; the child must not inherit that
        sigemptyset(&ignored)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE] { sigaddset(&ignored, number) }
        posix_spawnattr_setsigdefault(&attributes, &ignored)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF))
        let all = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        var pid: pid_t = 0
        let code = Self.withCStrings(Self.inFolder + [folder, program] + arguments) { argv in
            Self.withCStrings(all.map { "\($0)=\($1)" }) { envp in
                posix_spawn(&pid, Self.inFolder[0], &files, &attributes, argv, envp)
            }
        }
        guard code == 0 else { throw failure(String(cString: strerror(code))) }
        return pid
    }

    /// Becomes the program in the folder that comes first, itself a process of it no longer.
    private static let inFolder = ["/bin/sh", "-c", #"cd "$0" && exec "$@""#]

    private func failure(_ reason: String) -> BatchVideoError {
        let name = URL(filePath: program).lastPathComponent
        let said = (try? String(contentsOfFile: log, encoding: .utf8))?  // absent is as good as empty
            .split(whereSeparator: \.isNewline).last.map { ": \($0.prefix(160))" }
        return BatchVideoError(.unavailable, "\(name) failed, \(reason)\(said ?? "")")
    }

    private static func reason(_ status: Int32) -> String {
        let signal = status & 0x7F
        return signal == 0 ? "status \((status >> 8) & 0xFF)" : "signal \(signal)"
    }

    private static func withCStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let pointers = strings.map { strdup($0) }
        defer { pointers.forEach { free($0) } }
        return body(pointers + [nil])
    }
}

/// The process group of a running child, and whether it was told to end.
private final class ChildGroup: Sendable {
    private let state = Mutex((pid: pid_t(0), isCancelled: false))

    func began(_ pid: pid_t) {
        state.withLock { state in
            state.pid = pid
            if state.isCancelled { kill(-pid, SIGKILL) }
        }
    }

    func cancel() {
        state.withLock { state in
            state.isCancelled = true
            if state.pid > 0 { kill(-state.pid, SIGKILL) }
        }
    }

    /// True when it was cancelled.
    func ended() -> Bool {
        state.withLock { state in
            state.pid = 0
            return state.isCancelled
        }
    }
}

extension timeval {
    var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}
