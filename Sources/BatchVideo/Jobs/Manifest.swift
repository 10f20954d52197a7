/// Everything that went into a film and came out of it: enough to make the same film again.
///
/// `batchvideo make story.manifest.json` does so.
package struct Manifest: Sendable, Codable {
    package static let format = "batchvideo-manifest"

    /// `Manifest.format`, for people and programs that find the file alone.
    package var format: String
    /// Raised when a reader of the old form could not read the new one.
    package var formatVersion: Int
    /// Versions of the parts that decide how the film sounds and looks.
    package var madeWith: [String: String]
    package var brief: FilmBrief
    package var durationMs: Int
    package var frameCount: Int
    package var sentences: [NarratedSentence]
    package var cues: [Cue]
    package var shots: [ManifestShot]
    /// Who is seen speaking, and whether it is a drawing; nil: nobody.
    package var presenter: Provenance?
    /// Nil in manifests of earlier versions.
    package var mix: FilmMix?
    /// Nil for a film without music.
    package var music: MusicCredit?
    package var loudness: Loudness
    package var inspection: InspectionReport
    /// Wall time by stage, in milliseconds.
    package var stageMs: [String: Int]
    package var files: [ManifestFile]
    package var warnings: [String]

    package init(
        madeWith: [String: String], brief: FilmBrief, durationMs: Int, frameCount: Int,
        sentences: [NarratedSentence], cues: [Cue], shots: [ManifestShot], presenter: Provenance? = nil,
        mix: FilmMix?, music: MusicCredit?, loudness: Loudness,
        inspection: InspectionReport, stageMs: [String: Int], files: [ManifestFile],
        warnings: [String]
    ) {
        format = Self.format
        formatVersion = 2
        self.madeWith = madeWith
        self.brief = brief
        self.durationMs = durationMs
        self.frameCount = frameCount
        self.sentences = sentences
        self.cues = cues
        self.shots = shots
        self.presenter = presenter
        self.mix = mix
        self.music = music
        self.loudness = loudness
        self.inspection = inspection
        self.stageMs = stageMs
        self.files = files
        self.warnings = warnings
    }
}

/// A shot as it was planned, pictured and cut.
package struct ManifestShot: Sendable, Codable {
    package var shot: Shot
    package var visual: Visual
    package var clip: PictureClip

    package init(shot: Shot, visual: Visual, clip: PictureClip) {
        self.shot = shot
        self.visual = visual
        self.clip = clip
    }
}

/// A published file beside the film.
package struct ManifestFile: Sendable, Codable {
    /// "film", "clean", "reframed", "srt", "vtt", "cover", "audio".
    package var role: String
    /// File name in the manifest's own folder.
    package var name: String
    package var bytes: Int
    package var sha256: String

    package init(role: String, name: String, bytes: Int, sha256: String) {
        self.role = role
        self.name = name
        self.bytes = bytes
        self.sha256 = sha256
    }
}
