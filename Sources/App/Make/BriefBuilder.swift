import ArgumentParser
import BatchVideo
import Foundation

/// Turns a text and the options into a brief; all input is checked here, before any work begins.
struct BriefBuilder {
    let options: MakeOptions
    let casting: Casting
    private let images: [String]
    private let footage: [String]
    private var music: MusicChoice
    private let logo: String?
    private let timbre: String?
    private let lexicon: [String: String]

    init(_ options: MakeOptions, _ casting: Casting) throws {
        self.options = options
        self.casting = casting
        images = try Self.media(options.images, FolderListing.images, "pictures")
        footage = try Self.media(options.footage, FolderListing.videos, "video clips")
        music = try MusicChoice(options.music)
        logo = try options.branding.logo.map(Self.readable)
        timbre = try options.timbre.map(Self.readable)
        lexicon = try options.lexicon.map { try Lexicon.read(URL(filePath: $0)) } ?? [:]
    }

    mutating func brief(for source: TextSource) throws -> FilmBrief {
        let data = try source.read()
        if source.isManifest { return try Self.brief(fromManifest: data, source) }
        let text: String
        do {
            text = try ScriptInput.check(data)
        } catch var error as BatchVideoError {
            error.message = "\(source.name): \(error.message)"
            throw error
        }
        let (voice, language) = try casting.cast(for: text)
        let title = try ScriptInput.checkTitle(options.title ?? Script.suggestedTitle(for: text))
        let seed = options.seed ?? StableHash.of(title + "\n" + text) >> 32
        return FilmBrief(
            text: text, title: title, language: language, voice: voice.id,
            speed: options.speed, canvas: try options.canvas, mix: options.effectiveMix,
            captions: CaptionStyle(
                look: options.captions, plate: options.plate.uppercased(),
                position: options.captionPosition == .bottom ? nil : options.captionPosition,
                isTraditional: options.traditional ? true : nil),
            quality: options.quality ?? (options.draft ? .draft : .standard),
            seed: seed, wantsClean: options.clean, images: images, footage: footage,
            music: music.next(seed: seed), logo: logo, lexicon: lexicon,
            transitions: try options.transitionChoice,
            motion: options.motion == .auto ? nil : options.motion,
            fit: options.fit == .fill ? nil : options.fit,
            branding: try options.branding.branding(title: title),
            presenter: try options.presenter.choice(),
            reframe: options.reframe.choice(title: title),
            hasTextTrack: options.softCaptions ? true : nil,
            clipSound: options.clipSound == 0 ? nil : options.clipSound,
            encoder: options.encoder == .auto ? nil : options.encoder,
            mixing: try options.mixing.choice, timbre: timbre)
    }

    static func media(
        _ folder: String?, _ kinds: Set<String>, _ noun: String
    ) throws -> [String] {
        guard let folder else { return [] }
        let files = try FolderListing.files(
            in: URL(filePath: folder, directoryHint: .isDirectory), withExtensions: kinds)
        guard !files.isEmpty else {
            throw BatchVideoError(
                .notFound,
                "no \(noun) in \(folder); it should hold \(kinds.sorted().joined(separator: ", ")) files")
        }
        return files.map { $0.absoluteURL.path }
    }

    static func readable(_ path: String) throws -> String {
        let url = URL(filePath: path).absoluteURL
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder),
            !isFolder.boolValue, access(url.path, R_OK) == 0
        else {
            throw BatchVideoError(.notFound, "cannot read \(path); check the path")
        }
        return url.path
    }

    private static func brief(fromManifest data: Data, _ source: TextSource) throws -> FilmBrief {
        guard let manifest = try? JSONDecoder().decode(Manifest.self, from: data),
            manifest.format == Manifest.format
        else {
            throw BatchVideoError(.invalid, "\(source.name) is not a manifest of a film of this program")
        }
        return manifest.brief
    }
}

extension TextSource {
    var isManifest: Bool {
        if case .file(let url) = self { return url.lastPathComponent.hasSuffix(Self.manifestSuffix) }
        return false
    }
}
