import BatchVideo
import Foundation

/// Music as long as the film: repeated, faded at both ends. What is no loop of itself fades into its
/// start with equal power.
///
/// Reads the decoded track (interleaved stereo float at 48 kHz without header) where it is needed.
struct MusicBed: Sendable {
    static let crossfadeSamples = 2 * 48_000
    static let fadeInSamples = 24_000
    static let fadeOutSamples = 2 * 48_000
    /// A shorter sound is a click, not music.
    static let shortestSamples = 24_000

    private let file: OpenFile
    private let trackCount: Int
    private let filmCount: Int
    private let overlap: Int
    /// See `SoundBed`.
    let speechLUFS: Double

    /// `decoded` is the sound of `bed`; `name` of the user's file is for the message. Throws `.media` when
    /// there is too little sound.
    init(_ bed: SoundBed, decoded: URL, filmCount: Int, name: String) throws {
        let file = try? OpenFile(decoded)
        trackCount = (file?.sizeBytes ?? 0) / 8
        guard let file, trackCount >= Self.shortestSamples else {
            throw BatchVideoError(.media, "\(name) holds less than half a second of sound")
        }
        self.file = file
        self.filmCount = filmCount
        let isJoined = bed.isLoop || trackCount >= filmCount
        overlap = isJoined ? 0 : min(Self.crossfadeSamples, trackCount / 4)
        speechLUFS = bed.speechLUFS
    }

    /// The samples that are played once before the music repeats.
    var period: Int { trackCount - overlap }

    /// The music in `range` of the film.
    func block(_ range: Range<Int>) throws -> StereoBlock {
        var result = StereoBlock.empty
        var position = range.lowerBound
        while position < range.upperBound {
            let phase = position % period
            let inOverlap = position >= period && phase < overlap
            let end = inOverlap ? overlap : period
            let count = min(range.upperBound - position, end - phase)
            let piece = try inOverlap ? joint(phase, count) : track(phase, count)
            result.left += piece.left
            result.right += piece.right
            position += count
        }
        fade(&result, from: range.lowerBound)
        return result
    }

    /// Where the end of the track passes into its start.
    private func joint(_ phase: Int, _ count: Int) throws -> StereoBlock {
        let rising = try track(phase, count)
        let falling = try track(period + phase, count)
        var mixed = rising
        for index in 0..<count {
            let angle = Double.pi / 2 * (Double(phase + index) + 0.5) / Double(overlap)
            let (up, down) = (Float(sin(angle)), Float(cos(angle)))
            mixed.left[index] = rising.left[index] * up + falling.left[index] * down
            mixed.right[index] = rising.right[index] * up + falling.right[index] * down
        }
        return mixed
    }

    private func track(_ start: Int, _ count: Int) throws -> StereoBlock {
        let bytes = file.bytes(at: start * 8, count: count * 8)
        guard bytes.count == count * 8 else {
            throw BatchVideoError(.media, "the decoded music broke off while it was read")
        }
        return bytes.withUnsafeBytes { StereoBlock(interleaved: $0) }
    }

    private func fade(_ block: inout StereoBlock, from start: Int) {
        let fadeIn = min(Self.fadeInSamples, filmCount / 4)
        let fadeOut = min(Self.fadeOutSamples, filmCount / 4)
        for index in 0..<block.count {
            let position = start + index
            let rising = Float(position) / Float(max(1, fadeIn))
            let falling = Float(filmCount - 1 - position) / Float(max(1, fadeOut))
            let gain = min(1, min(rising, falling))
            guard gain < 1 else { continue }
            let smooth = gain * gain * (3 - 2 * gain)
            block.left[index] *= smooth
            block.right[index] *= smooth
        }
    }
}

extension StereoBlock {
    /// From left and right samples in turn; what is not finite is silence.
    init(interleaved raw: UnsafeRawBufferPointer) {
        let count = raw.count / 8
        left = [Float](repeating: 0, count: count)
        right = left
        for index in 0..<count {
            let l = raw.loadUnaligned(fromByteOffset: index * 8, as: Float.self)
            let r = raw.loadUnaligned(fromByteOffset: index * 8 + 4, as: Float.self)
            left[index] = l.isFinite ? l : 0
            right[index] = r.isFinite ? r : 0
        }
    }
}
