import BatchVideo
import Synchronization

/// Watches a film as small grey frames: how many there are, where it is black, where nothing moves.
final class PictureWatch: Sendable {
    struct Findings: Sendable {
        var frameCount = 0
        var black: [TimeSpan] = []
        var frozen: [TimeSpan] = []
    }

    /// Width of the frames that are watched.
    static let width = 160
    /// A pixel is dark below a tenth of full scale, a frame is black when 98 % of it is dark.
    static let darkLevel: UInt8 = 25
    static let blackShare = 0.98
    /// Mean difference, in levels of 255, up to which two frames are the same picture. Measured: an
    /// encoder's work on a frozen picture, key frames included, adds up to 0.36; the quietest 0.7 s
    /// of a film of painted scenes under slow camera moves differ by 1.7.
    static let sameDifference = 0.4
    /// Shorter stretches are not kept.
    static let shortestMs = 700

    private let state: Mutex<State>

    /// `watchedRows`: rows from the top that count for movement; captions below change on a frozen
    /// picture too.
    init(height: Int, fps: Int, watchedRows: Int) {
        state = Mutex(State(height: height, fps: fps, watchedRows: watchedRows))
    }

    func take(_ bytes: UnsafeRawBufferPointer) {
        state.withLock { $0.take(bytes) }
    }

    /// Call once, after the last byte.
    func finish() -> Findings { state.withLock { $0.finish() } }

    private struct State {
        private let frameBytes: Int
        private let watchedBytes: Int
        private var black: Stretches
        private var frozen: Stretches
        private var frame: [UInt8] = []
        private var anchor: [UInt8] = []
        private var anchorIndex = 0
        private var count = 0
        private let shortestFrames: Int

        init(height: Int, fps: Int, watchedRows: Int) {
            frameBytes = PictureWatch.width * height
            watchedBytes = PictureWatch.width * watchedRows
            black = Stretches(perSecond: fps)
            frozen = Stretches(perSecond: fps)
            shortestFrames = PictureWatch.shortestMs * fps / 1000
            frame.reserveCapacity(frameBytes)
        }

        mutating func take(_ bytes: UnsafeRawBufferPointer) {
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(frameBytes - frame.count)
                frame.append(contentsOf: piece)
                rest = rest.dropFirst(piece.count)
                if frame.count == frameBytes {
                    look()
                    frame.removeAll(keepingCapacity: true)
                }
            }
        }

        private mutating func look() {
            let dark = frame.reduce(0) { $0 + ($1 < PictureWatch.darkLevel ? 1 : 0) }
            black.note(Double(dark) >= PictureWatch.blackShare * Double(frameBytes), at: count)
            if anchor.isEmpty || difference() > PictureWatch.sameDifference {
                leaveAnchor()
                anchor = frame
                anchorIndex = count
            }
            count += 1
        }

        private func difference() -> Double {
            var sum = 0
            for index in 0..<watchedBytes { sum += abs(Int(frame[index]) - Int(anchor[index])) }
            return Double(sum) / Double(watchedBytes)
        }

        private mutating func leaveAnchor() {
            if count - anchorIndex > shortestFrames { frozen.add(anchorIndex..<count) }
        }

        mutating func finish() -> Findings {
            leaveAnchor()
            black.close(at: count)
            return Findings(frameCount: count, black: black.spans, frozen: frozen.spans)
        }
    }
}
