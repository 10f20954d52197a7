import BatchVideo
import Foundation

extension Vendor {
    /// The specification's: `POST /ocr/` with a form's `file`, answered as PaddleOCR 2 nests it.
    static let ocrServer = Vendor(
        "ocr-server", title: "OCR server (/ocr/)",
        settings: [VendorSetting("url", "Where it is, such as http://127.0.0.1:8222.", isRequired: true)]
    ) { settings, tools in
        VendorParts(texts: try OCRServer(settings, tools))
    }
}

struct OCRServer: TextDetector {
    let name: String
    let version: String
    let terms: CallTerms
    private let caller: HTTPCaller
    private let url: URL

    private static let mostTexts = 2000

    init(_ settings: VendorSettings, _ tools: VendorTools) throws {
        name = settings.name
        version = settings.version("ocr-server")
        terms = try settings.terms()
        caller = try tools.caller(settings, key: .bearer)
        url = try settings.url()
    }

    func texts(in picture: URL, slip: CallSlip) async throws -> [FoundText] {
        let bytes = try MediaBytes(picture.path, maxBytes: 32 << 20)
        var form = Multipart()
        form.add("file", file: "picture.\(bytes.suffix)", type: bytes.type, bytes.data)
        let answer = try await caller.json(
            HTTPOrder(
                "POST", url.at("/ocr/"), headers: [("Idempotency-Key", slip.key)], body: .multipart(form),
                isRepeatable: terms.mayRepeat, maxBytes: 8 << 20))
        guard let result = answer["ocr_result"], let texts = Self.texts(result) else {
            let words = HTTPAnswer(status: 200, headers: [:], body: Data(answer.text.utf8)).words
            throw caller.failure(.outage, "its answer is no ocr_result: \(words)")
        }
        return texts
    }

    /// `[[ [box, [text, score]], ... ]]`; null, or a null in place of a page, when there is no writing.
    private static func texts(_ result: JSONValue) -> [FoundText]? {
        if result == .null { return [] }
        guard let pages = result.array else { return nil }
        var texts: [FoundText] = []
        for page in pages where page != .null {
            guard let lines = page.array else { return nil }
            for line in lines.prefix(mostTexts) {
                guard let said = line.array?.last?.array, let text = said.first?.string else { return nil }
                let score = said.count > 1 ? said[1].number ?? 0 : 0
                texts.append(FoundText(text: String(text.prefix(1000)), confidence: min(1, max(0, score))))
            }
        }
        return texts
    }
}
