package import Foundation

/// What a finished film must be; read from the timeline and the cues it was made of.
package struct InspectionTarget: Sendable {
    package var timeline: Timeline
    package var cues: CueSheet
    package var hasCaptions: Bool
    /// Stretches where the picture may stand still or be dark: cards and the user's own footage.
    package var tolerated: [TimeSpan]

    package init(timeline: Timeline, cues: CueSheet, hasCaptions: Bool, tolerated: [TimeSpan] = []) {
        self.timeline = timeline
        self.cues = cues
        self.hasCaptions = hasCaptions
        self.tolerated = tolerated
    }
}

package struct InspectionReport: Hashable, Sendable, Codable {
    /// A named fault: "duration", "black", "frozen", "silence", "loudness", "caption-overlap" ...
    package struct Fault: Hashable, Sendable, Codable {
        package var name: String
        package var detail: String

        package init(name: String, detail: String) {
            self.name = name
            self.detail = detail
        }
    }

    package var durationMs: Int
    package var frameCount: Int
    package var size: PixelSize
    package var videoCodec: String
    package var audioCodec: String
    package var loudness: Loudness
    package var fileBytes: Int
    package var faults: [Fault]

    package init(
        durationMs: Int, frameCount: Int, size: PixelSize, videoCodec: String, audioCodec: String,
        loudness: Loudness, fileBytes: Int, faults: [Fault]
    ) {
        self.durationMs = durationMs
        self.frameCount = frameCount
        self.size = size
        self.videoCodec = videoCodec
        self.audioCodec = audioCodec
        self.loudness = loudness
        self.fileBytes = fileBytes
        self.faults = faults
    }
}

/// Port: opens a finished film again and says what is wrong with it.
///
/// Returns a report, with faults if any; throws only when the file cannot be opened at all.
package protocol FilmInspector: Sendable {
    func inspect(_ film: URL, against target: InspectionTarget) async throws -> InspectionReport
}
