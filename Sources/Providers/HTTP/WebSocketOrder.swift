package import Foundation

/// A message of a WebSocket (RFC 6455), whole.
package enum WebSocketMessage: Hashable, Sendable {
    case text(String)
    case binary(Data)
}

/// A WebSocket to open.
package struct WebSocketOrder: Sendable {
    /// ws or wss.
    package var url: URL
    package var headers: [(String, String)]
    /// Largest message that is taken, in bytes.
    package var maxBytes: Int
    /// A PEM file: the server must show this certificate, or one signed by it, whatever its name; nil: one
    /// that the system trusts, for the host's name.
    package var certificate: String?

    package init(
        _ url: URL, headers: [(String, String)] = [], maxBytes: Int = 16 << 20, certificate: String? = nil
    ) {
        self.url = url
        self.headers = headers
        self.maxBytes = maxBytes
        self.certificate = certificate
    }
}

extension URL {
    /// http and https addresses as ws and wss.
    var socket: URL {
        guard var parts = URLComponents(url: self, resolvingAgainstBaseURL: false) else { return self }
        switch parts.scheme?.lowercased() {
        case "http": parts.scheme = "ws"
        case "https": parts.scheme = "wss"
        default: break
        }
        return parts.url ?? self
    }
}
