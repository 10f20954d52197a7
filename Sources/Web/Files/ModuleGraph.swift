internal import Foundation

/// Which modules of the web application ask for which others, read from their `import` lines, so that a document can
/// name all that it needs and a browser fetches them at once, not import by import (HTML, `rel="modulepreload"`).
struct ModuleGraph: Sendable {
    /// Addresses of what a module imports when it is loaded, "/lib/html.js".
    private var imports: [String: [String]] = [:]
    /// The module of a page by the pattern of its path, whose words that begin with a colon stand for any.
    private var pages: [(pattern: [Substring], module: String)] = []

    /// Reads all modules below a folder; what cannot be read is left out.
    init(_ folder: URL) {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        for file in files where file.hasSuffix(".js") {
            guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else { continue }
            read(text, at: "/" + file)
        }
    }

    private mutating func read(_ text: String, at module: String) {
        for line in text.utf8.split(separator: UInt8(ascii: "\n")) {
            let line = Substring(line)
            if line.hasPrefix("import ") || line.hasPrefix("} from ") || line.hasPrefix("export ") {
                if let name = Self.quoted(in: line, behind: "from \"") ?? Self.quoted(in: line, behind: "import \"") {
                    imports[module, default: []].append(Self.resolved(name, from: module))
                }
            } else if let path = Self.quoted(in: line, behind: "{ path: \""),
                let page = Self.quoted(in: line, behind: "import(\"")
            {
                pages.append((path.split(separator: "/"), Self.resolved(page, from: module)))
            }
        }
    }

    private static func quoted(in line: Substring, behind mark: String) -> Substring? {
        guard let start = line.range(of: mark)?.upperBound, let end = line[start...].firstIndex(of: "\"") else {
            return nil
        }
        return line[start..<end]
    }

    private static func resolved(_ name: Substring, from module: String) -> String {
        guard name.hasPrefix(".") else { return String(name) }
        var words = module.split(separator: "/").dropLast()
        for word in name.split(separator: "/") where word != "." {
            if word == ".." { words = words.dropLast() } else { words.append(word) }
        }
        return "/" + words.joined(separator: "/")
    }

    /// All that a page's document needs: `main` with its imports, then the page's, each once.
    func needed(by path: String, main: String = "/main.js") -> [String] {
        let words = path.split(separator: "/")
        let page = pages.first { page in
            page.pattern.count == words.count
                && zip(page.pattern, words).allSatisfy { $0.hasPrefix(":") || $0 == $1 }
        }
        var (found, seen) = ([String](), Set<String>())
        var open = [main] + (page.map { [$0.module] } ?? [])
        while !open.isEmpty {
            let module = open.removeFirst()
            guard seen.insert(module).inserted else { continue }
            found.append(module)
            open += imports[module] ?? []
        }
        return found
    }
}
