internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import NIOHTTPTypesHTTP1
internal import NIOWebSocket

/// Lets an ordinary route answer with a WebSocket, so that credentials, limits and logs apply and a refusal is
/// an ordinary response.
///
/// The end of a request that offers an upgrade is held back: its body stays open. When the route answers 101 the
/// HTTP/1 codecs make room for frame codecs, and from then on every frame is one body part whose first byte is
/// the opcode, both ways. Any other answer lets the request end.
final class WebSocketBridge: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private enum State {
        case http
        case offered(heldEnd: HTTPRequestPart?)
        case switched
    }

    /// Clients have nothing long to say.
    static let maximumFrame = 1 << 16
    private static let lingering = TimeAmount.seconds(2)

    private var state = State.http
    /// The response says `Connection: close`: what the client still sends is not waited for.
    private var closesAfterResponse = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        switch (state, part) {
        case (.http, .head(let head)) where Self.offersUpgrade(head):
            state = .offered(heldEnd: nil)
            context.fireChannelRead(data)
        case (.offered(heldEnd: nil), .end):
            state = .offered(heldEnd: part)
        case (.http, _), (.offered, _), (.switched, _):
            context.fireChannelRead(data)
        }
    }

    private static func offersUpgrade(_ head: HTTPRequest) -> Bool {
        head.method == .get && head.headerFields[.upgrade]?.lowercased() == "websocket"
            && head.headerFields[.secWebSocketKey] != nil
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard case .offered(let held) = state, case .head(let head) = unwrapOutboundIn(data) else {
            return writePlain(context, data, promise)
        }
        guard head.status == .switchingProtocols else {
            state = .http
            context.write(data, promise: promise)
            if let held { context.fireChannelRead(wrapInboundOut(held)) }
            return
        }
        state = .switched
        context.writeAndFlush(data, promise: promise)
        do {
            try Self.exchangeCodecs(context.pipeline.syncOperations)
        } catch {
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }

    private func writePlain(
        _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?
    ) {
        if case .http = state {
            switch unwrapOutboundIn(data) {
            case .head(let head): closesAfterResponse = head.headerFields[.connection] == "close"
            case .body: break
            case .end where closesAfterResponse: return writeLast(context, data, promise)
            case .end: break
            }
        }
        context.write(data, promise: promise)
    }

    /// Ends our half at once and the other soon: closing both now could lose the response on its way.
    private func writeLast(
        _ context: ChannelHandlerContext, _ data: NIOAny, _ promise: EventLoopPromise<Void>?
    ) {
        let channel = context.channel
        context.writeAndFlush(data, promise: promise)
        context.close(mode: .output, promise: nil)
        context.eventLoop.scheduleTask(in: Self.lingering) { channel.close(promise: nil) }
    }

    /// The 101 has passed the HTTP encoder; now the encoder leaves.
    private static func exchangeCodecs(_ pipeline: ChannelPipeline.SynchronousOperations) throws {
        let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
        let decoder = try pipeline.context(
            handlerType: ByteToMessageHandler<HTTPRequestDecoder>.self)
        let encoder = try pipeline.context(handlerType: HTTPResponseEncoder.self)
        try pipeline.addHandlers(
            [
                WebSocketFrameEncoder(),
                ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: maximumFrame)),
                WebSocketProtocolErrorHandler(),
                NIOWebSocketFrameAggregator(
                    minNonFinalFragmentSize: 1, maxAccumulatedFrameCount: 1_024,
                    maxAccumulatedFrameSize: maximumFrame),
                FrameParts(),
            ], position: .after(codec))
        pipeline.removeHandler(codec, promise: nil)
        pipeline.removeHandler(context: decoder, promise: nil)
        pipeline.removeHandler(context: encoder, promise: nil)
    }
}

/// WebSocket frames as HTTP parts and back.
private final class FrameParts: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = WebSocketFrame

    /// How long the peer may take to answer our close frame.
    private static let closeTimeout = TimeAmount.milliseconds(500)

    private var isOver = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        guard !isOver else { return }
        var content = frame.unmaskedData
        var part = context.channel.allocator.buffer(capacity: content.readableBytes + 1)
        part.writeInteger(UInt8(webSocketOpcode: frame.opcode))
        part.writeBuffer(&content)
        context.fireChannelRead(wrapInboundOut(.body(part)))
        if frame.opcode == .connectionClose { end(context) }
    }

    private func end(_ context: ChannelHandlerContext) {
        guard !isOver else { return }
        isOver = true
        context.fireChannelRead(wrapInboundOut(.end(nil)))
    }

    func channelInactive(context: ChannelHandlerContext) {
        end(context)
        context.fireChannelInactive()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head: promise?.succeed()
        case .body(var part):
            guard let byte = part.readInteger(as: UInt8.self),
                let opcode = WebSocketOpcode(encodedWebSocketOpcode: byte)
            else {
                promise?.succeed()
                return
            }
            let frame = WebSocketFrame(fin: true, opcode: opcode, data: part)
            context.write(wrapOutboundOut(frame), promise: promise)
        case .end:
            context.flush()
            promise?.succeed()
            let channel = context.channel
            context.eventLoop.scheduleTask(in: isOver ? .zero : Self.closeTimeout) {
                channel.close(promise: nil)
            }
        }
    }
}
