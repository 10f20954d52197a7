import BatchVideo
import Foundation
import FoundationNetworking
import Web

/// The API, of this installation or of a server elsewhere: commands ask both the same.
protocol API: Sendable {
    /// `path` begins with "/api"; the answer's body when its status is 2xx.
    ///
    /// Throws what the API says is wrong.
    func send(_ method: String, _ path: String, _ body: Data, _ headers: [String: String]) async throws
        -> Data
}

extension API {
    func get(_ path: String) async throws -> JSONValue { try await ask("GET", path) }

    func ask(
        _ method: String, _ path: String, _ body: JSONValue? = nil,
        headers: [String: String] = [:]
    ) async throws -> JSONValue {
        var all = headers
        if body != nil { all["content-type"] = "application/json" }
        let data = try await send(method, "/api/v1" + path, Data((body?.text ?? "").utf8), all)
        return data.isEmpty ? .null : try JSONValue(parsing: String(decoding: data, as: UTF8.self))
    }
}

/// The API in this process, over this machine's data.
struct LocalAPI: API {
    let server: Server
    let user: User

    func send(
        _ method: String, _ path: String, _ body: Data, _ headers: [String: String]
    ) async throws -> Data {
        let answer = try await server.answer(
            LocalCall(method: method, path: path, headers: headers, body: body), as: user)
        return try APIFault.check(status: answer.status, answer.body)
    }
}

/// The API of a server, with an API key.
struct RemoteAPI: API {
    let server: URL
    let key: String

    func send(
        _ method: String, _ path: String, _ body: Data, _ headers: [String: String]
    ) async throws -> Data {
        guard let url = URL(string: path, relativeTo: server) else {
            throw BatchVideoError(.invalid, "\(server) is no address of a server")
        }
        var request = URLRequest(url: url, timeoutInterval: 60)
        request.httpMethod = method
        request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if !body.isEmpty { request.httpBody = body }
        do {
            let (data, response) = try await URLSession.shared.data(for: request)
            return try APIFault.check(status: (response as? HTTPURLResponse)?.statusCode ?? 0, data)
        } catch let error as BatchVideoError {
            throw error
        } catch {
            throw BatchVideoError(
                .unavailable, "cannot reach \(server.absoluteString): \(error.localizedDescription)",
                retry: .backoff, cause: error)
        }
    }
}

/// What an answer that is no success says.
enum APIFault {
    static func check(status: Int, _ body: Data) throws -> Data {
        guard !(200..<300).contains(status) else { return body }
        let answer = (try? JSONValue(parsing: String(decoding: body, as: UTF8.self))) ?? .null
        let message = answer["message"]?.string ?? "the server answered \(status)"
        throw BatchVideoError(code(status), message, field: answer["field"]?.string)
    }

    private static func code(_ status: Int) -> BatchVideoError.Code {
        switch status {
        case 400, 413, 415, 422: .invalid
        case 401: .unauthorized
        case 403: .forbidden
        case 404, 405: .notFound
        case 409: .conflict
        case 429: .limited
        case 503, 502: .unavailable
        case 504: .timeout
        default: .internal
        }
    }
}
