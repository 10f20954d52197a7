package import BatchVideo
package import Foundation

/// Plays pieces with instruments that are computed: no samples of anyone's.
package struct MusicSynthesizer: MusicPerformer {
    package let version = "synthesizer 1"

    package init() {}

    package func play(_ piece: MusicPiece, to file: URL) async throws {
        try await PartialFile.write(file) { partial in
            try await OwnThread.run("music") { cancel in
                try MusicRecording(piece: piece, cancel: cancel).write(to: partial)
            }
        }
    }
}
