internal import Foundation
internal import Hummingbird
internal import NIOCore
internal import HummingbirdCore

/// What travels with a request.
struct WebContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Sent back as `X-Request-ID` and named in errors and logs.
    var requestID: String
    /// The peer's address, for rate limits; nil on a socket without one.
    var peer: String?
    /// The connection, to cut it when the other side stalls.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        requestID = UUID().uuidString.lowercased()
        channel = source.channel
        peer = source.channel.remoteAddress?.ipAddress
    }
}
