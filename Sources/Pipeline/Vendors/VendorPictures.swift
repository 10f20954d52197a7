import BatchVideo
import Foundation

/// Pictures and clips that vendors make, brought into the workspace like anything from outside.
struct VendorPictures: Sendable {
    let vendors: FilmVendors
    let paid: PaidCalls
    let shelf: UserMedia
    let workspace: Workspace
    let canvas: Canvas
    let look: PictureLook?
    /// Of the film: the same person in all its pictures.
    let seed: UInt64
    /// Portraits are made one after another, so that each is made once.
    private let easel = Lane(capacity: 1)

    init(
        vendors: FilmVendors, paid: PaidCalls, shelf: UserMedia, workspace: Workspace, canvas: Canvas,
        look: PictureLook?, seed: UInt64
    ) {
        self.vendors = vendors
        self.paid = paid
        self.shelf = shelf
        self.workspace = workspace
        self.canvas = canvas
        self.look = look
        self.seed = seed
    }

    private static let portraitSize = PixelSize(width: 768, height: 1360)

    private var portraitSeed: UInt64 {
        var random = SeededRandom(seed: seed, "portrait", 0)
        return random.next() >> 11
    }

    private struct Seen: Codable, Sendable {
        var seed: UInt64
        var model: String?
    }

    /// Nil: no vendor could, the embedded painter is to.
    func visual(
        for picture: GeneratedPicture, length: MediaTime, warn: @escaping @Sendable (String) -> Void
    ) async throws -> (Visual, isReused: Bool)? {
        if !picture.isMoving { return try await still(picture, warn) }
        return try await clip(picture, length, warn)
    }

    private func still(
        _ picture: GeneratedPicture, _ warn: (String) -> Void
    ) async throws -> (Visual, isReused: Bool)? {
        try await vendors.ask(vendors.images, .image, warn: warn) { vendor in
            let request = try await request(for: picture, by: vendor, warn)
            let (made, isReused) = try await readable(request, by: vendor, warn)
            let file = try SourceFile(workspace.url(made.path ?? "").path)
            var visual = try await shelf.picture(file, covering: canvas.size)
            visual.provenance = provenance(visual, vendor.name, made.output, picture.prompt)
            return (visual, isReused)
        }
    }

    /// With a portrait of the person in it, where the vendor can follow one (requirements G7).
    private func request(
        for picture: GeneratedPicture, by vendor: any ImageGenerator, _ warn: (String) -> Void
    ) async throws -> ImageRequest {
        var request = ImageRequest(
            prompt: picture.prompt, size: canvas.size, seed: picture.seed, lora: look?.lora)
        guard let actor = picture.actor, vendor.takesReference else { return request }
        let portrait = ImageRequest(
            prompt: "full body portrait of one person, standing, plain light background: \(actor)",
            size: Self.portraitSize, seed: portraitSeed, lora: look?.lora)
        let made = try await easel.use { try await image(portrait, by: vendor).made }
        request.reference = made.path.map { workspace.url($0).path }
        return request
    }

    /// A picture with little writing in it, as far as anybody can look (requirements G6).
    private func readable(
        _ request: ImageRequest, by vendor: any ImageGenerator, _ warn: (String) -> Void
    ) async throws -> (made: PaidCalls.Made<Seen>, isReused: Bool) {
        guard !vendors.texts.isEmpty else { return try await image(request, by: vendor) }
        var gate = TextGate(seed: request.seed)
        var pictures: [(made: PaidCalls.Made<Seen>, isReused: Bool)] = []
        while true {
            var asked = request
            asked.seed = gate.seed(of: pictures.count)
            do {
                pictures.append(try await image(asked, by: vendor))
            } catch let error as BatchVideoError where !pictures.isEmpty {
                warn("its picture has writing in it, and another could not be had: \(error.message)")
                return pictures[0]
            }
            let path = pictures[pictures.count - 1].made.path ?? ""
            switch gate.judge(try await texts(in: path)) {
            case .again: continue
            case .take(let choice):
                if case .hasText(let count) = choice.flag {
                    warn(
                        "\(pictures.count) pictures had writing in them; the one with least shows \(count) "
                            + "characters, look at it"
                    )
                }
                return pictures[choice.picture]
            }
        }
    }

    /// Nil: nobody could look.
    private func texts(in path: String) async throws -> [FoundText]? {
        let file = workspace.url(path)
        let sha256 = try DurableFile.digest(file).sha256
        return try await vendors.ask(vendors.texts, .ocr, warn: { _ in }) { vendor in
            // What costs nothing needs no book.
            guard !vendor.terms.unitCost.isFree else { return try await freeTexts(in: file, sha256, by: vendor) }
            return try await paid.make(
                .ocr, by: vendor, of: sha256, estimate: vendor.terms.unitCost
            ) { slip, _ in
                (try await vendor.texts(in: file, slip: slip), vendor.terms.unitCost)
            }.made.output
        }
    }

    private func freeTexts(
        in file: URL, _ sha256: String, by vendor: any TextDetector
    ) async throws -> [FoundText] {
        let fingerprint = try Fingerprint(of: sha256, "texts", vendor.name, vendor.version)
        let checkpoints = Checkpoints(workspace)
        if let known = checkpoints.find("texts", fingerprint, as: [FoundText].self, files: { _ in [] }) {
            return known
        }
        let texts = try await vendor.texts(in: file, slip: CallSlip(key: String(fingerprint.hex.prefix(32))))
        try checkpoints.store("texts", fingerprint, texts)
        return texts
    }

    private func image(
        _ request: ImageRequest, by vendor: any ImageGenerator
    ) async throws -> (made: PaidCalls.Made<Seen>, isReused: Bool) {
        try await paid.make(
            .image, by: vendor, of: ImageOrder(request), estimate: vendor.terms.unitCost, file: "picture"
        ) { slip, file in
            let media = try await vendor.generate(request, slip: slip, to: file)
            return (Seen(seed: media.seed ?? request.seed, model: media.model), media.cost)
        }
    }

    /// From a picture where the vendor takes one and there is one; else from words.
    private func clip(
        _ picture: GeneratedPicture, _ length: MediaTime, _ warn: (String) -> Void
    ) async throws -> (Visual, isReused: Bool)? {
        let wantsImage = picture.isOfWords != true && vendors.clips.contains(where: \.takesImage)
        let image = wantsImage ? try await first(picture, warn) : nil
        let able = vendors.clips.filter { $0.takesWordsAlone || $0.takesImage && image != nil }
        if able.isEmpty { warn("there is no picture to begin a clip with; something of our own is shown instead") }
        return try await vendors.ask(able, .clip, warn: warn) { vendor in
            let request = ClipRequest(
                prompt: picture.prompt, size: canvas.size, length: length, seed: picture.seed,
                image: vendor.takesImage ? image : nil)
            let (made, isReused) = try await paid.make(
                .clip, by: vendor, of: ClipOrder(request),
                estimate: vendor.terms.cost(units: vendor.billedSeconds(of: request)),
                file: "clip"
            ) { slip, file in
                let media = try await vendor.generate(request, slip: slip, to: file)
                return (Seen(seed: media.seed ?? request.seed, model: media.model), media.cost)
            }
            let brought = try await shelf.bring(try SourceFile(workspace.url(made.path ?? "").path))
            var visual = brought.visual
            visual.provenance = provenance(visual, vendor.name, made.output, picture.prompt)
            return (visual, isReused)
        }
    }

    /// The path of the picture that a clip begins with; nil when no vendor makes pictures.
    private func first(_ picture: GeneratedPicture, _ warn: (String) -> Void) async throws -> String? {
        let path = try await vendors.ask(vendors.images, .image, warn: warn) { vendor in
            let request = try await request(for: picture, by: vendor, warn)
            return try await readable(request, by: vendor, warn).made.path
        }
        guard let path = path ?? nil else { return nil }
        return workspace.url(path).path
    }

    private func provenance(
        _ visual: Visual, _ vendor: String, _ seen: Seen, _ prompt: String
    ) -> Provenance {
        Provenance(
            source: vendor, detail: seen.model ?? "", prompt: prompt, seed: seen.seed,
            sha256: visual.provenance.sha256, licence: "made by AI (\(vendor))")
    }

    /// A picture's request without the place of its reference, which is named by its content.
    private struct ImageOrder: Codable {
        var request: ImageRequest
        var reference: String?

        init(_ request: ImageRequest) throws {
            reference = try request.reference.map { try DurableFile.digest(URL(filePath: $0)).sha256 }
            self.request = request
            self.request.reference = nil
        }
    }

    /// A clip's request without the place of its first picture, which is named by its content.
    private struct ClipOrder: Codable {
        var request: ClipRequest
        var image: String?

        init(_ request: ClipRequest) throws {
            image = try request.image.map { try DurableFile.digest(URL(filePath: $0)).sha256 }
            self.request = request
            self.request.image = nil
        }
    }
}
