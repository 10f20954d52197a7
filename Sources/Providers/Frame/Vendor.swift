package import BatchVideo

/// A vendor that can be configured: one value in one file, and one line in `Vendors.swift`.
package struct Vendor: Sendable {
    /// "azure", "comfyui": lower case, digits and dashes.
    package let id: String
    /// What people read: "Azure Speech".
    package let title: String
    /// Besides the settings that every vendor has (`VendorSetting.common`).
    package let settings: [VendorSetting]
    /// Throws `.invalid` naming the setting that is missing or wrong. Makes no connection.
    package let make: @Sendable (VendorSettings, VendorTools) throws -> VendorParts

    package init(
        _ id: String, title: String, settings: [VendorSetting],
        make: @escaping @Sendable (VendorSettings, VendorTools) throws -> VendorParts
    ) {
        self.id = id
        self.title = title
        self.settings = settings
        self.make = make
    }
}

/// What a vendor can do, as adapters of the ports.
package struct VendorParts: Sendable {
    package var speech: (any SpeechVendor)?
    package var converter: (any VoiceConverter)?
    package var transcriber: (any Transcriber)?
    package var model: (any LanguageModel)?
    package var images: (any ImageGenerator)?
    package var clips: (any ClipGenerator)?
    package var footage: (any FootageLibrary)?
    package var presenter: (any PresenterGenerator)?
    package var texts: (any TextDetector)?
    package var storage: (any ObjectStorage)?

    package init(
        speech: (any SpeechVendor)? = nil, converter: (any VoiceConverter)? = nil,
        transcriber: (any Transcriber)? = nil, model: (any LanguageModel)? = nil,
        images: (any ImageGenerator)? = nil, clips: (any ClipGenerator)? = nil,
        footage: (any FootageLibrary)? = nil, presenter: (any PresenterGenerator)? = nil,
        texts: (any TextDetector)? = nil, storage: (any ObjectStorage)? = nil
    ) {
        self.speech = speech
        self.converter = converter
        self.transcriber = transcriber
        self.model = model
        self.images = images
        self.clips = clips
        self.footage = footage
        self.presenter = presenter
        self.texts = texts
        self.storage = storage
    }

    /// Names of the ports it answers.
    package var kinds: [String] {
        let all: [(String, Bool)] = [
            ("speech", speech != nil), ("conversion", converter != nil),
            ("transcription", transcriber != nil), ("text", model != nil), ("images", images != nil),
            ("clips", clips != nil), ("footage", footage != nil), ("presenter", presenter != nil),
            ("ocr", texts != nil), ("storage", storage != nil),
        ]
        return all.filter(\.1).map(\.0)
    }
}

/// A setting of a vendor, for documentation and to find misspelt ones.
package struct VendorSetting: Sendable {
    package let key: String
    /// What it is, its unit, what it is when left out.
    package let summary: String
    package let isRequired: Bool
    package let isSecret: Bool

    package init(_ key: String, _ summary: String, isRequired: Bool = false, isSecret: Bool = false) {
        self.key = key
        self.summary = summary
        self.isRequired = isRequired
        self.isSecret = isSecret
    }

    /// What every vendor has.
    package static let common: [VendorSetting] = [
        VendorSetting("vendor", "Which vendor it is; the name of the entry when left out."),
        VendorSetting("url", "Where its API begins; the vendor's own address when left out."),
        VendorSetting("key", "The key, or a list of keys that take turns.", isSecret: true),
        VendorSetting("atOnce", "Calls at the same time, 1 to 64; 4 when left out."),
        VendorSetting("perMinute", "Calls in any minute; no limit when left out."),
        VendorSetting("timeoutSeconds", "Longest time for one call; 300 when left out."),
        VendorSetting("taskMinutes", "Longest time for one task; 30 when left out."),
        VendorSetting("tries", "Attempts of a call that fails in a way that can pass, 1 to 10; 4 when left out."),
        VendorSetting(
            "price", "Cost of one unit (picture, second, 1,000 characters or tokens) in `currency`; 0 when left out."),
        VendorSetting("currency", "ISO 4217; USD when left out."),
        VendorSetting("allowHosts", "Hosts inside the own network that its results may be fetched from."),
    ]
}
