import BatchVideo
import Foundation

/// Several `batchvideo-voice` programs, started when first needed and again when they die.
///
/// Each is driven by a thread of its own, so that nobody else waits for a pipe.
final class VoicePool: Sendable {
    private let desk: VoiceDesk

    init(program: URL, workers: Int) {
        desk = VoiceDesk(program: program, workers: max(1, workers))
    }

    deinit { desk.close() }

    /// Process numbers of the programs that run now.
    var children: [pid_t] { desk.children }

    /// What the engines can do; blocks until a program started for it has answered. Throws
    /// `.unavailable`.
    static func report(of program: URL) throws -> VoiceReport {
        do {
            let child = try VoiceChild(program: program)
            defer { child.end() }
            guard let report = try child.exchange(.probe, seconds: VoiceWire.deadlineSeconds).reply.report
            else { throw VoiceChildFailure.garbled }
            return report
        } catch let failure as VoiceChildFailure {
            throw failure.error(program)
        }
    }

    /// Throws `CancellationError` when the task is cancelled, by when the program that was at work on
    /// it is gone; `BatchVideoError` (`.unavailable`, `.timeout`, `.limited`) otherwise.
    func perform(_ request: VoiceRequest) async throws -> VoiceAnswer {
        let job = VoiceJob(request)
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                if job.begin(waiter) { desk.take(job) }
            }
        } onCancel: {
            job.cancel()
        }
    }

    /// Ends all programs and returns when they are gone. Jobs still waiting fail.
    func shutdown() async {
        desk.close()
        await desk.untilEmpty()
    }
}
