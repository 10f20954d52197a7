import BatchVideo
import Foundation

/// A film ready to be rendered.
struct Cut: Codable, Sendable {
    var timeline: Timeline
    /// How it lies in a portrait film, when one is wanted.
    var reframe: Reframe?
    /// What its files say that models made.
    var ai: AIContent?

    /// Files that the cutter made itself or had made; the others belong to earlier stages.
    var ownFiles: [String] {
        [timeline.captions?.file].compactMap { $0 } + timeline.overlays.map(\.file)
            + (reframe?.texts.map(\.file) ?? [])
    }
}

/// What the renderer is told beside the cut.
struct RenderBrief: Sendable {
    var brief: FilmBrief
    /// As they lie in the film.
    var cues: CueSheet
    var cover: Visual

    /// Names the film by what it says.
    var id: String { String(StableHash.of("\(brief.seed) \(brief.title)\n\(brief.text)"), radix: 16) }
}

/// The encoded films in the workspace, and their cover.
struct Films: Sendable {
    let film: URL
    let clean: URL?
    let reframed: URL?
    let cover: URL

    init(_ workspace: Workspace, brief: FilmBrief) {
        func file(_ name: String) -> URL { workspace.url(workspace.path(.renditions, name)) }
        film = file("film.mp4")
        clean = brief.wantsClean ? file("clean.mp4") : nil
        reframed = brief.reframe == nil ? nil : file("reframed.mp4")
        cover = file("cover.jpg")
    }

    func renditions(_ cut: Cut, _ making: RenderBrief) -> [RenditionOrder] {
        let (timeline, brief) = (cut.timeline, making.brief)
        let tags = cut.ai?.tags(producer: "BatchVideo", id: making.id)
        let branded = RenditionOrder(
            file: film.path, hasCaptions: timeline.captions != nil,
            hasBranding: timeline.hasBranding,
            textTrack: brief.hasTextTrack == true ? TextTrack(making.cues) : nil,
            coverPicture: brief.branding?.cover == .attached ? cover.path : nil, tags: tags)
        let bare = clean.map {
            RenditionOrder(file: $0.path, hasCaptions: false, hasBranding: false, tags: tags)
        }
        let tall = reframed.map {
            RenditionOrder(
                file: $0.path, hasCaptions: timeline.captions != nil,
                hasBranding: timeline.hasBranding, reframe: cut.reframe, tags: tags)
        }
        return [branded] + [bare, tall].compactMap { $0 }
    }
}
