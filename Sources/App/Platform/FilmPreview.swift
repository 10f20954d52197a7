import Artwork
import BatchVideo
import Foundation
import Media
import Providers
import Voices
import Web

/// What a film will look and sound like, before anything is paid or rendered.
struct FilmPreview: Sendable {
    let stores: Stores
    /// Nil: no voice is there.
    let speech: EmbeddedSpeech?
    let decoder: FFmpegSoundDecoder

    func fill(_ tools: inout WebTools) {
        tools.plan = { try await plan($0, owner: $1) }
        tools.planPicture = { try await picture($0, owner: $1) }
        tools.waveform = { try await waveform($0, points: $1) }
        if let speech {
            tools.speak = { try await Self.speak($0, speech) }
        }
    }

    /// The shots as the storyboard would cut them if a calm speaker read the text.
    private func plan(_ draft: JobDraft, owner: Owner) async throws -> FilmPlan {
        let board = try await storyboard(draft, owner)
        return FilmPlan(
            language: board.storyboard.language, length: board.length,
            shots: board.storyboard.shots.map {
                FilmPlan.Shot(span: $0.span, text: $0.text, isMoving: $0.isMoving)
            })
    }

    private struct Board {
        var storyboard: Storyboard
        var length: MediaTime
        var canvas: Canvas
        var seed: UInt64
    }

    private func storyboard(_ draft: JobDraft, _ owner: Owner) async throws -> Board {
        let choices = try await choices(of: draft, owner)
        let canvas = choices.resolution.map { Canvas(size: $0) } ?? (draft.isHorizontal ? .landscape : .portrait)
        let script = try Script(reading: draft.content, language: try await language(of: draft, owner))
        let narration = EstimatedNarration.of(script, speed: draft.speechSpeed)
        let cues = Captioner(.for(language: narration.language, canvas: canvas)).cues(for: narration)
        let seed = choices.seed ?? Self.seed
        return Board(
            storyboard: Storyboarder.plan(
                cues: cues, duration: narration.duration, mix: choices.mix ?? 30,
                by: choices.mixing?.measure ?? .shots, seed: seed),
            length: narration.duration, canvas: canvas, seed: seed)
    }

    /// A film's own is drawn when it is filed.
    private static let seed: UInt64 = 1

    private func choices(of draft: JobDraft, _ owner: Owner) async throws -> FilmChoices {
        var topic: TopicFields?
        if let id = draft.topicID { topic = try await stores.topics.find(id, owner: owner).fields }
        var account: AccountExtra?
        if let id = draft.accountID { account = try await stores.accounts.find(id, owner: owner).fields.extra }
        return try FilmChoices(draft, topic: topic, account: account)
    }

    /// Nil: the text says.
    private func language(of draft: JobDraft, _ owner: Owner) async throws -> Language? {
        guard let id = draft.languageID else { return nil }
        let name = try await stores.languages.find(id, owner: owner).fields.name
        return Language.isTag(name) ? Language(name) : nil
    }

    /// The longer side of a preview in pixels.
    private static let side = 720.0

    private func picture(_ draft: JobDraft, owner: Owner) async throws -> Data {
        let board = try await storyboard(draft, owner)
        let planner = VisualPlanner(
            storyboard: board.storyboard, title: draft.title, canvas: board.canvas, seed: board.seed)
        guard var picture = planner.plan().first?.picture else {
            throw BatchVideoError(.invalid, "the text holds nothing to show", field: "content")
        }
        let scale = Self.side / Double(board.canvas.size.longer)
        picture.size = PixelSize(
            width: max(16, Int(Double(board.canvas.width) * scale)),
            height: max(16, Int(Double(board.canvas.height) * scale)))
        return try await Self.inFile("png") { try await PaintedScenes().paint(picture, to: $0) }
    }

    /// - Throws: `.invalid` for a voice that is not there or a text with nothing to say.
    private static func speak(_ wish: SpeechWish, _ speech: EmbeddedSpeech) async throws -> Data {
        let language = wish.language.isEmpty ? Language.detect(in: wish.text) : Language(wish.language)
        let voice = try wish.voice.isEmpty ? speech.voice(for: language) : speech.voice(named: wish.voice)
        return try await inFile("wav") { file in
            _ = try await speech.speak(
                SpeechRequest(text: wish.text, language: voice.language, voice: voice.id, speed: wish.speed), to: file)
        }
    }

    /// What `make` writes into a file that is gone afterwards.
    private static func inFile(_ suffix: String, _ make: (URL) async throws -> Void) async throws -> Data {
        let file = FileManager.default.temporaryDirectory
            .appending(path: "batchvideo-preview-\(UUID().uuidString).\(suffix)")
        defer { try? FileManager.default.removeItem(at: file) }  // the system clears it otherwise
        try await make(file)
        return try Data(contentsOf: file)
    }

    /// Enough for a picture of a voice.
    private static let sampleRate = 8_000

    private func waveform(_ file: URL, points: Int) async throws -> Waveform {
        let sound = try await decoder.decode(file, sampleRate: Self.sampleRate)
        return Waveform(sound, points: points)
    }
}
