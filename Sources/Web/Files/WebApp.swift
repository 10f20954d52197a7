internal import BatchVideo
package import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore

/// The web application's files: pages are one document that finds out by itself what to show.
package struct WebApp: Sendable {
    /// Its modules, styles and `index.html`.
    private let pages: URL
    /// Files of others, named by their hash: they never change.
    private let vendor: URL
    private let modules: ModuleGraph

    package init(pages: URL, vendor: URL) {
        self.pages = pages
        self.vendor = vendor
        modules = ModuleGraph(pages)
    }

    /// First words of the paths that the application has pages for.
    private static let places: Set<String> = [
        "", "login", "register", "jobs", "new", "batches", "import", "library", "system", "settings", "help",
    ]
    private static let suffixes: Set<String> = ["js", "css", "svg", "txt"]

    /// Nil when there is nothing of ours at the path.
    func response(to request: Request) async throws -> Response? {
        guard let (file, cache) = find(request.uri.path), FileManager.default.fileExists(atPath: file.path) else {
            return nil
        }
        var response =
            file.pathExtension == "html"
            ? try document(file, for: request) : try await FileSender.send(file, for: request, cache: cache)
        response.headers[.contentSecurityPolicy] = Self.policy
        return response
    }

    /// The one document, with the modules that the path's page needs named in its head. It is a kilobyte.
    private func document(_ file: URL, for request: Request) throws -> Response {
        let links = modules.needed(by: request.uri.path).map { "  <link rel=\"modulepreload\" href=\"\($0)\">\n" }
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing("</head>", with: links.joined() + "</head>", maxReplacements: 1)
        return Response(
            status: .ok,
            headers: [
                .contentType: MediaTypes.type(of: "html"), .cacheControl: "no-cache",
                .contentLength: String(text.utf8.count),
            ],
            body: request.method == .head ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }

    /// Own files are asked for again each time and answered 304; those with a hash in their name are kept for good.
    private func find(_ path: String) -> (URL, String)? {
        let words = path.split(separator: "/").map(String.init)
        guard path.hasPrefix("/"), path.utf8.count <= 1_024 else { return nil }
        if Self.places.contains(words.first ?? ""), !(words.last ?? "").contains(".") {
            return (pages.appending(path: "index.html"), "no-cache")
        }
        guard let name = words.last, words.allSatisfy(Self.isPlain),
            let dot = name.lastIndex(of: "."), Self.suffixes.contains(String(name[name.index(after: dot)...]))
        else { return nil }
        if words.first == "vendor" {
            let file = vendor.appending(path: words.dropFirst().joined(separator: "/"))
            return (file, "public, max-age=31536000, immutable")
        }
        return (pages.appending(path: words.joined(separator: "/")), "no-cache")
    }

    /// Letters, digits, `-`, `_` and dots that are not at the beginning: no way leads upwards.
    private static func isPlain(_ word: String) -> Bool {
        !word.hasPrefix(".") && word.utf8.allSatisfy {
            switch $0 {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
            default: false
            }
        }
    }

    /// Scripts and styles of ours and nothing else: no eval, no inline code, and texts never become markup.
    private static let policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        + "media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; object-src 'none'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; "
        + "trusted-types vue"
}
