internal import Foundation
internal import HTTPTypes

/// All routes, found by path and method. Words win over captures: "/jobs/batch" before "/jobs/{id}".
struct RouteTable: Sendable {
    struct Match: Sendable {
        var endpoint: Endpoint
        /// Captured segments by name, percent-decoded.
        var captures: [String: String]
    }

    enum Outcome: Sendable {
        case found(Match)
        /// The path is known, the method is not; the methods it has.
        case otherMethod([HTTPRequest.Method])
        case unknown
    }

    private struct Node: Sendable {
        var words: [String: Int] = [:]
        var capture: Int?
        var endpoints: [Endpoint] = []
    }

    /// Node 0 is the root of what lies below the prefix.
    private var nodes = [Node()]
    let endpoints: [Endpoint]
    private var rootPaths: Set<String> = []

    static let prefixes = [["api", "v1"], ["api"]]
    private static let maximumPath = 2_048

    init(_ endpoints: [Endpoint]) {
        self.endpoints = endpoints
        for endpoint in endpoints { add(endpoint) }
        rootPaths = Set(endpoints.filter(\.isAtRoot).map(\.path))
    }

    private mutating func add(_ endpoint: Endpoint) {
        var node = 0
        for segment in endpoint.path.split(separator: "/").map(String.init) {
            let known = segment.hasPrefix("{") ? nodes[node].capture : nodes[node].words[segment]
            if let known {
                node = known
                continue
            }
            nodes.append(Node())
            if segment.hasPrefix("{") {
                nodes[node].capture = nodes.count - 1
            } else {
                nodes[node].words[segment] = nodes.count - 1
            }
            node = nodes.count - 1
        }
        nodes[node].endpoints.append(endpoint)
    }

    func find(_ method: HTTPRequest.Method, _ path: String) -> Outcome {
        guard path.utf8.count <= Self.maximumPath, let segments = Self.segments(path) else {
            return .unknown
        }
        guard let prefix = Self.prefixes.first(where: { segments.starts(with: $0) }) else {
            let canonical = "/" + segments.joined(separator: "/")
            return rootPaths.contains(canonical) ? find(method, segments[...]) : .unknown
        }
        return find(method, segments.dropFirst(prefix.count))
    }

    private func find(_ method: HTTPRequest.Method, _ segments: ArraySlice<String>) -> Outcome {
        guard let node = walk(from: 0, segments) else { return .unknown }
        let endpoints = nodes[node].endpoints
        let wanted = method == .head ? HTTPRequest.Method.get : method
        guard let endpoint = endpoints.first(where: { $0.method == wanted }) else {
            return .otherMethod(Self.allowed(endpoints))
        }
        var captures: [String: String] = [:]
        for (pattern, segment) in zip(endpoint.path.split(separator: "/"), segments)
        where pattern.hasPrefix("{") {
            captures[String(pattern.dropFirst().dropLast())] = segment
        }
        return .found(Match(endpoint: endpoint, captures: captures))
    }

    private func walk(from node: Int, _ segments: ArraySlice<String>) -> Int? {
        guard let segment = segments.first else {
            return nodes[node].endpoints.isEmpty ? nil : node
        }
        let rest = segments.dropFirst()
        if let next = nodes[node].words[segment], let end = walk(from: next, rest) { return end }
        if let next = nodes[node].capture { return walk(from: next, rest) }
        return nil
    }

    private static func allowed(_ endpoints: [Endpoint]) -> [HTTPRequest.Method] {
        var methods = endpoints.map(\.method)
        if methods.contains(.get) { methods.append(.head) }
        return methods + [.options]
    }

    /// Decoded segments; nil for what is not UTF-8 or holds a NUL. One slash at the end does not matter (U4).
    private static func segments(_ path: String) -> [String]? {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        if parts.last?.isEmpty == true { parts = parts.dropLast() }
        var segments: [String] = []
        for part in parts {
            guard !part.isEmpty, let text = part.removingPercentEncoding, !text.contains("\0")
            else { return nil }
            segments.append(text)
        }
        return segments
    }
}
