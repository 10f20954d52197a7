import BatchVideo
import Synchronization

/// Listens to a film as interleaved stereo floats at 48 kHz: how long, how loud, where silent.
final class SoundWatch: Sendable {
    struct Findings: Sendable {
        var sampleCount = 0
        var loudness = Loudness(integratedLUFS: -70, truePeakDBTP: -120)
        var silent: [TimeSpan] = []
    }

    static let rate = 48_000
    /// Windows of 10 ms whose loudest sample stays below -60 dBFS are silent.
    static let windowSamples = 480
    static let silentLevel: Float = 0.001

    private let state = Mutex(State())

    func take(_ bytes: UnsafeRawBufferPointer) {
        state.withLock { $0.take(bytes) }
    }

    /// Call once, after the last byte.
    func finish() -> Findings { state.withLock { $0.finish() } }

    private struct State {
        private var meter = LoudnessMeter()
        private var peak = TruePeakMeter()
        private var silent = Stretches(perSecond: rate / windowSamples)
        private var rest: [UInt8] = []
        private var window = 0
        private var sampleCount = 0

        mutating func take(_ bytes: UnsafeRawBufferPointer) {
            rest.append(contentsOf: bytes)
            let whole = rest.count / (windowSamples * 8) * windowSamples * 8
            guard whole > 0 else { return }
            listen(rest[..<whole])
            rest.removeFirst(whole)
        }

        private mutating func listen(_ bytes: ArraySlice<UInt8>) {
            let block = bytes.withUnsafeBytes { StereoBlock(interleaved: $0) }
            meter.add(block)
            peak.add(block)
            sampleCount += block.count
            for start in stride(from: 0, to: block.count, by: windowSamples) {
                let range = start..<min(start + windowSamples, block.count)
                let isSilent = range.allSatisfy {
                    abs(block.left[$0]) < silentLevel && abs(block.right[$0]) < silentLevel
                }
                silent.note(isSilent, at: window)
                window += 1
            }
        }

        mutating func finish() -> Findings {
            listen(rest[..<(rest.count / 8 * 8)])
            silent.close(at: window)
            let loudness = Loudness(
                integratedLUFS: meter.integratedLUFS, truePeakDBTP: peak.finish())
            return Findings(sampleCount: sampleCount, loudness: loudness, silent: silent.spans)
        }
    }
}
