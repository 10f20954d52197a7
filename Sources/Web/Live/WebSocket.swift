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
    /// A peer that takes no frame and answers no ping for so long is gone.
    static let patience = Duration.seconds(60)
    private static let pingInterval = Duration.seconds(20)
    private static let magic = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"

    /// Answers a request with a WebSocket (RFC 6455) over which `talk` sends; whatever the peer says besides
    /// pings and closing is read and dropped.
    /// - Throws: 426 when the request offers no upgrade.
    static func response(
        to request: Request, _ talk: @escaping @Sendable (WebSocketSender) async throws -> Void
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
                let heard = LastHeard()
                await withTaskGroup(of: Void.self) { group in
                    group.addTask {
                        await read(body, heard, frames)
                        frames.finish()
                    }
                    group.addTask {
                        let sender = WebSocketSender(frames: frames)
                        // Whatever ends the talk, the peer is told.
                        let isFine = (try? await talk(sender)) != nil
                        await sender.close(isFine ? .goingAway : .unexpectedServerError)
                        frames.finish()
                    }
                    group.addTask {
                        await watch(heard, WebSocketSender(frames: frames))
                        frames.finish()
                    }
                    for await frame in frames {
                        // A peer that is gone ends the loop: the group is cancelled below.
                        do { try await writer.write(frame) } catch { break }
                    }
                    frames.finish()
                    group.cancelAll()
                }
                try await writer.finish(nil)
            })
    }

    private static func read(
        _ body: RequestBody, _ heard: LastHeard, _ frames: AsyncChannel<ByteBuffer>
    ) async {
        do {
            for try await var part in body {
                heard.note()
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

    private static func watch(_ heard: LastHeard, _ sender: WebSocketSender) async {
        while !Task.isCancelled {
            do { try await Task.sleep(for: pingInterval) } catch { return }
            guard heard.silence < patience else { return await sender.close(.init(codeNumber: 1013)) }
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
