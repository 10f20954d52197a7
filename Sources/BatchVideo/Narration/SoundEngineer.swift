package import Foundation

/// A spoken sentence's file and the silence that follows it.
package struct SpeechPiece: Hashable, Sendable {
    package var file: URL
    package var speech: Speech
    package var gapAfterMs: Int

    package init(file: URL, speech: Speech, gapAfterMs: Int) {
        self.file = file
        self.speech = speech
        self.gapAfterMs = gapAfterMs
    }
}

/// Where the pieces came to lie, in samples of the assembled file.
package struct AssembledSpeech: Hashable, Sendable, Codable {
    package var sampleRate: Int
    package var sampleCount: Int
    /// First sample of each piece, in order.
    package var starts: [Int]

    package init(sampleRate: Int, sampleCount: Int, starts: [Int]) {
        self.sampleRate = sampleRate
        self.sampleCount = sampleCount
        self.starts = starts
    }
}

/// What a mastered sound track measures (ITU-R BS.1770-4, EBU R 128).
package struct Loudness: Hashable, Sendable, Codable {
    package var integratedLUFS: Double
    package var truePeakDBTP: Double

    package init(integratedLUFS: Double, truePeakDBTP: Double) {
        self.integratedLUFS = integratedLUFS
        self.truePeakDBTP = truePeakDBTP
    }
}

/// Port: joins, mixes and masters sound. Streams from disk to disk, whatever the film's length.
///
/// Files are complete when a method returns, or absent. Throws `.notFound`/`.media` naming the file
/// that cannot be read, `.unwritable` when the disk is full.
package protocol SoundEngineer: Sendable {
    var version: String { get }

    /// Writes one mono 48 kHz float WAV: lead-in, the pieces (any sample rate) with their gaps, tail.
    func assemble(
        _ pieces: [SpeechPiece], leadInMs: Int, tailMs: Int, to file: URL
    ) async throws -> AssembledSpeech

    /// Writes the stereo 48 kHz float sound track: narration at -16 LUFS under -1.5 dBTP, `music`
    /// (any format, looped, faded out at the end) ducked beneath it. Exactly as many samples as the
    /// narration, and not shifted against it by even one.
    func master(narration: URL, music: URL?, to file: URL) async throws -> Loudness

    /// Writes an MP3 of a mastered track.
    func encodeMP3(_ soundTrack: URL, to file: URL) async throws
}
