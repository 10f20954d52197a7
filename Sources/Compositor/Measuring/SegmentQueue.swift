import BatchVideo
import CAV
import Synchronization

/// A film's finished frames.
final class ComposedFrames: @unchecked Sendable {
    // proof: the frames are never written again, and each is read by one thread: the one that
    // encodes its segment.
    private let frames: [VideoFrame]

    init(_ frames: [VideoFrame]) { self.frames = frames }

    var count: Int { frames.count }

    subscript(k: Int) -> VideoFrame { frames[k] }
}

/// Segments that wait for a thread to encode them; what is encoded is thrown away.
final class SegmentQueue: Sendable {
    private struct State {
        var next = 0
        var failure: (any Error)?
    }

    private let segments: [Range<Int>]
    private let state = Mutex(State())

    init(_ segments: [Range<Int>]) { self.segments = segments }

    /// Encodes segment after segment until none is left, or one fails.
    func encodeAll(_ frames: ComposedFrames, _ settings: EncoderSettings, _ canvas: Canvas) {
        do {
            while let segment = next() {
                let encoder = try VideoEncoder(settings, canvas: canvas)
                for k in segment { try encoder.encode(frames[k], index: k - segment.lowerBound) }
                _ = try encoder.finish()
            }
        } catch {
            state.withLock { if $0.failure == nil { $0.failure = error } }
        }
    }

    /// Throws the first error of any thread.
    func checkForErrors() throws {
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    private func next() -> Range<Int>? {
        state.withLock { state in
            guard state.failure == nil, state.next < segments.count else { return nil }
            defer { state.next += 1 }
            return segments[state.next]
        }
    }
}
