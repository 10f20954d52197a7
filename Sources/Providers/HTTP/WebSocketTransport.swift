import BatchVideo
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket

/// Opens WebSockets: one connection each, to the very address that was checked.
enum WebSocketTransport {
    enum Outcome<Output: Sendable>: Sendable {
        case talked(Output)
        /// The server answered the handshake with something else than 101.
        case refused(HTTPAnswer)
    }

    private enum Opened: Sendable {
        case socket(NIOAsyncChannel<WebSocketFrame, WebSocketFrame>)
        case refused(NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>)
    }

    /// Largest body of a refusal that is read, in bytes.
    private static let refusalSize = 1 << 16

    /// Opens, talks, closes.
    ///
    /// - Throws: what `body` throws, `HTTPTransport.Failure`, and what `guards` say of the address.
    static func run<Output: Sendable>(
        _ order: WebSocketOrder, guards: AddressGuard, timeout: Duration,
        _ body: @escaping @Sendable (WebSocketTalk) async throws -> Output
    ) async throws -> Outcome<Output> {
        try await within(timeout) {
            let opened = try await open(order, guards)
            do {
                switch opened {
                case .socket(let channel):
                    return .talked(
                        try await channel.executeThenClose { inbound, outbound in
                            let talk = WebSocketTalk(inbound, outbound)
                            let output = try await body(talk)
                            await talk.close()
                            return output
                        })
                case .refused(let channel):
                    return .refused(
                        try await channel.executeThenClose { inbound, _ in try await refusal(inbound) })
                }
            } catch let error as NIOWebSocketError {
                throw HTTPTransport.Failure.broken("it does not keep to the WebSocket protocol (\(error))")
            } catch is NIOWebSocketFrameAggregator.Error {
                throw HTTPTransport.Failure.broken(
                    "its message is larger than \(order.maxBytes >> 20) MiB, or in pieces that are too many")
            } catch let error
                where error is ChannelError || error is IOError || error is NIOAsyncWriterError
                || error is NIOSSLError
            {
                try Task.checkCancellation()
                throw HTTPTransport.Failure.broken("the connection broke")
            }
        }
    }

    private static func within<Output: Sendable>(
        _ timeout: Duration, _ body: @escaping @Sendable () async throws -> Output
    ) async throws -> Output {
        try await withThrowingTaskGroup(of: Output.self) { group in
            group.addTask { try await body() }
            group.addTask {
                try await Task.sleep(for: timeout)
                throw HTTPTransport.Failure.late
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }

    private static func open(_ order: WebSocketOrder, _ guards: AddressGuard) async throws -> Opened {
        let address = try await guards.check(order.url, schemes: ["ws", "wss"])
        let isSafe = order.url.scheme?.lowercased() == "wss"
        let host = order.url.host() ?? ""
        let tls = try isSafe ? context(order.certificate) : nil
        do {
            let opening = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(10))
                .connect(host: address, port: order.url.port ?? (isSafe ? 443 : 80)) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        if let tls {
                            // A name in the handshake must be a name, no address (RFC 6066).
                            let isName = host != address && !host.contains(":")
                            let handler = try NIOSSLClientHandler(
                                context: tls, serverHostname: isName ? host : nil)
                            try channel.pipeline.syncOperations.addHandler(handler)
                        }
                        return try handshake(order, on: channel)
                    }
                }
            return try await opening.get()
        } catch let error as NIOConnectionError {
            throw HTTPTransport.Failure.notSent(
                error.connectionErrors.contains { ($0.error as? IOError)?.errnoCode == ECONNREFUSED }
                    ? "the connection was refused" : "it cannot be reached")
        } catch let error as NIOSSLError {
            throw HTTPTransport.Failure.notSent("no safe connection to it can be made (\(error))")
        } catch let error as ChannelError {
            if case .connectTimeout = error { throw HTTPTransport.Failure.notSent("it cannot be reached") }
            throw HTTPTransport.Failure.broken("the connection broke")
        } catch let error as IOError {
            throw error.errnoCode == ECONNREFUSED
                ? HTTPTransport.Failure.notSent("the connection was refused")
                : HTTPTransport.Failure.broken("the connection broke")
        } catch let error where !(error is CancellationError || error is BatchVideoError) {
            throw HTTPTransport.Failure.broken("its answer to the handshake makes no sense")
        }
    }

    private static func context(_ certificate: String?) throws -> NIOSSLContext {
        var settings = TLSConfiguration.makeClientConfiguration()
        settings.minimumTLSVersion = .tlsv12
        if let certificate {
            settings.trustRoots = .file(certificate)
            settings.certificateVerification = .noHostnameVerification
        }
        do { return try NIOSSLContext(configuration: settings) } catch {
            throw BatchVideoError(
                .invalid, "cannot read the certificate \(certificate ?? ""); it must be a PEM file",
                cause: error)
        }
    }

    private static func handshake(
        _ order: WebSocketOrder, on channel: any Channel
    ) throws -> EventLoopFuture<Opened> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Opened>(maxFrameSize: order.maxBytes) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 1 << 14,
                        maxAccumulatedFrameSize: order.maxBytes))
                return .socket(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
            }
        }
        let upgrade = NIOTypedHTTPClientUpgradeConfiguration<Opened>(
            upgradeRequestHead: head(order), upgraders: [upgrader]
        ) { channel in
            channel.eventLoop.makeCompletedFuture {
                .refused(try NIOAsyncChannel(wrappingChannelSynchronously: channel))
            }
        }
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(upgradeConfiguration: upgrade)
        // The first messages may come with the answer to the handshake.
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: configuration)
    }

    private static func head(_ order: WebSocketOrder) -> HTTPRequestHead {
        let parts = URLComponents(url: order.url, resolvingAgainstBaseURL: false)
        let path = parts?.percentEncodedPath ?? ""
        let query = parts?.percentEncodedQuery.map { "?\($0)" } ?? ""
        var headers = HTTPHeaders(order.headers)
        let host = order.url.host(percentEncoded: true) ?? ""
        headers.replaceOrAdd(name: "Host", value: order.url.port.map { "\(host):\($0)" } ?? host)
        if !headers.contains(name: "User-Agent") { headers.add(name: "User-Agent", value: "BatchVideo") }
        return HTTPRequestHead(
            version: .http1_1, method: .GET, uri: (path.isEmpty ? "/" : path) + query, headers: headers)
    }

    private static func refusal(_ parts: NIOAsyncChannelInboundStream<HTTPClientResponsePart>) async throws
        -> HTTPAnswer
    {
        var answer = HTTPAnswer(status: 0, headers: [:], body: Data())
        for try await part in parts {
            switch part {
            case .head(let head):
                let pairs = head.headers.map { ($0.name.lowercased(), $0.value) }
                answer.status = Int(head.status.code)
                answer.headers = Dictionary(pairs) { "\($0), \($1)" }
            case .body(let bytes):
                answer.body.append(contentsOf: bytes.readableBytesView)
                guard answer.body.count <= refusalSize else { return answer }
            case .end: return answer
            }
        }
        throw HTTPTransport.Failure.broken("the answer to the handshake was cut off")
    }
}
