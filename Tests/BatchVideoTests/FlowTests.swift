import Foundation
import Testing

/// The hub's folders follow the flow of data; this reads their source and sees that it is so.
@Suite("Flow of the hub")
struct FlowTests {
    private static let order = [
        "Basics", "Catalog", "Vendors", "Script", "Narration", "Captions", "Storyboard", "Visuals", "Music",
        "Timeline", "Render", "Publish", "Jobs",
    ]
    private static let hub = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Sources/BatchVideo")

    private struct Source {
        var folder: String
        var name: String
        /// Without comments and the contents of string literals.
        var code: String
    }

    private static func sources() throws -> [Source] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: hub.path)
        return try paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let text = try String(contentsOf: hub.appending(path: path), encoding: .utf8)
            let folder = path.split(separator: "/").first.map(String.init) ?? ""
            return Source(folder: folder, name: path, code: bare(text))
        }
    }

    private static func bare(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.replacing(/"([^"\\]|\\.)*"/, with: "\"\"").replacing(/\/\/.*/, with: "")
        }.joined(separator: "\n")
    }

    private static func typesDeclared(in code: String) -> [String] {
        let access = #"^(?:package |public |internal |final |indirect )*"#
        let kind = #"(?:struct|enum|class|actor|protocol|typealias) (\w+)"#
        return names(access + kind, in: code)
    }

    /// What the pattern's group matches at the beginning of lines.
    private static func names(_ pattern: String, in code: String) -> [String] {
        guard let regex = try? Regex(pattern, as: (Substring, Substring).self) else { return [] }
        return code.matches(of: regex.anchorsMatchLineEndings()).map { String($0.output.1) }
    }

    @Test("every folder has its place in the order")
    func folders() throws {
        let folders = Set(try Self.sources().map(\.folder))

        #expect(folders.subtracting(Self.order).isEmpty)
        #expect(folders.count > 8)
    }

    @Test("no file names a type of a later folder")
    func flow() throws {
        let sources = try Self.sources()
        var home: [String: Int] = [:]
        for source in sources {
            let place = Self.order.firstIndex(of: source.folder) ?? 0
            for type in Self.typesDeclared(in: source.code) { home[type] = place }
        }
        #expect(home.count > 40)

        for source in sources {
            let place = Self.order.firstIndex(of: source.folder) ?? 0
            let words = source.code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
            let later = Set(words.map(String.init)).filter { home[$0, default: 0] > place }
            #expect(later.isEmpty, "\(source.name) names \(later.sorted())")
        }
    }

    @Test("the hub imports nothing but Foundation, Synchronization and Swift's own ICU")
    func imports() throws {
        let allowed = ["Foundation", "FoundationEssentials", "Synchronization", "_FoundationICU"]
        for source in try Self.sources() {
            let access = #"^(?:@\w+ |package |public |internal |private )*"#
            let module = #"import (?:struct |enum |class |func )?(\w+)"#
            let imported = Self.names(access + module, in: source.code)
            #expect(Set(imported).subtracting(allowed).isEmpty, "\(source.name) imports \(imported)")
        }
    }
}
