import BatchVideo
package import Foundation
import NIOCore
import NIOWebSocket

/// The client's side of an open WebSocket, for one task.
package final class WebSocketTalk {
    private let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
    private var frames: NIOAsyncChannelInboundStream<WebSocketFrame>.AsyncIterator
    private var sent = 0
    private var received = 0

    init(
        _ inbound: NIOAsyncChannelInboundStream<WebSocketFrame>,
        _ outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
    ) {
        frames = inbound.makeAsyncIterator()
        self.outbound = outbound
    }

    package func send(_ message: WebSocketMessage) async throws {
        switch message {
        case .text(let text): try await send(.text, ByteBuffer(string: text))
        case .binary(let data): try await send(.binary, ByteBuffer(bytes: data))
        }
        sent += 1
    }

    /// The next message; pings are answered on the way.
    ///
    /// Throws `HTTPTransport.Failure.broken` when the server ends the talk: it is over when we know all.
    package func next() async throws -> WebSocketMessage {
        while let frame = try await frames.next(isolation: #isolation) {
            let data = frame.unmaskedData
            switch frame.opcode {
            case .text:
                received += 1
                return .text(String(buffer: data))
            case .binary:
                received += 1
                return .binary(Data(data.readableBytesView))
            case .ping: try await send(.pong, data)
            case .connectionClose:
                try? await send(.connectionClose, data)  // the server may be gone already
                throw HTTPTransport.Failure.broken(Self.reason(data))
            default: break
            }
        }
        try Task.checkCancellation()
        throw HTTPTransport.Failure.broken("the connection broke")
    }

    /// Says goodbye; does not wait for an answer.
    func close() async {
        var code = ByteBuffer()
        code.write(webSocketErrorCode: .normalClosure)
        try? await send(.connectionClose, code)  // the server may have gone first
    }

    /// For the witness.
    var summary: String { "(\(sent) messages sent, \(received) received)" }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer) async throws {
        try await outbound.write(WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data))
    }

    /// A code of two bytes, then words (RFC 6455, 5.5.1).
    private static func reason(_ data: ByteBuffer) -> String {
        var data = data
        guard let code = data.readInteger(as: UInt16.self) else { return "it ended the talk" }
        let words = String(String(buffer: data).prefix(200))
        return "it ended the talk with code \(code)" + (words.isEmpty ? "" : ": \(words)")
    }
}
