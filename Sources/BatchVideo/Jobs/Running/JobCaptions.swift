package import Foundation

/// The captions of a job's film, and what people changed in them.
package struct JobCaptions: Hashable, Sendable {
    package struct Entry: Hashable, Sendable, Codable {
        package var made: CaptionChange.Caption
        /// Nil: as it was made.
        package var wanted: CaptionChange.Caption?

        package init(made: CaptionChange.Caption, wanted: CaptionChange.Caption? = nil) {
            self.made = made
            self.wanted = wanted
        }

        package var shown: CaptionChange.Caption { wanted ?? made }
    }

    package var jobID: Int
    package var entries: [Entry]
    /// What lies before the narration in the film: times of entries are the narration's.
    package var lead: MediaTime
    package var version: Int
    package var updatedAt: Date

    package init(jobID: Int, entries: [Entry], lead: MediaTime, version: Int, updatedAt: Date) {
        self.jobID = jobID
        self.entries = entries
        self.lead = lead
        self.version = version
        self.updatedAt = updatedAt
    }

    package var isEdited: Bool { entries.contains { $0.wanted != nil } }

    package var changes: [CaptionChange] {
        entries.compactMap { entry in
            entry.wanted.map { CaptionChange(made: entry.made, wanted: $0) }
        }
    }

    /// Puts the captions as people want them: as many as there are, in order, in the narration's times.
    ///
    /// - Throws: `.invalid` naming the first field that is wrong, such as "cues.3.end".
    package mutating func want(_ captions: [CaptionChange.Caption]) throws {
        guard captions.count == entries.count else {
            throw BatchVideoError(
                .invalid, "there are \(entries.count) captions, not \(captions.count); load them again", field: "cues")
        }
        for (place, caption) in captions.enumerated() {
            let span = caption.span
            if span.end - span.start < CueSheet.shortestCaption {
                throw BatchVideoError(.invalid, "a caption lasts at least 0.2 s", field: "cues.\(place).end")
            }
            if place > 0, span.start < captions[place - 1].span.end {
                throw BatchVideoError(
                    .invalid, "begins before the caption above it ends", field: "cues.\(place).start")
            }
            let lines = caption.text.split(separator: "\n", omittingEmptySubsequences: false)
            if lines.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
                throw BatchVideoError(
                    .invalid, "a line of a caption holds something to read", field: "cues.\(place).text")
            }
        }
        for (place, caption) in captions.enumerated() {
            entries[place].wanted = caption == entries[place].made ? nil : caption
        }
    }

    /// What a run made, with the changes that still belong to one of its captions.
    package static func entries(of captions: PublishedCaptions) -> [Entry] {
        captions.made.cues.enumerated().map { place, cue in
            Entry(made: cue.caption, wanted: captions.wanted[place].flatMap { $0 == cue.caption ? nil : $0 })
        }
    }
}
