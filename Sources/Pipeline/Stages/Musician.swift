import BatchVideo
import Foundation

/// Brings the music that a film wants: the user's file, or a piece that is composed and played for it.
struct Musician: Sendable {
    let parts: PipelineParts
    let workspace: Workspace

    /// What the music depends on.
    enum Order: Codable, Sendable {
        case piece(MusicOrder)
        case file(SourceFile)

        /// Nil for none.
        init?(_ narration: Narration, _ brief: FilmBrief) throws {
            switch brief.music {
            case .none: return nil
            case .file(let path): self = .file(try SourceFile(path))
            case .auto:
                let text = narration.sentences.map(\.sentence.text).joined(separator: "\n")
                self = .piece(
                    MusicOrder(text: text, title: brief.title, language: narration.language, seed: brief.seed))
            }
        }
    }

    struct Music: Sendable {
        var bed: SoundBed
        var credit: MusicCredit
    }

    /// Loudness of our own pieces while someone speaks: they have made room for a voice.
    private static let speechLUFS = -30.0

    var version: String { "\(MusicComposer.version)/\(parts.music.version)" }

    func bring(_ order: Order) async throws -> Music {
        switch order {
        case .file(let file): return Music(bed: SoundBed(file.url), credit: MusicCredit(file: file.name))
        case .piece(let order): return try await piece(order)
        }
    }

    /// Kept under its own fingerprint: the same piece is not played again for another voice or cut.
    private func piece(_ order: MusicOrder) async throws -> Music {
        let fingerprint = try Fingerprint(of: order, "music", version)
        let path = workspace.path(.sound, "music-\(fingerprint.short).wav")
        let bed = SoundBed(workspace.url(path), isLoop: true, speechLUFS: Self.speechLUFS)
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find("music", fingerprint, as: MusicCredit.self, files: { _ in [path] }) {
            return Music(bed: bed, credit: known)
        }
        let piece = MusicComposer(order).piece()
        try await parts.music.play(piece, to: workspace.url(path))
        let credit = MusicCredit(piece)
        try checkpoints.store("music", fingerprint, credit)
        return Music(bed: bed, credit: credit)
    }
}
