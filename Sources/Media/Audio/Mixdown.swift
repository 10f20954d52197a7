import BatchVideo
import Foundation

/// Narration and music on their way to the finished track; streams as often as it takes to hit the
/// loudness.
struct Mixdown {
    static let targetLUFS = -16.0
    static let ceilingDBTP = -1.5
    static let rate = 48_000
    private static let blockSamples = 48_000

    let narration: WaveReader
    let music: MusicBed?
    /// Samples before and after the narration.
    var lead = 0
    var tail = 0
    var inserts: [InsertTrack] = []
    let cancel: CancelSignal

    /// Writes the mastered track and says what it measures.
    func write(to file: URL) throws -> Loudness {
        let survey = try surveyNarration()
        let musicGains = try music.map { try gains(for: $0, under: survey.levelsDB) }
        var search = GainSearch(gainDB: Self.targetLUFS - survey.loudnessLUFS)
        while true {
            let result = try pass(gainDB: search.gainDB, musicGains: musicGains ?? [], to: file)
            search.learn(result.integratedLUFS)
            if search.isOver { return result }
        }
    }

    private func surveyNarration() throws -> (loudnessLUFS: Double, levelsDB: [Double]) {
        var meter = LoudnessMeter()
        var levels: [Double] = []
        try forEachBlock { range in
            let block = try narration.stereo(range)
            meter.add(block)
            levels += Self.levels(of: block.left)
        }
        let loudness = meter.integratedLUFS
        guard loudness > LoudnessMeter.silenceLUFS else {
            throw BatchVideoError(.media, "the narration is silent; choose another voice")
        }
        return (loudness, levels)
    }

    /// RMS in dB of each ducking step; the last may be short.
    private static func levels(of samples: [Float]) -> [Double] {
        let step = DuckingCurve.stepMs * rate / 1000
        return stride(from: 0, to: samples.count, by: step).map { start in
            let part = samples[start..<min(start + step, samples.count)]
            let energy = part.reduce(0.0) { $0 + Double($1) * Double($1) }
            return Decibel.of((energy / Double(part.count)).squareRoot())
        }
    }

    /// Factor for the music in each ducking step, from its own loudness and the curve.
    private func gains(for bed: MusicBed, under speechDB: [Double]) throws -> [Float] {
        var meter = LoudnessMeter()
        try forEachBlock { meter.add(try bed.block($0)) }
        let loudness = meter.integratedLUFS
        let bedLUFS = loudness > LoudnessMeter.silenceLUFS ? loudness : Self.targetLUFS
        let curve = DuckingCurve(
            speechDB: speechDB, duckedDB: bed.speechLUFS, openDB: SoundBed.pauseLUFS)
        return curve.levelsDB.map { Float(Decibel.ratio($0 - bedLUFS)) }
    }

    private func pass(gainDB: Double, musicGains: [Float], to file: URL) throws -> Loudness {
        let writer = try WaveWriter(file, sampleRate: Self.rate, channels: 2)
        let gain = Float(Decibel.ratio(gainDB))
        var limiter = PeakLimiter(ceilingDBTP: Self.ceilingDBTP, rate: Self.rate)
        var meter = LoudnessMeter()
        var peak = TruePeakMeter()
        func deliver(_ block: StereoBlock) throws {
            meter.add(block)
            peak.add(block)
            try writer.append(block)
        }
        func mix(_ range: Range<Int>, _ block: StereoBlock) throws {
            var block = block
            for insert in inserts { try insert.add(range, to: &block) }
            try deliver(limiter.process(block))
        }
        try forEachSilence(in: 0..<lead, mix)
        try forEachBlock { range in
            var block = try narration.stereo(range)
            for index in 0..<block.count {
                block.left[index] *= gain
                block.right[index] *= gain
            }
            if let music { Self.add(try music.block(range), musicGains, at: range.lowerBound, to: &block) }
            try mix(range.lowerBound + lead..<range.upperBound + lead, block)
        }
        let end = lead + narration.frameCount
        try forEachSilence(in: end..<end + tail, mix)
        try deliver(limiter.finish())
        try writer.finish()
        return Loudness(integratedLUFS: meter.integratedLUFS, truePeakDBTP: peak.finish())
    }

    /// Adds music under its gains, which run straight from one step to the next.
    private static func add(
        _ music: StereoBlock, _ gains: [Float], at start: Int, to block: inout StereoBlock
    ) {
        let step = DuckingCurve.stepMs * rate / 1000
        for index in 0..<block.count {
            let position = start + index
            let first = position / step
            let part = Float(position % step) / Float(step)
            let gain = gains[first] + (gains[min(first + 1, gains.count - 1)] - gains[first]) * part
            block.left[index] += music.left[index] * gain
            block.right[index] += music.right[index] * gain
        }
    }

    private func forEachSilence(
        in range: Range<Int>, _ body: (Range<Int>, StereoBlock) throws -> Void
    ) throws {
        for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSamples) {
            try cancel.check()
            let part = start..<min(start + Self.blockSamples, range.upperBound)
            try body(part, StereoBlock(silence: part.count))
        }
    }

    private func forEachBlock(_ body: (Range<Int>) throws -> Void) throws {
        for start in stride(from: 0, to: narration.frameCount, by: Self.blockSamples) {
            try cancel.check()
            try body(start..<min(start + Self.blockSamples, narration.frameCount))
        }
    }
}

/// Finds the gain at which the limited mix has the wanted loudness (secant method: the limiter takes
/// back a part of every decibel).
struct GainSearch {
    static let toleranceLU = 0.05
    static let maximumPasses = 6

    private(set) var gainDB: Double
    private var passes = 0
    private var before: (gainDB: Double, loudnessLUFS: Double)?
    private var missLU = Double.infinity

    init(gainDB: Double) { self.gainDB = gainDB }

    var isOver: Bool { abs(missLU) <= Self.toleranceLU || passes == Self.maximumPasses }

    /// The loudness that `gainDB` gave; moves on to the next gain.
    mutating func learn(_ loudnessLUFS: Double) {
        passes += 1
        missLU = Mixdown.targetLUFS - loudnessLUFS
        guard !isOver else { return }
        var slope = 1.0
        if let before, abs(gainDB - before.gainDB) > 1e-6 {
            slope = (loudnessLUFS - before.loudnessLUFS) / (gainDB - before.gainDB)
        }
        before = (gainDB, loudnessLUFS)
        gainDB += missLU / min(1.5, max(0.2, slope))
    }
}
