import Foundation
import TestKit
import Testing

@Suite("The example of vendors without code")
struct HTTPVendorExampleTests {
    private static let example = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "examples/http-vendors.yaml")

    @Test("is taken as it stands, and a mistake in it is told with its key")
    func example() async throws {
        let folder = try TemporaryFolder()
        let text = try String(contentsOf: Self.example, encoding: .utf8)
        try folder.write(text, to: "batchvideo.yaml")

        let listed = try await Program.run(["providers", "list"], in: folder, environment: ["ACME_KEY": "k-1234"])

        #expect(listed.status == 0, "\(listed.errors)")
        for (name, kind) in [
            ("acme-voice", "speech"), ("acme-draw", "images"), ("acme-film", "clips"), ("acme-face", "presenter"),
            ("acme-mind", "text"),
        ] {
            #expect(listed.output.split(separator: "\n").contains { $0.contains(name) && $0.contains(kind) }, "\(name)")
        }

        try folder.write(text.replacing("text: \"%text%\"", with: "text: \"%txt%\""), to: "batchvideo.yaml")
        let refused = try await Program.run(["providers", "list"], in: folder, environment: ["ACME_KEY": "k-1234"])
        #expect(refused.status != 0)
        #expect(refused.errors.contains("providers.acme-voice.submit.json.text holds %txt%"), "\(refused.errors)")
    }
}
