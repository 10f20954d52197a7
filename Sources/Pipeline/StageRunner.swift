import BatchVideo
import Synchronization

/// The one place a stage passes through: events, timing, checkpoint, and its name on every error.
final class StageRunner: Sendable {
    private let checkpoints: Checkpoints
    private let events: any EventSink
    private let meter: any Meter
    private let durations = Mutex<[String: Int]>([:])

    init(_ workspace: Workspace, _ events: any EventSink, _ meter: any Meter = SilentMeter()) {
        checkpoints = Checkpoints(workspace)
        self.events = events
        self.meter = meter
    }

    /// Wall time of the stages so far, in milliseconds.
    var stageMs: [String: Int] { durations.withLock { $0 } }

    /// Runs a stage, or finds its result from an earlier run.
    ///
    /// - `input`: everything the result depends on; its fingerprint is the checkpoint's name.
    /// - `files`: paths in the workspace that the result names; a result whose files are gone is
    ///   made again.
    func callAsFunction<Input: Encodable, Output: Codable>(
        _ stage: Stage, from input: Input, version: String = "",
        files: (Output) -> [String] = { _ in [] },
        _ body: (Input, StageProgress) async throws -> Output
    ) async throws -> Output {
        let progress = StageProgress(stage, events)
        do {
            try Task.checkCancellation()
            let fingerprint = try Fingerprint(of: input, stage.rawValue, version)
            let output: Output
            if let known = checkpoints.find(stage.rawValue, fingerprint, as: Output.self, files: files) {
                output = known
                progress.noteReused()
            } else {
                output = try await body(input, progress)
                try checkpoints.store(stage.rawValue, fingerprint, output)
            }
            finish(stage, progress)
            return output
        } catch {
            throw fail(stage, progress, error)
        }
    }

    /// Runs a stage whose work keeps its own record (rendered segments, published files).
    func always<Output>(
        _ stage: Stage, _ body: (StageProgress) async throws -> Output
    ) async throws -> Output {
        let progress = StageProgress(stage, events)
        do {
            try Task.checkCancellation()
            let output = try await body(progress)
            finish(stage, progress)
            return output
        } catch {
            throw fail(stage, progress, error)
        }
    }

    private func finish(_ stage: Stage, _ progress: StageProgress) {
        let elapsed = progress.finish()
        durations.withLock { $0[stage.rawValue] = elapsed }
        let (made, reused) = progress.units
        meter.stage(stage.rawValue, isDone: true, seconds: Double(elapsed) / 1000, made: made, reused: reused)
    }

    private func fail(_ stage: Stage, _ progress: StageProgress, _ error: any Error) -> any Error {
        if !(error is CancellationError) {
            let (made, reused) = progress.units
            meter.stage(
                stage.rawValue, isDone: false, seconds: Double(progress.elapsedMs) / 1000, made: made, reused: reused)
        }
        return named(error, stage)
    }

    private func named(_ error: any Error, _ stage: Stage) -> any Error {
        if error is CancellationError { return error }
        if var known = error as? BatchVideoError {
            known.stage = known.stage ?? stage.rawValue
            return known
        }
        return BatchVideoError(
            .internal, "an unexpected fault; please report it with the text that caused it",
            retry: .backoff, stage: stage.rawValue, cause: error)
    }
}
