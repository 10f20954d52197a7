package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// A vendor's server on loopback for tests: real HTTP, answers by a closure, and faults on demand.
package final class VendorServer: Sendable {
    /// How an answer goes wrong.
    package enum Fault: Sendable {
        /// Instead of asking the vendor: nothing is made, nothing charged.
        case status(Int, body: String = "", headers: [(String, String)] = [])
        /// The vendor does the work and the connection breaks before a byte of the answer.
        case droppedAfterWork
        /// The answer breaks off in the middle.
        case truncated
        /// The answer comes in pieces, with a pause between.
        case slow(Duration)
        /// The answer never comes.
        case silent
        /// The work is done; another answer is given in place of the vendor's.
        case instead(VendorReply)
    }

    private struct State {
        var requests: [VendorRequest] = []
        var faults: [Fault] = []
    }

    package let port: Int
    private let channel: any Channel
    private let state: Mutex<State>

    package var url: URL { URL(filePath: "/").replacing(port: port) }

    /// Runs `body` with a server that answers by `answer`.
    package static func run<Output: Sendable>(
        _ answer: @escaping @Sendable (VendorRequest) async throws -> VendorReply,
        talk: VendorTalk? = nil,
        _ body: (VendorServer) async throws -> Output
    ) async throws -> Output {
        let server = try await VendorServer(answer, talk: talk)
        do {
            let output = try await body(server)
            await server.stop()
            return output
        } catch {
            await server.stop()
            throw error
        }
    }

    package init(
        _ answer: @escaping @Sendable (VendorRequest) async throws -> VendorReply, talk: VendorTalk? = nil
    ) async throws {
        let box = StateBox()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let connection = NIOLoopBound(VendorConnection(box, answer), eventLoop: channel.eventLoop)
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                        withServerUpgrade: talk.map { talk in
                            (
                                upgraders: [Self.upgrader(talk, box)],
                                completionHandler: {
                                    $0.pipeline.syncOperations.removeHandler(connection.value, promise: nil)
                                }
                            )
                        })
                    try channel.pipeline.syncOperations.addHandler(connection.value)
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        state = Mutex(State())
        box.server.withLock { $0 = self }
    }

    package func stop() async { try? await channel.close() }

    /// What is not let in is answered as an ordinary request.
    private static func upgrader(_ talk: VendorTalk, _ box: StateBox) -> any HTTPServerProtocolUpgrader & Sendable {
        NIOWebSocketServerUpgrader(
            maxFrameSize: 1 << 24,
            shouldUpgrade: { channel, head in
                let isOpen =
                    box.server.withLock { $0 }?.isNextRefused == false && talk.opens(VendorRequest(head, body: []))
                let wanted = head.headers["Sec-WebSocket-Protocol"].first
                let headers = HTTPHeaders(wanted.map { [("Sec-WebSocket-Protocol", $0)] } ?? [])
                return channel.eventLoop.makeSucceededFuture(isOpen ? headers : nil)
            },
            upgradePipelineHandler: { channel, head in
                channel.eventLoop.makeCompletedFuture {
                    let request = VendorRequest(head, body: [])
                    let fault = box.server.withLock { $0 }?.note(request)
                    try channel.pipeline.syncOperations.addHandlers([
                        NIOWebSocketFrameAggregator(
                            minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 1 << 14,
                            maxAccumulatedFrameSize: 1 << 26),
                        VendorSocket(talk, request, fault),
                    ])
                }
            })
    }

    /// The next fault answers the handshake in place of the vendor.
    private var isNextRefused: Bool {
        state.withLock { state in
            switch state.faults.first {
            case .status, .silent: true
            default: false
            }
        }
    }

    /// What came in, in order; also what a fault answered.
    package var requests: [VendorRequest] { state.withLock { $0.requests } }

    /// The next answers go wrong, one fault each.
    package func fail(_ faults: Fault...) { state.withLock { $0.faults += faults } }

    fileprivate func note(_ request: VendorRequest) -> Fault? {
        state.withLock { state in
            state.requests.append(request)
            return state.faults.isEmpty ? nil : state.faults.removeFirst()
        }
    }
}

private final class StateBox: Sendable {
    let server = Mutex<VendorServer?>(nil)
}

extension VendorRequest {
    fileprivate init(_ head: HTTPRequestHead, body: [UInt8]) {
        self.init(
            method: head.method.rawValue, target: head.uri, headers: head.headers.map { ($0.name, $0.value) },
            body: body)
    }
}

extension URL {
    fileprivate func replacing(port: Int) -> URL {
        URL(string: "http://127.0.0.1:\(port)") ?? self
    }
}

/// Reads whole requests of one connection and answers them in turn.
private final class VendorConnection: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let box: StateBox
    private let answer: @Sendable (VendorRequest) async throws -> VendorReply
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ box: StateBox, _ answer: @escaping @Sendable (VendorRequest) async throws -> VendorReply) {
        self.box = box
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body += bytes.readableBytesView
        case .end:
            guard let head, let server = box.server.withLock({ $0 }) else { return context.close(promise: nil) }
            let request = VendorRequest(head, body: body)
            let fault = server.note(request)
            let channel = context.channel
            let answer = answer
            let isKept = head.isKeepAlive
            // unstructured: a channel handler cannot wait; the channel's end ends the writes
            Task { @Sendable in
                await Self.respond(to: request, fault, channel, answer, isKept: isKept)
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // One that is not let in to talk is answered as an ordinary request.
        if !(error is NIOWebSocketUpgradeError) { context.close(promise: nil) }
    }

    private static func respond(
        to request: VendorRequest, _ fault: VendorServer.Fault?, _ channel: any Channel,
        _ answer: @Sendable (VendorRequest) async throws -> VendorReply, isKept: Bool
    ) async {
        let isHead = request.method == "HEAD"
        if case .status(let status, let body, let headers) = fault {
            let type = body.hasPrefix("{") ? "application/json" : "text/plain"
            return await send(
                VendorReply(status: status, headers: headers + [("Content-Type", type)], body: Data(body.utf8)),
                channel, isKept: isKept, isHead: isHead)
        }
        if case .silent = fault { return }
        var reply: VendorReply
        do { reply = try await answer(request) } catch {
            reply = VendorReply(status: 500, body: Data("the test's server failed: \(error)".utf8))
        }
        switch fault {
        case .droppedAfterWork:
            try? await channel.close()
        case .truncated:
            await send(reply, channel, isKept: false, isHead: isHead, cutAt: reply.body.count / 2)
        case .slow(let pause):
            await send(reply, channel, isKept: isKept, isHead: isHead, pause: pause)
        case .instead(let other):
            await send(other, channel, isKept: isKept, isHead: isHead)
        case nil, .status, .silent:
            await send(reply, channel, isKept: isKept, isHead: isHead)
        }
    }

    private static func send(
        _ reply: VendorReply, _ channel: any Channel, isKept: Bool, isHead: Bool, cutAt: Int? = nil,
        pause: Duration? = nil
    ) async {
        var headers = HTTPHeaders(reply.headers)
        headers.replaceOrAdd(name: "Content-Length", value: String(reply.body.count))
        if !isKept { headers.replaceOrAdd(name: "Connection", value: "close") }
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: reply.status), headers: headers)
        do {
            try await channel.writeAndFlush(HTTPServerResponsePart.head(head)).get()
            let bytes = isHead ? [] : Array(reply.body.prefix(cutAt ?? reply.body.count))
            let size = pause == nil ? max(1, bytes.count) : max(1, bytes.count / 4)
            for start in stride(from: 0, to: bytes.count, by: size) {
                let part = ByteBuffer(bytes: bytes[start..<min(start + size, bytes.count)])
                try await channel.writeAndFlush(HTTPServerResponsePart.body(.byteBuffer(part))).get()
                if let pause { try await Task.sleep(for: pause) }
            }
            guard cutAt == nil else { return try await channel.close() }
            try await channel.writeAndFlush(HTTPServerResponsePart.end(nil)).get()
            if !isKept { try await channel.close() }
        } catch {
            try? await channel.close()  // the caller went away
        }
    }
}
