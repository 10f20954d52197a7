package import Foundation

/// Where the files of a film are wanted: all beside the film, named after it.
package struct PublicationPaths: Hashable, Sendable {
    package var film: URL

    package init(film: URL) { self.film = film }

    private func beside(_ suffix: String) -> URL {
        let stem = film.deletingPathExtension().lastPathComponent
        return film.deletingLastPathComponent().appending(path: stem + suffix)
    }

    package var clean: URL { beside(".clean.mp4") }
    /// The landscape film inside a portrait one.
    package var reframed: URL { beside(".reframed.mp4") }
    package var subRip: URL { beside(".srt") }
    package var webVTT: URL { beside(".vtt") }
    package var cover: URL { beside(".cover.jpg") }
    package var audio: URL { beside(".audio.mp3") }
    package var manifest: URL { beside(".manifest.json") }
}

/// A finished film and everything published with it.
package struct Publication: Sendable {
    package var paths: PublicationPaths
    package var manifest: Manifest
    package var board: PublishedBoard
    package var captions: PublishedCaptions?

    package init(paths: PublicationPaths, manifest: Manifest, board: PublishedBoard) {
        self.paths = paths
        self.manifest = manifest
        self.board = board
    }
}

/// The captions of a film in the narration's times.
package struct PublishedCaptions: Hashable, Sendable {
    package var made: CueSheet
    /// What people want instead, by place.
    package var wanted: [Int: CaptionChange.Caption]
    /// What lies before the narration in the film.
    package var lead: MediaTime

    package init(made: CueSheet, wanted: [Int: CaptionChange.Caption], lead: MediaTime) {
        self.made = made
        self.wanted = wanted
        self.lead = lead
    }
}

/// The shots of a film as they were shown, for people to edit.
package struct PublishedBoard: Hashable, Sendable, Codable {
    /// What is said, without its words' times, and which letters of it in which shot.
    package var told: ToldFilm
    /// What people chose, one per shot.
    package var entries: [ShotBoard.Entry]
    package var storyboard: Storyboard
    /// One per shot; files lie in the workspace.
    package var shown: [ShotVisual]
    /// Pictures made beside it, for each shot.
    package var alternatives: [[ShotVisual]]

    package init(
        told: ToldFilm, entries: [ShotBoard.Entry], storyboard: Storyboard, shown: [ShotVisual],
        alternatives: [[ShotVisual]]
    ) {
        self.told = told
        self.entries = entries
        self.storyboard = storyboard
        self.shown = shown
        self.alternatives = alternatives
    }
}
