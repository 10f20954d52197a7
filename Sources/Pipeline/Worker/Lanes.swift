package import BatchVideo
import Foundation

// The pipeline's parts, sharing this machine's cores among all films that are made at once.

extension PipelineParts {
    /// Painting, music and mastering take a core each, rendering takes all of them: an encoder that has
    /// them to itself is quicker than several side by side.
    package func sharing(_ cores: Lane, count: Int) -> PipelineParts {
        var parts = self
        parts.painter = SharedPainter(painter: painter, cores: cores)
        parts.loops = SharedLoops(loops: loops, cores: cores)
        parts.presenter = SharedPresenter(presenter: presenter, cores: cores)
        parts.sound = SharedSound(sound: sound, cores: cores)
        parts.music = SharedMusic(music: music, cores: cores)
        parts.renderer = SharedRenderer(renderer: renderer, cores: cores, count: count)
        return parts
    }
}

private struct SharedPainter: PicturePainter {
    let painter: any PicturePainter
    let cores: Lane

    var version: String { painter.version }

    func paint(_ picture: PaintedPicture, to file: URL) async throws {
        try await cores.use { try await painter.paint(picture, to: file) }
    }

    func paint(_ picture: PaintedPicture, over ground: URL, to file: URL) async throws {
        try await cores.use { try await painter.paint(picture, over: ground, to: file) }
    }
}

private struct SharedLoops: LoopPainter {
    let loops: any LoopPainter
    let cores: Lane

    var version: String { loops.version }

    func paint(_ picture: PaintedPicture, fps: Int, to file: URL) async throws -> MediaTime {
        try await cores.use { try await loops.paint(picture, fps: fps, to: file) }
    }
}

private struct SharedPresenter: PresenterPainter {
    let presenter: any PresenterPainter
    let cores: Lane

    var version: String { presenter.version }

    func paint(
        _ drawn: DrawnPresenter, speaking mouth: MouthTrack, shown: [Range<Int>], to file: URL
    ) async throws {
        try await cores.use { try await presenter.paint(drawn, speaking: mouth, shown: shown, to: file) }
    }
}

private struct SharedSound: SoundEngineer {
    let sound: any SoundEngineer
    let cores: Lane

    var version: String { sound.version }

    func assemble(
        _ pieces: [SpeechPiece], leadInMs: Int, tailMs: Int, beatMs: Int, to file: URL
    ) async throws -> AssembledSpeech {
        try await cores.use {
            try await sound.assemble(
                pieces, leadInMs: leadInMs, tailMs: tailMs, beatMs: beatMs, to: file)
        }
    }

    func master(_ score: SoundScore, to file: URL) async throws -> Loudness {
        try await cores.use { try await sound.master(score, to: file) }
    }

    func encodeMP3(_ soundTrack: URL, to file: URL) async throws {
        try await cores.use { try await sound.encodeMP3(soundTrack, to: file) }
    }
}

private struct SharedMusic: MusicPerformer {
    let music: any MusicPerformer
    let cores: Lane

    var version: String { music.version }

    func play(_ piece: MusicPiece, to file: URL) async throws {
        try await cores.use { try await music.play(piece, to: file) }
    }
}

private struct SharedRenderer: Renderer {
    let renderer: any Renderer
    let cores: Lane
    let count: Int

    var version: String { renderer.version }

    func render(
        _ order: RenderOrder, progress: @escaping @Sendable (RenderEvent) -> Void
    ) async throws {
        try await cores.use(count) { try await renderer.render(order, progress: progress) }
    }
}
