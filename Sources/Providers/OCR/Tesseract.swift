import BatchVideo
import Foundation

extension Vendor {
    /// The embedded one: free, on this machine, only what Debian's packages bring.
    static let tesseract = Vendor(
        "tesseract", title: "Tesseract (on this machine)",
        settings: [
            VendorSetting(
                "languages", "tesseract's names of languages, as a list; chi_sim and eng when left out.")
        ]
    ) { settings, tools in
        VendorParts(texts: try TesseractTexts(settings, tools))
    }
}

struct TesseractTexts: TextDetector {
    let name: String
    let version: String
    let terms = CallTerms()
    private let languages: [String]
    private let tools: VendorTools
    /// A reading takes a core for about a second.
    private let lane: Lane

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("tesseract")
        let languages = try settings.texts("languages")
        for language in languages where !Self.isName(language) {
            throw settings.fault("languages", "must be names such as chi_sim and eng")
        }
        self.languages = languages.isEmpty ? ["chi_sim", "eng"] : languages
        self.tools = tools
        lane = Lane(capacity: try settings.int("atOnce", in: 1...64, or: 2))
    }

    func texts(in picture: URL, slip: CallSlip) async throws -> [FoundText] {
        guard let read = tools.read else {
            throw BatchVideoError(
                .unavailable,
                "tesseract is not installed; run scripts/setup or: apt-get install tesseract-ocr tesseract-ocr-chi-sim",
                cause: VendorFailure(.outage, vendor: name, words: "it is not installed", isUnpaid: true))
        }
        return try await lane.use { try await read(picture, languages) }
    }

    private static func isName(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy {
            (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || $0 == 95
        }
    }
}
