import BatchVideo
import Foundation

/// Results of finished work, each under the fingerprint of its input. A result is found again only
/// when the same input asks for it, so nothing stale is ever used.
struct Checkpoints: Sendable {
    private let workspace: Workspace

    init(_ workspace: Workspace) { self.workspace = workspace }

    private struct Record<Value: Codable>: Codable {
        var fingerprint: Fingerprint
        var value: Value
    }

    /// The stored result, if there is one and all files it names are still there.
    func find<Value: Codable>(
        _ name: String, _ fingerprint: Fingerprint, as type: Value.Type, files: (Value) -> [String]
    ) -> Value? {
        let file = workspace.url(path(name, fingerprint))
        guard let data = try? Data(contentsOf: file),
            let record = try? JSONDecoder().decode(Record<Value>.self, from: data),
            record.fingerprint == fingerprint,
            files(record.value).allSatisfy(workspace.has)
        else { return nil }
        return record.value
    }

    func store(_ name: String, _ fingerprint: Fingerprint, _ value: some Codable) throws {
        let data = try JSONEncoder().encode(Record(fingerprint: fingerprint, value: value))
        try DurableFile.write(data, to: workspace.url(path(name, fingerprint)))
    }

    private func path(_ name: String, _ fingerprint: Fingerprint) -> String {
        workspace.path(.stages, "\(name)-\(fingerprint.short).json")
    }
}
