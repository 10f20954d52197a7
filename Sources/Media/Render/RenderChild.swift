package import BatchVideo
import Foundation
import Synchronization

/// Renders in a `batchvideo-render` child: the order goes in as JSON, events come out line by line.
package struct RenderChild: Renderer {
    package let version = "batchvideo-render 1"
    private let runner: ToolRunner

    package init(paths: ToolPaths) { runner = ToolRunner(paths: paths) }

    package func render(
        _ order: RenderOrder, progress: @escaping @Sendable (RenderEvent) -> Void
    ) async throws {
        guard let program = runner.paths.render else {
            throw BatchVideoError(
                .unavailable, "batchvideo-render is missing; build it with: make build")
        }
        let command = Command(
            program, [], environment: Self.environment,
            limits: ProcessLimits(deadline: deadline(for: order)))
        let events = RenderEvents(progress)
        let json = try JSONEncoder().encode(order)
        do {
            try await runner.run(
                command, input: .bytes([UInt8](json)), outputs: [{ try events.take($0) }])
        } catch let failure as ToolFailure {
            throw error(of: failure, events)
        }
        guard events.last?.kind == .done else { throw error(of: nil, events) }
    }

    /// What the encoders that must be tried are good for on this machine.
    package func encoders() async throws -> [EncoderReport] {
        guard let program = runner.paths.render else {
            throw BatchVideoError(
                .unavailable, "batchvideo-render is missing; build it with: make build")
        }
        let command = Command(
            program, ["--encoders"], environment: Self.environment,
            limits: ProcessLimits(deadline: .seconds(120)))
        return try JSONDecoder().decode([EncoderReport].self, from: try await runner.capture(command))
    }

    /// Far beyond any render: a hundredth of real time at 30 fps, and a quarter of an hour.
    private func deadline(for order: RenderOrder) -> Duration {
        .seconds(900 + order.timeline.frameCount * 100 / max(1, order.timeline.canvas.fps))
    }

    /// Fontconfig and ffmpeg need to find their files; nothing else is the child's business.
    private static var environment: [String: String] {
        let names = ["PATH", "HOME", "TMPDIR", "LANG", "LC_ALL", "XDG_CACHE_HOME", "XDG_DATA_HOME"]
        let ours = ProcessInfo.processInfo.environment.filter { name, _ in
            names.contains(name) || name.hasPrefix("FONTCONFIG_") || name == "BATCHVIDEO_FFMPEG"
        }
        return Command.plainEnvironment.merging(ours) { _, own in own }
    }

    private func error(of failure: ToolFailure?, _ events: RenderEvents) -> BatchVideoError {
        if failure?.isDiskFull == true || events.isDiskFull {
            return BatchVideoError(
                .unwritable, "the disk is full; free some space and run again", cause: failure)
        }
        if let message = events.last?.message, events.last?.kind == .failed {
            return BatchVideoError(.media, MessageText.clean(message), retry: .backoff, cause: failure)
        }
        let reason = failure?.reason ?? "it ended without saying that it is done"
        return BatchVideoError(
            .media, "the film could not be rendered: \(reason)", retry: .backoff, cause: failure)
    }
}

/// Splits the child's output into lines and reads an event from each.
final class RenderEvents: Sendable {
    private struct State {
        var line: [UInt8] = []
        var last: RenderEvent?
    }

    static let maximumLineBytes = 64 << 10
    private let state = Mutex(State())
    private let progress: @Sendable (RenderEvent) -> Void

    init(_ progress: @escaping @Sendable (RenderEvent) -> Void) { self.progress = progress }

    var last: RenderEvent? { state.withLock { $0.last } }

    var isDiskFull: Bool {
        let message = last?.kind == .failed ? last?.message ?? "" : ""
        return message.contains("No space left on device") || message.contains("disk is full")
    }

    /// Throws `.media` for a line that is no event: the program is not the one we know.
    func take(_ bytes: UnsafeRawBufferPointer) throws {
        let events = try state.withLock { state in
            var events: [RenderEvent] = []
            for byte in bytes {
                if byte != 0x0A {
                    state.line.append(byte)
                } else if !state.line.isEmpty {
                    events.append(try event(in: state.line))
                    state.last = events.last
                    state.line.removeAll(keepingCapacity: true)
                }
                guard state.line.count <= Self.maximumLineBytes else { throw Self.isNoEvent }
            }
            return events
        }
        events.forEach(progress)
    }

    private func event(in line: [UInt8]) throws -> RenderEvent {
        guard let event = try? JSONDecoder().decode(RenderEvent.self, from: Data(line)) else {
            throw Self.isNoEvent
        }
        return event
    }

    private static let isNoEvent = BatchVideoError(
        .media, "batchvideo-render answers with something else than events; build it again: make build")
}
