package import Foundation
import NIOCore
import NIOWebSocket

/// A message of a WebSocket.
package enum VendorMessage: Hashable, Sendable {
    case text(String)
    case binary(Data)
}

/// How a vendor's server talks over a WebSocket.
package struct VendorTalk: Sendable {
    /// Whether it lets a client in; what it does not is answered as an ordinary request.
    package var opens: @Sendable (VendorRequest) -> Bool
    /// Whether the client has said all, so that it is the server's turn.
    package var isTurn: @Sendable ([VendorMessage]) -> Bool
    /// What it says then.
    package var answer: @Sendable (VendorRequest, [VendorMessage]) async throws -> [VendorMessage]

    package init(
        opens: @escaping @Sendable (VendorRequest) -> Bool,
        isTurn: @escaping @Sendable ([VendorMessage]) -> Bool,
        answer: @escaping @Sendable (VendorRequest, [VendorMessage]) async throws -> [VendorMessage]
    ) {
        self.opens = opens
        self.isTurn = isTurn
        self.answer = answer
    }
}

/// Hears one client out, answers, and goes wrong on demand.
final class VendorSocket: ChannelInboundHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundOut = WebSocketFrame

    private let talk: VendorTalk
    private let request: VendorRequest
    private let fault: VendorServer.Fault?
    private var heard: [VendorMessage] = []

    init(_ talk: VendorTalk, _ request: VendorRequest, _ fault: VendorServer.Fault?) {
        (self.talk, self.request, self.fault) = (talk, request, fault)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        // RFC 6455, 5.1: a client that does not mask is sent away.
        guard frame.maskKey != nil else { return context.close(promise: nil) }
        let bytes = frame.unmaskedData
        switch frame.opcode {
        case .text: heard.append(.text(String(buffer: bytes)))
        case .binary: heard.append(.binary(Data(bytes.readableBytesView)))
        case .ping:
            return context.writeAndFlush(
                wrapOutboundOut(WebSocketFrame(fin: true, opcode: .pong, data: bytes)), promise: nil)
        case .connectionClose:
            let channel = context.channel
            context.writeAndFlush(
                wrapOutboundOut(WebSocketFrame(fin: true, opcode: .connectionClose, data: bytes))
            )
            .whenComplete { _ in channel.close(promise: nil) }
            return
        default: return
        }
        guard talk.isTurn(heard) else { return }
        let (channel, talk, request, fault, said) = (context.channel, talk, request, fault, heard)
        heard = []
        // unstructured: a channel handler cannot wait; the channel's end ends the writes
        Task { @Sendable in
            do {
                try await Self.say(try await talk.answer(request, said), fault, channel)
            } catch {
                try? await channel.close()  // the client went away
            }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private static func say(
        _ messages: [VendorMessage], _ fault: VendorServer.Fault?, _ channel: any Channel
    ) async throws {
        // What a client said wrong has no answer but the end.
        guard !messages.isEmpty else { return try await channel.close() }
        switch fault {
        case .droppedAfterWork: try await channel.close()
        case .truncated:
            // Half of what there is, the last message of it in its middle.
            let whole = messages.count / 2
            for message in messages[..<whole] { try await send(message, channel) }
            let (opcode, bytes) = content(messages[whole])
            let half = ByteBuffer(bytes: bytes.prefix(bytes.count / 2))
            try await channel.writeAndFlush(WebSocketFrame(fin: false, opcode: opcode, data: half))
            try await channel.close()
        case .instead(let reply):
            try await send(.binary(reply.body), channel)
        case .slow(let pause):
            for message in messages {
                try await Task.sleep(for: pause)
                // In two pieces, with a ping between.
                let (opcode, bytes) = content(message)
                let half = bytes.count / 2
                try await channel.writeAndFlush(
                    WebSocketFrame(fin: false, opcode: opcode, data: ByteBuffer(bytes: bytes[..<half])))
                try await channel.writeAndFlush(
                    WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer(string: "there?")))
                try await channel.writeAndFlush(
                    WebSocketFrame(fin: true, opcode: .continuation, data: ByteBuffer(bytes: bytes[half...])))
            }
        case nil, .status, .silent:
            for message in messages { try await send(message, channel) }
        }
    }

    private static func send(_ message: VendorMessage, _ channel: any Channel) async throws {
        let (opcode, bytes) = content(message)
        try await channel.writeAndFlush(
            WebSocketFrame(fin: true, opcode: opcode, data: ByteBuffer(bytes: bytes)))
    }

    private static func content(_ message: VendorMessage) -> (WebSocketOpcode, [UInt8]) {
        switch message {
        case .text(let text): (.text, Array(text.utf8))
        case .binary(let data): (.binary, Array(data))
        }
    }
}
