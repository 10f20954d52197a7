internal import AsyncAlgorithms
internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import NIOWebSocket

/// The sending end of a WebSocket. Each call waits until the frame is on its way: a slow peer slows the sender.
struct WebSocketSender: Sendable {
    fileprivate let frames: AsyncChannel<ByteBuffer>

    func send(_ text: String) async { await frames.send(.frame(.text) { $0.writeString(text) }) }
    func ping() async { await frames.send(.frame(.ping) { _ in }) }
    func close(_ code: WebSocketErrorCode) async {
        await frames.send(.frame(.connectionClose) { $0.write(webSocketErrorCode: code) })
    }
}

enum WebSocketUpgrade {
    private static let pingInterval = Duration.seconds(20)
    private static let magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    /// Answers a request with a WebSocket (RFC 6455) over which `talk` sends; whatever the peer says besides
    /// pings and closing is read and dropped. A peer that takes no frame or answers no ping is cut off.
    /// - Throws: 426 when the request offers no upgrade.
    static func response(
        to request: Request, over channel: any Channel,
        _ talk: @escaping @Sendable (WebSocketSender) async throws -> Void
    ) throws -> Response {
        guard request.headers[.upgrade]?.lowercased() == "websocket",
            request.headers[.secWebSocketVersion] == "13",
            let key = request.headers[.secWebSocketKey]
        else {
            throw Refusal(
                .upgradeRequired, "upgrade_required", "connect here with a WebSocket, version 13",
                headers: [.upgrade: "websocket", .secWebSocketVersion: "13"])
        }
        let accept = Data(Insecure.SHA1.hash(data: Data((key + magic).utf8))).base64EncodedString()
        let body = request.body
        return Response(
            status: .switchingProtocols,
            headers: [
                .upgrade: "websocket", .connection: "Upgrade", .secWebSocketAccept: accept,
            ],
            body: .init { writer in
                let frames = AsyncChannel<ByteBuffer>()
                let writing = Stall(of: channel)
                let answering = Stall(of: channel)
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await read(body, answering, frames)
                        frames.finish()
                    }
                    group.addTask {
                        let sender = WebSocketSender(frames: frames)
                        // Whatever ends the talk, the peer is told.
                        let isFine = (try? await talk(sender)) != nil
                        await sender.close(isFine ? .goingAway : .unexpectedServerError)
                        frames.finish()
                    }
                    group.addTask { await ping(WebSocketSender(frames: frames), answering) }
                    group.addTask { await writing.watch() }
                    group.addTask { await answering.watch() }
                    for await frame in frames {
                        writing.begin()
                        // A peer that is gone ends the loop: the group is cancelled below.
                        do { try await writer.write(frame) } catch { break }
                        writing.end()
                    }
                    frames.finish()
                    group.cancelAll()
                }
                try await writer.finish(nil)
            })
    }

    /// Every frame of the peer is an answer to our pings.
    private static func read(
        _ body: RequestBody, _ answering: Stall, _ frames: AsyncChannel<ByteBuffer>
    ) async {
        do {
            for try await var part in body {
                answering.end()
                guard let byte = part.readInteger(as: UInt8.self) else { continue }
                switch WebSocketOpcode(encodedWebSocketOpcode: byte) {
                case .ping: await frames.send(.frame(.pong) { $0.writeBuffer(&part) })
                case .connectionClose:
                    var code = part.readSlice(length: min(2, part.readableBytes)) ?? ByteBuffer()
                    await frames.send(.frame(.connectionClose) { $0.writeBuffer(&code) })
                    return
                default: continue
                }
            }
        } catch {
            return  // the connection is gone, which is how most of them end
        }
    }

    private static func ping(_ sender: WebSocketSender, _ answering: Stall) async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: pingInterval) } catch { return }
            answering.begin()
            await sender.ping()
        }
    }
}

extension ByteBuffer {
    /// One frame as the bridge wants it: the opcode, then the content.
    fileprivate static func frame(
        _ opcode: WebSocketOpcode, _ write: (inout ByteBuffer) -> Void
    ) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.writeInteger(UInt8(webSocketOpcode: opcode))
        write(&buffer)
        return buffer
    }
}
