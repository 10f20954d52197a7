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
        let request = ImageRequest(
            prompt: picture.prompt, size: canvas.size, seed: picture.seed, lora: look?.lora)
        return try await vendors.ask(vendors.images, .image, warn: warn) { vendor in
            let (made, isReused) = try await image(request, by: vendor)
            let file = try SourceFile(workspace.url(made.path ?? "").path)
            var visual = try await shelf.picture(file, covering: canvas.size)
            visual.provenance = provenance(visual, vendor.name, made.output, picture.prompt)
            return (visual, isReused)
        }
    }

    private func image(
        _ request: ImageRequest, by vendor: any ImageGenerator
    ) async throws -> (made: PaidCalls.Made<Seen>, isReused: Bool) {
        try await paid.make(
            .image, by: vendor, of: request, estimate: vendor.terms.unitCost, file: "picture"
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
                .clip, by: vendor, of: ClipOrder(request), estimate: vendor.terms.cost(units: vendor.billedSeconds(of: request)),
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
        let request = ImageRequest(
            prompt: picture.prompt, size: canvas.size, seed: picture.seed, lora: look?.lora)
        let path = try await vendors.ask(vendors.images, .image, warn: warn) { vendor in
            try await image(request, by: vendor).made.path
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
