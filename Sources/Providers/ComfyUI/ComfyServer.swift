import BatchVideo
import Foundation

/// ComfyUI's API: upload, queue, history, view (port 8188 by default).
struct ComfyServer: Sendable {
    let caller: HTTPCaller
    let url: URL

    /// The name under which the server knows the file.
    func upload(_ path: String, key: String) async throws -> String {
        let media = try MediaBytes(path)
        var form = Multipart()
        form.add("image", file: "batchvideo-\(key.prefix(16)).\(media.suffix)", type: media.type, media.data)
        form.add("type", "input")
        form.add("overwrite", "true")
        let answer = try await caller.json(
            HTTPOrder("POST", url.at("/upload/image"), body: .multipart(form), isRepeatable: true))
        guard let name = answer["name"]?.string else {
            throw caller.failure(.outage, "it took the picture but gave no name")
        }
        let folder = answer["subfolder"]?.string ?? ""
        return folder.isEmpty ? name : "\(folder)/\(name)"
    }

    /// A file that a workflow made.
    struct Output: Sendable, Equatable {
        var name: String
        var folder: String
        var type: String
    }

    /// Runs a workflow; the first output that `wanted` takes.
    ///
    /// The prompt's id is ours, so a call whose answer was lost is found again in the queue or history.
    func run(
        _ graph: JSONValue, slip: CallSlip, wanted: @Sendable (Output) -> Bool
    ) async throws -> Output {
        let own = Self.uuid(slip.key)
        let (_, output) = try await caller.task(slip) {
            if try await isKnown(own) { return own }
            let answer = try await caller.json(
                HTTPOrder(
                    "POST", url.at("/prompt"),
                    body: .json(["prompt": graph, "client_id": "batchvideo", "prompt_id": .string(own)]),
                    isRepeatable: true))
            return answer["prompt_id"]?.string ?? ""
        } poll: { id async throws -> TaskState<Output> in
            let history = try await caller.json(HTTPOrder("GET", url.at("/history/\(HTTPOrder.escaped(id))")))
            guard let entry = history[id] else {
                return try await isQueued(id) ? .running(progress: nil) : .unknown
            }
            if entry["status"]?["status_str"]?.string == "error" {
                return .failed(.outage, Self.reason(entry))
            }
            guard let outputs = entry["outputs"] else { return .running(progress: nil) }
            guard let output = Self.files(in: outputs).first(where: wanted) else {
                return .failed(.misuse, "the workflow made no such file")
            }
            return .done(output)
        }
        return output
    }

    func view(_ output: Output, to file: URL) async throws {
        let order = HTTPOrder(
            "GET", url.at("/view"),
            query: [("filename", output.name), ("subfolder", output.folder), ("type", output.type)])
        try await caller.download(order.address, to: file, withKey: true, base: url)
    }

    private func isKnown(_ id: String) async throws -> Bool {
        let history = try await caller.json(HTTPOrder("GET", url.at("/history/\(id)")))
        if history[id] != nil { return true }
        return try await isQueued(id)
    }

    private func isQueued(_ id: String) async throws -> Bool {
        let queue = try await caller.json(HTTPOrder("GET", url.at("/queue")))
        let entries = (queue["queue_running"]?.array ?? []) + (queue["queue_pending"]?.array ?? [])
        return entries.contains { $0.array?.contains(.string(id)) == true }
    }

    /// Every list of files in the outputs of all nodes: `images`, `gifs`, `videos`, `audio`.
    private static func files(in outputs: JSONValue) -> [Output] {
        let nodes = (outputs.object ?? [:]).sorted { $0.key.localizedStandardCompare($1.key) == .orderedAscending }
        return nodes.flatMap { _, node in
            (node.object ?? [:]).values.flatMap { $0.array ?? [] }.compactMap { item in
                guard let name = item["filename"]?.string else { return nil }
                return Output(
                    name: name, folder: item["subfolder"]?.string ?? "", type: item["type"]?.string ?? "output")
            }
        }.sorted { ($0.type == "output" ? 0 : 1) < ($1.type == "output" ? 0 : 1) }
    }

    private static func reason(_ entry: JSONValue) -> String {
        for message in entry["status"]?["messages"]?.array ?? [] {
            guard let parts = message.array, parts.count == 2, parts[0].string == "execution_error" else { continue }
            let node = parts[1]["node_type"]?.string.map { "\($0): " } ?? ""
            return node + (parts[1]["exception_message"]?.string ?? "")
        }
        return "the workflow failed"
    }

    /// A key of 32 digits in the form of a UUID.
    static func uuid(_ key: String) -> String {
        let digits = Array((key + String(repeating: "0", count: 32)).prefix(32))
        return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}
