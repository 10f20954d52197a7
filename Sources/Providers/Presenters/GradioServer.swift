import BatchVideo
import Foundation

/// The calls of a gradio server, versions 4 to 6: files go up, a function is called, and what becomes
/// of it comes as server-sent events on one connection. The server ends the work when that breaks.
struct GradioServer: Sendable {
    let caller: HTTPCaller
    let url: URL

    /// What stands before its routes: "/gradio_api" from version 5 on.
    func prefix() async throws -> String {
        let config = try await caller.json(HTTPOrder("GET", url.at("/config")))
        guard config["version"]?.string != nil || config["dependencies"]?.array != nil else {
            throw caller.failure(.misuse, "it is no gradio app")
        }
        return config["api_prefix"]?.string ?? ""
    }

    /// Gives the file as an argument of a function.
    func upload(_ path: String, _ prefix: String) async throws -> JSONValue {
        let media = try MediaBytes(path, maxBytes: 1 << 30)
        let name = "batchvideo.\(media.suffix)"
        var form = Multipart()
        form.add("files", file: name, type: media.type, media.data)
        let answer = try await caller.json(
            HTTPOrder("POST", url.at("\(prefix)/upload"), body: .multipart(form), isRepeatable: true))
        guard let place = answer.array?.first?.string else {
            throw caller.failure(.outage, "it took a file but does not say where it is", isUnpaid: true)
        }
        let file: JSONValue = [
            "path": .string(place), "orig_name": .string(name), "meta": ["_type": "gradio.FileData"],
        ]
        // A video is an object of its own up to version 5, and taken as such by later ones.
        return file
    }

    /// Gives the event's id.
    func submit(_ function: String, _ arguments: [JSONValue], _ prefix: String) async throws -> String {
        let answer = try await caller.json(
            HTTPOrder("POST", route(function, prefix), body: .json(["data": .array(arguments)])))
        return answer["event_id"]?.string ?? ""
    }

    /// Listens until the events end; gives the file among the function's results.
    func poll(_ function: String, _ id: String, _ prefix: String) async throws -> TaskState<JSONValue> {
        let place = route(function, prefix).at(HTTPOrder.escaped(id))
        let answer: HTTPAnswer
        do {
            answer = try await caller.send(
                HTTPOrder("GET", place, isRepeatable: false, timeout: caller.limits.taskTime))
        } catch let error as BatchVideoError where error.vendorFailure?.status == 404 {
            return .unknown
        }
        for event in ServerEvent.all(in: answer.body).reversed() {
            switch event.name {
            case "complete":
                guard let file = Self.file(in: event.data) else {
                    return .failed(.outage, "the function ended without a file")
                }
                return .done(file)
            case "error":
                let words = event.data["error"]?.string ?? event.data.string ?? event.data["message"]?.string
                return .failed(.outage, words ?? "the function failed; its own log says why")
            default: continue
            }
        }
        return .running(progress: nil)
    }

    /// Where a file that the server made can be fetched.
    func address(of file: JSONValue, _ prefix: String) throws -> URL {
        if let text = file["url"]?.string, let place = URL(string: text), let host = place.host() {
            // Behind a proxy the server calls itself by an address that only it can reach.
            return host == url.host() ? place : url.at(place.path)
        }
        guard let path = file["path"]?.string else {
            throw caller.failure(.outage, "its result has neither path nor url")
        }
        let escaped = path.split(separator: "/", omittingEmptySubsequences: false)
            .map { HTTPOrder.escaped(String($0)) }.joined(separator: "/")
        return url.at("\(prefix)/file=\(escaped)")
    }

    private func route(_ function: String, _ prefix: String) -> URL {
        url.at("\(prefix)/call/\(HTTPOrder.escaped(function))")
    }

    /// The first video among the results: a file, or an object around one.
    private static func file(in results: JSONValue) -> JSONValue? {
        let files = (results.array ?? [results]).compactMap { result in
            result["video"] ?? (result["path"] != nil ? result : nil)
        }
        return files.first { isVideo($0) } ?? files.first
    }

    private static func isVideo(_ file: JSONValue) -> Bool {
        let name = (file["orig_name"]?.string ?? file["path"]?.string ?? "").lowercased()
        return [".mp4", ".webm", ".mov", ".mkv", ".avi"].contains { name.hasSuffix($0) }
    }
}

/// An event of a stream (WHATWG HTML, server-sent events) with JSON as its data.
struct ServerEvent: Hashable {
    var name: String
    var data: JSONValue

    static func all(in stream: Data) -> [ServerEvent] {
        let text = String(decoding: stream, as: UTF8.self)
            .replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return text.components(separatedBy: "\n\n").compactMap { block in
            var name = "message"
            var data: [Substring] = []
            for line in block.split(separator: "\n") {
                if let value = value(of: "event", in: line) { name = String(value) }
                if let value = value(of: "data", in: line) { data.append(value) }
            }
            guard !data.isEmpty || name != "message" else { return nil }
            return ServerEvent(name: name, data: (try? JSONValue(parsing: data.joined(separator: "\n"))) ?? .null)
        }
    }

    private static func value(of field: String, in line: Substring) -> Substring? {
        guard line.hasPrefix(field + ":") else { return nil }
        let value = line.dropFirst(field.count + 1)
        return value.first == " " ? value.dropFirst() : value
    }
}
