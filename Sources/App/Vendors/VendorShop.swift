import BatchVideo
import Foundation
import Media
import Providers

/// The vendors of an installation, opened.
struct VendorShop: Sendable {
    let configured: ConfiguredVendors
    /// Nil where tesseract is missing.
    private let embeddedTexts: (any TextDetector)?
    private let transport: HTTPTransport

    /// - Throws: `.invalid` with all that is wrong in `providers`.
    init(
        _ settings: Settings, paths: ToolPaths,
        witness: (@Sendable (HTTPExchange) -> Void)? = nil, meter: any Meter = SilentMeter()
    ) throws {
        let importer = FFmpegImporter(paths: paths)
        let transport = HTTPTransport()
        self.transport = transport
        let folder = URL(filePath: settings.dataFolder, directoryHint: .isDirectory).appending(path: "vendors")
        var tools = VendorTools(transport: transport, folder: folder) { file, medium in
            try await importer.check(file, medium)
        } measure: { file in
            let seen = try await importer.examineVisual(file)
            return VendorTools.Measured(isPicture: seen.isPicture, length: seen.length, size: seen.size)
        }
        if let reader = PictureReader(paths: paths) {
            tools.read = { picture, languages in try await reader.texts(in: picture, languages: languages) }
        }
        tools.warn = Terminal.complain
        tools.witness = witness
        tools.meter = meter
        configured = try ConfiguredVendors(settings.providers, tools: tools)
        embeddedTexts =
            tools.read == nil
            ? nil : try ConfiguredVendors(["tesseract": .emptyObject], tools: tools).parts("tesseract")?.texts
    }

    func close() async { await transport.close() }

    /// - Throws: `.invalid` for names that are not configured or cannot do what they are wanted for.
    func vendors(_ use: VendorUse) throws -> FilmVendors {
        var vendors = FilmVendors()
        vendors.images = try chosen(use.images, "use.images", .image, \.images, &vendors)
        vendors.clips = try chosen(use.clips, "use.clips", .clip, \.clips, &vendors)
        vendors.libraries = try chosen(use.footage, "use.footage", .footage, \.footage, &vendors)
        vendors.models = try chosen(use.models, "use.models", .text, \.model, &vendors)
        vendors.speech = try chosen(use.speech, "use.speech", .speech, \.speech, &vendors)
        vendors.converters = try chosen(use.conversion, "use.conversion", .conversion, \.converter, &vendors)
        vendors.presenters = try chosen(use.presenters, "use.presenters", .presenter, \.presenter, &vendors)
        vendors.texts = try chosen(use.ocr, "use.ocr", .ocr, \.texts, &vendors)
        if vendors.texts.isEmpty && use.ocr.isEmpty || vendors.embeddedStandsIn.contains(.ocr) {
            vendors.texts += [embeddedTexts].compactMap(\.self)
        }
        vendors.transcribers = try chosen(
            use.transcription, "use.transcription", .transcription, \.transcriber, &vendors)
        return vendors
    }

    /// What kind of vendor a name stands for.
    func kind(of name: String) -> String { configured.entries.first { $0.name == name }?.vendor.id ?? name }

    private func chosen<Part>(
        _ names: [String], _ key: String, _ operation: CallOrder.Operation,
        _ part: KeyPath<VendorParts, Part?>, _ vendors: inout FilmVendors
    ) throws -> [Part] {
        if names.isEmpty { return configured.entries.compactMap { $0.parts[keyPath: part] } }
        if names == [VendorUse.nobody] { return [] }
        var parts: [Part] = []
        for name in names {
            if name == VendorUse.embedded {
                vendors.embeddedStandsIn.insert(operation)
                continue
            }
            guard let entry = configured.parts(name) else {
                let known = configured.entries.map(\.name).joined(separator: ", ")
                throw BatchVideoError(
                    .invalid,
                    "\(key) names \(name), which is not under providers (\(known.isEmpty ? "there is none" : known))",
                    field: key)
            }
            guard let found = entry[keyPath: part] else {
                throw BatchVideoError(
                    .invalid, "\(key) names \(name), which does \(entry.kinds.joined(separator: ", ")) only", field: key
                )
            }
            parts.append(found)
        }
        return parts
    }
}

extension FFmpegImporter {
    /// Decodes a file that a vendor gave. Throws `.media`.
    func check(_ file: URL, _ medium: VendorTools.Medium) async throws {
        switch medium {
        case .video: _ = try await examineFootage(file)
        case .sound: _ = try await examineSound(file)
        case .picture:
            let seen = file.appendingPathExtension("seen.png")
            defer { try? FileManager.default.removeItem(at: seen) }
            _ = try await importLogo(file, width: 16, to: seen)
        }
    }
}
