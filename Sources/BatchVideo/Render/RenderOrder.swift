/// What `batchvideo-render` reads on standard input: one composition, one or two films of it.
package struct RenderOrder: Hashable, Sendable, Codable {
    /// Absolute path of the folder that the timeline's paths are relative to.
    package var workspace: String
    package var timeline: Timeline
    /// All show the same composed frames; each is encoded once.
    package var renditions: [RenditionOrder]
    package var quality: RenderQuality
    /// Nil: `.auto`.
    package var encoder: RenderEncoder?
    /// Absolute path of the folder that keeps finished segments; the render resumes from it.
    package var segmentCache: String
    /// Segments encoded at once, if memory has room for that many.
    package var workers: Int

    package init(
        workspace: String, timeline: Timeline, renditions: [RenditionOrder], quality: RenderQuality,
        encoder: RenderEncoder? = nil, segmentCache: String, workers: Int
    ) {
        self.workspace = workspace
        self.timeline = timeline
        self.renditions = renditions
        self.quality = quality
        self.encoder = encoder
        self.segmentCache = segmentCache
        self.workers = workers
    }
}

package struct RenditionOrder: Hashable, Sendable, Codable {
    /// Absolute path of the MP4 to write (through a temporary file beside it).
    package var file: String
    package var hasCaptions: Bool
    /// Overlays and progress bar; without it, labels only.
    package var hasBranding: Bool
    package var reframe: Reframe?
    /// Captions that the player can turn on; not burnt in.
    package var textTrack: TextTrack?
    /// Absolute path of a JPEG that the file carries as its cover.
    package var coverPicture: String?
    /// Metadata of the file, by key; nil: none.
    package var tags: [String: String]?

    package init(
        file: String, hasCaptions: Bool, hasBranding: Bool, reframe: Reframe? = nil,
        textTrack: TextTrack? = nil, coverPicture: String? = nil, tags: [String: String]? = nil
    ) {
        self.file = file
        self.hasCaptions = hasCaptions
        self.hasBranding = hasBranding
        self.reframe = reframe
        self.textTrack = textTrack
        self.coverPicture = coverPicture
        self.tags = tags
    }
}

/// Captions as a stream of their own (3GPP timed text).
package struct TextTrack: Hashable, Sendable, Codable {
    package struct Line: Hashable, Sendable, Codable {
        package var span: TimeSpan
        package var text: String

        package init(span: TimeSpan, text: String) {
            self.span = span
            self.text = text
        }
    }

    package var language: Language
    /// In order, none overlapping.
    package var lines: [Line]

    package init(_ sheet: CueSheet) {
        language = sheet.language
        lines = sheet.cues.map { Line(span: $0.span, text: $0.lines.joined(separator: "\n")) }
    }
}

package enum RenderQuality: String, Sendable, Codable, CaseIterable {
    /// Quick look: half size is the caller's affair (the canvas), this is the encoder's.
    case draft
    /// Medium's quality at a third of its time.
    case standard
    /// Smaller files at three times the time.
    case high
}

/// A line of JSON that `batchvideo-render` writes on standard output.
package struct RenderEvent: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable { case progress, warning, done, failed }

    package var kind: Kind
    package var framesDone: Int
    package var frameCount: Int
    /// Segments taken from the cache so far.
    package var segmentsReused: Int
    /// CPU seconds of the process so far.
    package var cpuSeconds: Double
    /// For `.failed`: one line saying what to do. For `.warning`: one line saying what was done
    /// otherwise than ordered.
    package var message: String?

    package init(
        kind: Kind, framesDone: Int, frameCount: Int, segmentsReused: Int = 0,
        cpuSeconds: Double = 0, message: String? = nil
    ) {
        self.kind = kind
        self.framesDone = framesDone
        self.frameCount = frameCount
        self.segmentsReused = segmentsReused
        self.cpuSeconds = cpuSeconds
        self.message = message
    }
}

/// Port: makes films of a timeline.
///
/// Each rendition's file is complete and fsynced when it returns, or absent. Cancelling ends the
/// child process; finished segments stay in the cache. Reports at least twice a second.
package protocol Renderer: Sendable {
    var version: String { get }
    func render(
        _ order: RenderOrder, progress: @escaping @Sendable (RenderEvent) -> Void
    ) async throws
}
