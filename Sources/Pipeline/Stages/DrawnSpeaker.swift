import BatchVideo
import Foundation

/// Makes a clip of a presenter who says the narration: a figure that is drawn, or a person's picture whose
/// mouth moves. Kept under its own fingerprint: what is said otherwise is drawn anew.
struct DrawnSpeaker: Sendable {
    let parts: PipelineParts
    let workspace: Workspace

    struct Order: Codable, Sendable {
        enum Likeness: Codable, Sendable {
            case figure(DrawnFigure)
            case photo(SourceFile)
        }

        var likeness: Likeness
        /// The audio is named by its fingerprint, so its path stands for the content.
        var narration: Narration
        var canvas: Canvas
        var place: PresenterPlan.Place
        /// Where in the narration the presenter may be seen.
        var seen: [TimeSpan]
        var seed: UInt64
        var version: String
    }

    /// Of the sound that a mouth is guessed from, and stress told.
    private static let sampleRate = 16_000
    /// A person's picture is brought in at least this large, so that a small face is not a blur.
    private static let smallestPicture = 900

    func clip(_ order: Order) async throws -> UserClip {
        let fingerprint = try Fingerprint(of: order, "drawn-presenter")
        let path = workspace.path(.visuals, "\(fingerprint.short).mp4")
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find("presenter", fingerprint, as: UserClip.self, files: { _ in [path] }) {
            return known
        }
        let fps = order.canvas.fps
        let sound = try await parts.decoder.decode(
            workspace.url(order.narration.audio), sampleRate: Self.sampleRate)
        let mouth = MouthTrack(order.narration, hearing: sound, fps: fps)
        let presenter = DrawnPresenter(
            try await likeness(order), on: order.ground, rim: order.rim, size: order.size, seed: order.seed)
        let shown = order.seen.map { $0.start.frame(fps: fps)..<max($0.start, $0.end).frame(fps: fps) }
        try await parts.presenter.paint(presenter, speaking: mouth, shown: shown, to: workspace.url(path))
        let visual = Visual(
            medium: .clip, file: path, size: order.size, length: mouth.length,
            provenance: try provenance(order, of: workspace.url(path)))
        let facts = FootageFacts(length: mouth.length, size: order.size, fps: Double(fps))
        let clip = UserClip(facts: facts, visual: visual)
        try checkpoints.store("presenter", fingerprint, clip)
        return clip
    }

    private func likeness(_ order: Order) async throws -> DrawnPresenter.Likeness {
        switch order.likeness {
        case .figure(let figure): return .figure(figure)
        case .photo(let file):
            let covered = PixelSize(
                width: max(order.size.width, Self.smallestPicture), height: max(order.size.height, Self.smallestPicture)
            )
            let picture = try await onUserFile {
                try await UserMedia(parts.importer, workspace, 1).picture(file, covering: covered)
            }
            return .photo(PresenterPhoto(file: workspace.url(picture.file).path))
        }
    }

    private func provenance(_ order: Order, of file: URL) throws -> Provenance {
        let digest = try DurableFile.digest(file).sha256
        return switch order.likeness {
        case .figure(let drawn):
            Provenance(
                source: Self.source,
                detail: "2D cartoon presenter (2D 卡通主持人): \(drawn.figure.rawValue)/\(drawn.palette.rawValue)",
                prompt: "", seed: order.seed, sha256: digest, licence: "own work of this program")
        case .photo(let photo):
            Provenance(
                source: "photo-presenter", detail: photo.name, prompt: "", seed: order.seed, sha256: digest,
                licence: "the user's file, shown with consent")
        }
    }

    /// Where such a clip says that it comes from.
    static let source = "drawn-presenter"
}

extension DrawnSpeaker.Order {
    /// Nil for a choice that shows a video, or a picture without consent.
    init?(_ choice: PresenterChoice, _ narration: Narration, _ brief: FilmBrief, version: String) throws {
        if let file = choice.file {
            guard choice.hasConsent == true else { return nil }
            likeness = .photo(try SourceFile(file))
        } else {
            likeness = .figure(choice.drawn ?? DrawnFigure())
        }
        self.narration = narration
        canvas = brief.canvas
        place = choice.place
        seen = choice.seen(of: narration.duration)
        seed = brief.seed
        self.version = version
    }

    var size: PixelSize { PresenterPlan.layout(place, on: canvas.size).0.size }

    var ground: DrawnPresenter.Ground {
        if case .corner(_, .keyed(let colour)) = place { .colour(colour) } else { .studio }
    }

    var rim: DrawnPresenter.Rim {
        switch place {
        case .corner(_, .circle): .circle
        case .corner(_, .rounded): .rounded
        case .corner(_, .rectangle), .corner(_, .keyed), .fullscreen: .none
        }
    }
}

extension PresenterChoice {
    /// What is seen begins and ends with a shot, which lasts at most this long.
    private static let longestShot = MediaTime(ms: 20_000)

    /// Where in a narration of `duration` it may be seen.
    func seen(of duration: MediaTime) -> [TimeSpan] {
        let intro = TimeSpan(start: .zero, end: min(duration, introLength + Self.longestShot))
        let end = duration + MediaTime(ms: 1000)  // a frame more than the narration, whatever the rate
        let outro = TimeSpan(start: max(.zero, duration - outroLength - Self.longestShot), end: end)
        switch appearance {
        case .whole: return [TimeSpan(start: .zero, end: end)]
        case .intro: return [intro.end < duration ? intro : TimeSpan(start: .zero, end: end)]
        case .outro: return [outro]
        case .ends: return [intro, outro]
        }
    }
}
