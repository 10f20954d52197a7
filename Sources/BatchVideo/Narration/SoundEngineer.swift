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

/// Music under a film: as long as the narration, faded at both ends, ducked beneath it.
package struct SoundBed: Hashable, Sendable {
    /// Any format.
    package var file: URL
    /// Its end leads into its start: repeated as it is. Else its end is faded into its start.
    package var isLoop: Bool
    /// Its loudness while someone speaks, in LUFS; `pauseLUFS` in pauses.
    package var speechLUFS: Double

    package static let pauseLUFS = -26.0
    /// Of music that may sing, and has not made room for a voice.
    package static let foreignLUFS = -34.0

    package init(_ file: URL, isLoop: Bool = false, speechLUFS: Double = foreignLUFS) {
        self.file = file
        self.isLoop = isLoop
        self.speechLUFS = speechLUFS
    }
}

/// What is heard in a film.
package struct SoundScore: Hashable, Sendable {
    /// Mono 48 kHz float WAV.
    package var narration: URL
    package var music: SoundBed?
    /// Samples at 48 kHz before and after the narration.
    package var lead: Int
    package var tail: Int
    package var inserts: [SoundInsert]

    package init(
        narration: URL, music: SoundBed? = nil, lead: Int = 0, tail: Int = 0,
        inserts: [SoundInsert] = []
    ) {
        self.narration = narration
        self.music = music
        self.lead = lead
        self.tail = tail
        self.inserts = inserts
    }
}

/// A stretch of a clip's own sound. A clip that has none is silent.
package struct SoundInsert: Hashable, Sendable, Codable {
    /// Any format with sound in it.
    package var file: URL
    /// Where in the clip it begins.
    package var inPoint: MediaTime
    /// Where it lies in the film, in samples at 48 kHz; shorter when the clip ends.
    package var samples: Range<Int>
    /// The loudness it is brought to.
    package var loudnessLUFS: Double

    package init(file: URL, inPoint: MediaTime, samples: Range<Int>, loudnessLUFS: Double) {
        self.file = file
        self.inPoint = inPoint
        self.samples = samples
        self.loudnessLUFS = loudnessLUFS
    }
}

/// Port: joins, mixes and masters sound. Streams from disk to disk, whatever the film's length.
///
/// Files are complete when a method returns, or absent. Throws `.notFound`/`.media` naming the file
/// that cannot be read, `.unwritable` when the disk is full.
package protocol SoundEngineer: Sendable {
    var version: String { get }

    /// Writes one mono 48 kHz float WAV: lead-in, the pieces (any sample rate) with their gaps, tail.
    /// A gap is made longer or shorter by half of `beatMs` at most, so that the next piece begins on a
    /// whole number of beats; 0: as it is.
    func assemble(
        _ pieces: [SpeechPiece], leadInMs: Int, tailMs: Int, beatMs: Int, to file: URL
    ) async throws -> AssembledSpeech

    /// Writes the stereo 48 kHz float sound track of `score`: narration at -16 LUFS under -1.5 dBTP
    /// with the rest beneath and around it. Exactly `score.lead`, the narration and `score.tail`
    /// long, and the narration not shifted by even one sample.
    func master(_ score: SoundScore, to file: URL) async throws -> Loudness

    /// Writes an MP3 of a mastered track.
    func encodeMP3(_ soundTrack: URL, to file: URL) async throws
}
