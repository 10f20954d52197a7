import AsyncHTTPClient
import BatchVideo
import Foundation
import NIOCore
import NIOHTTP1
import NIOHTTPCompression
import NIOPosix

/// Requests and their answers, over connections that are kept; follows no redirection by itself.
package final class HTTPTransport: Sendable {
    private let client: HTTPClient

    package init() {
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: Self.configuration())
    }

    /// - Parameter pinned: host names and the address to connect to in place of asking for it.
    private static func configuration(pinned: [String: String] = [:]) -> HTTPClient.Configuration {
        var settings = HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(10)), decompression: .enabled(limit: .ratio(200)))
        settings.httpVersion = .http1Only
        // Who calls decides whether and when to try again.
        settings.connectionPool.retryConnectionEstablishment = false
        settings.dnsOverride = pinned
        return settings
    }

    deinit {
        // unstructured: deinit cannot wait, and a client that is let go with open connections is a fault
        Task { [client] in try? await client.shutdown() }
    }

    /// Ends all connections; nothing can be sent afterwards.
    package func close() async { try? await client.shutdown() }

    /// Why nothing came back.
    enum Failure: Error {
        /// Surely not seen by the vendor.
        case notSent(String)
        /// Sent, at least in part.
        case broken(String)
        case late
        case tooLarge(Int)

        var words: String {
            switch self {
            case .notSent(let words), .broken(let words): words
            case .late: "it did not answer in time"
            case .tooLarge(let bytes): "its answer is larger than \(bytes >> 20) MiB"
            }
        }
    }

    func send(_ order: HTTPOrder, timeout: Duration) async throws -> HTTPAnswer {
        try await Self.send(order, on: client, timeout: timeout)
    }

    /// Sends to an address that a user gave: checked, connected to as checked, redirections not followed.
    package static func sendOutside(
        _ order: HTTPOrder, guards: AddressGuard, timeout: Duration
    ) async throws -> HTTPAnswer {
        let address = try await guards.check(order.url)
        return try await pinned(order.url.host() ?? "", to: address) { client in
            do {
                return try await send(order, on: client, timeout: timeout)
            } catch let failure as Failure {
                throw BatchVideoError(.unavailable, failure.words, retry: .backoff)
            }
        }
    }

    /// Runs `body` with a client that connects to `address` when `host` is asked for.
    private static func pinned<Output: Sendable>(
        _ host: String, to address: String,
        _ body: @Sendable (HTTPClient) async throws -> Output
    ) async throws -> Output {
        let client = HTTPClient(
            eventLoopGroupProvider: .singleton, configuration: configuration(pinned: [host: address]))
        do {
            let output = try await body(client)
            try? await client.shutdown()
            return output
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private static func send(
        _ order: HTTPOrder, on client: HTTPClient, timeout: Duration
    ) async throws -> HTTPAnswer {
        var request = HTTPClientRequest(url: order.address.absoluteString)
        request.method = HTTPMethod(rawValue: order.method)
        for (name, value) in order.headers { request.headers.add(name: name, value: value) }
        if !request.headers.contains(name: "user-agent") {
            request.headers.add(name: "User-Agent", value: "BatchVideo")
        }
        if let content = order.content() {
            if !request.headers.contains(name: "content-type") {
                request.headers.add(name: "Content-Type", value: content.type)
            }
            request.body = .bytes(ByteBuffer(bytes: content.bytes))
        }
        if case .file(let slice, let type) = order.body {
            if !request.headers.contains(name: "content-type") {
                request.headers.add(name: "Content-Type", value: type)
            }
            request.body = .stream(slice, length: .known(Int64(slice.count)))
        }
        return try await run(request, on: client, timeout: timeout) { response in
            let body = try await response.body.collect(upTo: order.maxBytes)
            return HTTPAnswer(
                status: Int(response.status.code), headers: headers(response),
                body: Data(body.readableBytesView))
        }
    }

    /// Fetches a file from anywhere: each step of a redirection is checked against `guards`, and the
    /// connection goes to the very address that was checked.
    func download(
        _ url: URL, headers: [(String, String)], to file: URL, maxBytes: Int, timeout: Duration,
        guards: AddressGuard
    ) async throws -> HTTPAnswer {
        var next = url
        for _ in 0...5 {
            let address = try await guards.check(next)
            let here = next
            let answer = try await Self.pinned(next.host() ?? "", to: address) { client in
                var request = HTTPClientRequest(url: here.absoluteString)
                request.headers.add(name: "User-Agent", value: "Mozilla/5.0 (compatible; BatchVideo)")
                if here.hasOrigin(of: url) {
                    for (name, value) in headers { request.headers.add(name: name, value: value) }
                }
                return try await Self.run(request, on: client, timeout: timeout) { response in
                    try await Self.save(response, to: file, maxBytes: maxBytes)
                }
            }
            guard [301, 302, 303, 307, 308].contains(answer.status), let place = answer.headers["location"],
                let target = URL(string: place, relativeTo: next)?.absoluteURL
            else { return answer }
            next = target
        }
        throw Failure.broken("too many redirections")
    }

    private static func save(
        _ response: HTTPClientResponse, to file: URL, maxBytes: Int
    ) async throws -> HTTPAnswer {
        let status = Int(response.status.code)
        var answer = HTTPAnswer(status: status, headers: headers(response), body: Data())
        guard (200..<300).contains(status) else {
            if let body = try? await response.body.collect(upTo: 1 << 16) {
                answer.body = Data(body.readableBytesView)
            }
            return answer
        }
        let part = file.appendingPathExtension("part")
        defer { try? FileManager.default.removeItem(at: part) }
        guard FileManager.default.createFile(atPath: part.path, contents: nil),
            let handle = try? FileHandle(forWritingTo: part)
        else { throw BatchVideoError(.unwritable, "cannot write \(part.path); is the disk full?") }
        var count = 0
        for try await chunk in response.body {
            count += chunk.readableBytes
            guard count <= maxBytes else { throw Failure.tooLarge(maxBytes) }
            do { try handle.write(contentsOf: Data(chunk.readableBytesView)) } catch {
                throw BatchVideoError(.unwritable, "cannot write \(part.path); is the disk full?", cause: error)
            }
        }
        if let length = answer.headers["content-length"].flatMap({ Int($0) }),
            answer.headers["content-encoding"] == nil, length != count
        {
            throw Failure.broken("the answer was cut off")
        }
        try handle.synchronize()
        try handle.close()
        guard rename(part.path, file.path) == 0 else {
            throw BatchVideoError(.unwritable, "cannot write \(file.path); is the disk full?")
        }
        return answer
    }

    private static func run<Output: Sendable>(
        _ request: HTTPClientRequest, on client: HTTPClient, timeout: Duration,
        _ body: @escaping @Sendable (HTTPClientResponse) async throws -> Output
    ) async throws -> Output {
        let limit = TimeAmount.nanoseconds(Int64(timeout / .nanoseconds(1)))
        do {
            return try await body(try await client.execute(request, deadline: .now() + limit))
        } catch let error as HTTPClientError {
            switch error {
            case .cancelled: throw CancellationError()
            case .connectTimeout, .invalidURL, .emptyScheme, .emptyHost, .getConnectionFromPoolTimeout:
                throw Failure.notSent(error.shortDescription)
            case .deadlineExceeded, .readTimeout: throw Failure.late
            default: throw Failure.broken(error.shortDescription)
            }
        } catch let error as NIOTooManyBytesError {
            throw Failure.tooLarge(error.maxBytes ?? 0)
        } catch let error as NIOConnectionError {
            throw Failure.notSent(
                error.dnsAError != nil && error.connectionErrors.isEmpty
                    ? "its name cannot be resolved" : "it cannot be reached")
        } catch let error as IOError {
            throw error.errnoCode == ECONNREFUSED
                ? Failure.notSent("the connection was refused") : Failure.broken("the connection broke")
        } catch is HTTPParserError {
            throw Failure.broken("the answer was cut off")
        } catch is ChannelError {
            throw Failure.broken("the connection broke")
        }
    }

    private static func headers(_ response: HTTPClientResponse) -> [String: String] {
        var headers: [String: String] = [:]
        for (name, value) in response.headers {
            let key = name.lowercased()
            headers[key] = headers[key].map { "\($0), \(value)" } ?? value
        }
        return headers
    }
}
