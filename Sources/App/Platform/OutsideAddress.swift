import BatchVideo
import Foundation

/// Which addresses a user's URL may lead to: not this machine, not its own network.
enum OutsideAddress {
    /// - Throws: `.forbidden` when the host of `url` is, or resolves to, an address inside; a name
    ///   in `allowed` is let through.
    static func check(_ url: URL, allowed: Set<String>) throws {
        guard let host = url.host()?.lowercased(), ["http", "https"].contains(url.scheme?.lowercased() ?? "")
        else { throw BatchVideoError(.invalid, "the address is no http or https URL") }
        if allowed.contains(host) { return }
        let addresses = resolve(host.trimmingCharacters(in: CharacterSet(charactersIn: "[]")))
        guard !addresses.isEmpty else {
            throw BatchVideoError(.unavailable, "\(host) cannot be resolved", retry: .backoff)
        }
        guard addresses.allSatisfy({ !isInside($0) }) else {
            throw BatchVideoError(
                .forbidden, "\(host) leads inside this network; an administrator can allow it in webhooks.allowedHosts")
        }
    }

    /// 16 bytes each; IPv4 addresses mapped.
    private static func resolve(_ host: String) -> [[UInt8]] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(host, nil, &hints, &list) == 0, let first = list else { return [] }
        defer { freeaddrinfo(first) }
        return sequence(first: first, next: { $0.pointee.ai_next }).compactMap { entry in
            guard let address = entry.pointee.ai_addr else { return nil }
            switch Int32(address.pointee.sa_family) {
            case AF_INET:
                let bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                    withUnsafeBytes(of: $0.pointee.sin_addr) { Array($0) }
                }
                return [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
            case AF_INET6:
                return address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) {
                    withUnsafeBytes(of: $0.pointee.sin6_addr) { Array($0) }
                }
            default: return nil
            }
        }
    }

    /// Loopback, private, link-local, shared, multicast, reserved and unspecified (RFC 6890), in
    /// IPv6 also those that carry such an IPv4 address (mapped, 6to4, NAT64).
    static func isInside(_ bytes: [UInt8]) -> Bool {
        guard bytes.count == 16 else { return true }
        if bytes[..<12].elementsEqual([UInt8](repeating: 0, count: 10) + [0xFF, 0xFF]) {
            return isInsideIPv4(Array(bytes[12...]))
        }
        if bytes[..<12].elementsEqual([0x00, 0x64, 0xFF, 0x9B] + [UInt8](repeating: 0, count: 8)) {
            return isInsideIPv4(Array(bytes[12...]))
        }
        if bytes[0] == 0x20, bytes[1] == 0x02 { return isInsideIPv4(Array(bytes[2..<6])) }
        // Only global unicast is outside, and of it not what is for documents or Teredo.
        guard bytes[0] & 0xE0 == 0x20 else { return true }
        return bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] < 0x02 || bytes[2] == 0x0D && bytes[3] == 0xB8)
    }

    private static func isInsideIPv4(_ ip: [UInt8]) -> Bool {
        switch (ip[0], ip[1]) {
        case (0, _), (10, _), (127, _), (224..., _): true
        case (100, 64...127), (169, 254), (172, 16...31), (192, 168), (198, 18...19): true
        case (192, 0): ip[2] == 0 || ip[2] == 2
        case (198, 51): ip[2] == 100
        case (203, 0): ip[2] == 113
        default: false
        }
    }
}
