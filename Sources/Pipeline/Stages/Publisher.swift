import BatchVideo
import Foundation

/// A film that is made and only needs publishing: all that the manifest tells.
struct Making: Sendable {
    var brief: FilmBrief
    var narration: Narration
    var cues: CueSheet
    var board: FittedBoard
    var gallery: Gallery
    var sound: MasteredSound
    var timeline: Timeline
    var films: Films
    var report: InspectionReport
}

/// Puts a finished film and what belongs to it where the user wants it. Everything is made ready in
/// the workspace first; then each file is moved in whole, the film after its companions and the
/// manifest last, so that a manifest means all is there.
struct Publisher: Sendable {
    let parts: PipelineParts
    let workspace: Workspace
    let paths: PublicationPaths

    func publish(_ making: Making, stageMs: [String: Int]) async throws -> Publication {
        let files = try await items(making).map(place)
        let manifest = manifest(of: making, files, stageMs)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try DurableFile.write(try encoder.encode(manifest), to: paths.manifest)
        return Publication(
            paths: paths, manifest: manifest,
            board: PublishedBoard(
                told: ToldFilm(
                    narration: making.narration,
                    shots: making.board.entries.map { ToldFilm.Piece(span: $0.span, letters: $0.letters) }),
                entries: making.board.entries, storyboard: making.board.storyboard,
                shown: making.gallery.visuals, alternatives: making.gallery.alternatives))
    }

    /// A file of the workspace and the role it is published in.
    private struct Item {
        var role: String
        var source: URL
        var target: URL
    }

    private func items(_ making: Making) async throws -> [Item] {
        let subRip = staged("film.srt")
        let webVTT = staged("film.vtt")
        let audio = staged("audio.mp3")
        try DurableFile.write(Data(SubRip.write(making.cues).utf8), to: subRip)
        try DurableFile.write(Data(WebVTT.write(making.cues).utf8), to: webVTT)
        try await parts.sound.encodeMP3(workspace.url(making.sound.track.file), to: audio)
        let others = [
            making.films.clean.map { Item(role: "clean", source: $0, target: paths.clean) },
            making.films.reframed.map {
                Item(role: "reframed", source: $0, target: paths.reframed)
            },
        ]
        return [
            Item(role: "srt", source: subRip, target: paths.subRip),
            Item(role: "vtt", source: webVTT, target: paths.webVTT),
            Item(role: "cover", source: making.films.cover, target: paths.cover),
            Item(role: "audio", source: audio, target: paths.audio),
        ] + others.compactMap { $0 }
            + [Item(role: "film", source: making.films.film, target: paths.film)]
    }

    private func staged(_ name: String) -> URL { workspace.url(workspace.path(.renditions, name)) }

    private func place(_ item: Item) throws -> ManifestFile {
        try Task.checkCancellation()
        try DurableFile.publish(item.source, to: item.target)
        let digest = try DurableFile.digest(item.target)
        return ManifestFile(
            role: item.role, name: item.target.lastPathComponent, bytes: digest.bytes,
            sha256: digest.sha256)
    }

    private func manifest(
        of making: Making, _ files: [ManifestFile], _ stageMs: [String: Int]
    ) -> Manifest {
        let shots = making.timeline.clips.compactMap { clip in
            clip.shot.map {
                ManifestShot(
                    shot: making.board.storyboard.shots[$0], visual: making.gallery.visuals[$0].visual,
                    clip: clip)
            }
        }
        return Manifest(
            madeWith: parts.versions, brief: making.brief,
            durationMs: making.timeline.durationMs, frameCount: making.timeline.frameCount,
            sentences: making.narration.sentences.map(\.withoutPhonemes), cues: making.cues.cues, shots: shots,
            presenter: making.gallery.presenter?.visual.provenance,
            mix: FilmMix(
                making.board.storyboard, making.gallery.visuals, of: making.brief,
                reused: making.gallery.reusedClips),
            music: making.sound.music, loudness: making.sound.loudness, inspection: making.report, stageMs: stageMs,
            files: files, warnings: making.gallery.warnings)
    }
}

extension NarratedSentence {
    /// Phonemes are found again; they would be most of the manifest.
    fileprivate var withoutPhonemes: NarratedSentence {
        NarratedSentence(sentence: sentence, span: span, words: words)
    }
}

extension Timeline {
    fileprivate var durationMs: Int { frameCount * 1000 / canvas.fps }
}
