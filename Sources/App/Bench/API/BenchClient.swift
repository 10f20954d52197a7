import BatchVideo
import Foundation

/// A client of a server on this machine: every request over a connection of its own.
struct BenchClient: API {
    let port: Int
    var token: String?

    private static let limit = Duration.seconds(120)

    func send(
        _ method: String, _ path: String, _ body: Data, _ headers: [String: String]
    ) async throws -> Data {
        let answer = try await answer(request(method, path, headers, body))
        return try APIFault.check(status: answer.status, answer.body)
    }

    /// The answer's JSON, and how long it took from opening the connection.
    func timed(_ path: String) async throws -> (JSONValue, seconds: Double) {
        let exchange = try await one(request("GET", path))
        guard let seconds = exchange.seconds else { throw lost(exchange) }
        let body = try APIFault.check(status: exchange.answer.status, exchange.answer.body)
        return (try JSONValue(parsing: String(decoding: body, as: UTF8.self)), seconds)
    }

    /// Nil when nobody answers.
    func exchange(_ method: String, _ path: String) async throws -> HTTPAnswer? {
        let exchange = try await one(request(method, path))
        return exchange.seconds == nil ? nil : exchange.answer
    }

    func request(
        _ method: String, _ path: String, _ headers: [String: String] = [:], _ body: Data = Data()
    ) -> [UInt8] {
        var headers = headers
        if let token { headers["Authorization"] = "Bearer \(token)" }
        return HTTPText.request(method, path, headers: headers, body: body)
    }

    /// Requests a second over `connections` that are kept open.
    ///
    /// Throws when one is answered with anything but 200.
    func rate(_ path: String, connections: Int, for time: Duration) async throws -> Double {
        let began = ContinuousClock.now
        let count = try await repeated(path, connections: connections, count: .max, limit: time)
        return Double(count) / ((ContinuousClock.now - began) / .seconds(1))
    }

    /// Returns how many were answered: `count` for each connection, unless the time was up before.
    @discardableResult
    func repeated(
        _ path: String, connections: Int, count: Int, limit: Duration
    ) async throws -> Int {
        let one = RepeatedRequest(request("GET", path), count: count)
        let ended = try await SocketDriver(port: port).run(
            Array(repeating: one, count: connections), limit: limit)
        if let failure = ended.compactMap(\.failure).first {
            throw BatchVideoError(.unavailable, "GET \(path) failed under load: \(failure)")
        }
        return ended.map(\.answeredCount).reduce(0, +)
    }

    private func answer(_ request: [UInt8]) async throws -> HTTPAnswer {
        let exchange = try await one(request)
        guard exchange.seconds != nil else { throw lost(exchange) }
        return exchange.answer
    }

    private func one(_ request: [UInt8]) async throws -> SingleRequest {
        try await SocketDriver(port: port).run([SingleRequest(request)], limit: Self.limit)[0]
    }

    private func lost(_ exchange: SingleRequest) -> BatchVideoError {
        let reason = exchange.failure ?? "no answer in \(Self.limit / .seconds(1)) s"
        return BatchVideoError(.unavailable, "the server on port \(port) did not answer: \(reason)")
    }
}
