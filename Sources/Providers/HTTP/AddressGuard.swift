import BatchVideo
package import Foundation

/// Which addresses may be fetched from: the world outside, and hosts that are named.
package struct AddressGuard: Sendable {
    /// Host names, lower case.
    package var allowed: Set<String>
    /// Where an administrator can allow more.
    private let setting: String

    package init(allowed: Set<String>, setting: String) {
        self.allowed = Set(allowed.map { $0.lowercased() })
        self.setting = setting
    }

    /// The address to connect to, checked: connect to it and to no other, since the name may lead
    /// elsewhere a moment later.
    ///
    /// - Parameter schemes: lower case.
    /// - Throws: `.invalid` for another scheme, `.forbidden` when the host is, or
    ///   resolves to, an address inside this network, `.unavailable` when it cannot be resolved.
    package func check(_ url: URL, schemes: [String] = ["http", "https"]) async throws -> String {
        guard let host = url.host()?.lowercased(), schemes.contains(url.scheme?.lowercased() ?? "")
        else { throw BatchVideoError(.invalid, "the address is no \(schemes.joined(separator: " or ")) URL") }
        let bare = host.trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        let addresses = await OutsideAddress.resolving(bare)
        guard let first = addresses.first else {
            throw BatchVideoError(.unavailable, "\(host) cannot be resolved", retry: .backoff)
        }
        if allowed.contains(host) { return OutsideAddress.text(first) }
        guard addresses.allSatisfy({ !OutsideAddress.isInside($0) }) else {
            throw BatchVideoError(
                .forbidden, "\(host) leads inside this network; an administrator can allow it in \(setting)")
        }
        return OutsideAddress.text(first)
    }
}
