package import BatchVideo

// Every vendor: a line each.
extension Vendor {
    package static let all: [Vendor] = [
        .openAISpeech, .kokoro, .elevenLabs, .azure, .ttsServer, .seedVC, .gptSoVITS, .cosyVoice, .indexTTS, .miniMax,
        .edge, .openAITranscription, .funASR, .funASRSocket,
        .openAIChat,
        .flux, .fluxServer, .imageFarm, .openAIImages, .stableDiffusion, .comfyUI, .dashScope,
        .openAIVideos, .videoServer, .arkSeedance, .kling, .runway, .fal, .replicate,
        .pexels, .pixabay, .coverr, .folder,
        .tesseract, .ocrServer,
        .s3, .aliyunOSS,
        .humanServer, .duix, .heyGen, .did, .gradio,
        .declared,
    ]

    package static func named(_ id: String) -> Vendor? { all.first { $0.id == id } }
}

/// The vendors that are configured, ready to be called.
package struct ConfiguredVendors: Sendable {
    package struct Entry: Sendable {
        package let name: String
        package let vendor: Vendor
        package let parts: VendorParts
    }

    /// In the order of their names.
    package let entries: [Entry]

    /// - Parameter providers: settings by name, secrets filled in.
    ///
    /// Throws `.invalid` with all faults, a line each.
    package init(_ providers: [String: JSONValue], tools: VendorTools) throws {
        var entries: [Entry] = []
        var faults: [String] = []
        for (name, value) in providers.sorted(by: { $0.key < $1.key }) {
            do {
                entries.append(try Self.entry(name, value, tools))
            } catch let error as BatchVideoError where error.code == .invalid {
                faults.append(error.message)
            }
        }
        guard faults.isEmpty else { throw BatchVideoError(.invalid, faults.joined(separator: "\n")) }
        self.entries = entries
    }

    private static func entry(
        _ name: String, _ value: JSONValue, _ tools: VendorTools
    ) throws -> Entry {
        let isName = !name.isEmpty && name.utf8.count <= 64 && name.utf8.allSatisfy {
            (97...122).contains($0) || (48...57).contains($0) || $0 == 45
        }
        guard isName else {
            throw BatchVideoError(
                .invalid, "providers.\(name): a name has 1 to 64 of a-z, 0-9 and -")
        }
        guard let values = value.object else {
            throw BatchVideoError(.invalid, "providers.\(name) must be a map of settings")
        }
        let settings = VendorSettings(name: name, values: values)
        let id = try settings.text("vendor", or: name)
        guard let vendor = Vendor.named(id) else {
            let known = Vendor.all.map(\.id).joined(separator: ", ")
            throw settings.fault("vendor", "is \"\(id)\", which is none of \(known)")
        }
        let known = (VendorSetting.common + vendor.settings).map(\.key)
        if let odd = values.keys.sorted().first(where: { !known.contains($0) && $0 != "knowsRepeats" }) {
            throw settings.fault(odd, "is no setting of \(id), which has \(known.joined(separator: ", "))")
        }
        for setting in vendor.settings where setting.isRequired && !settings.has(setting.key) {
            throw settings.fault(setting.key, "is missing: \(setting.summary)")
        }
        return Entry(name: name, vendor: vendor, parts: try vendor.make(settings, tools))
    }

    package func parts(_ name: String) -> VendorParts? { entries.first { $0.name == name }?.parts }
}
