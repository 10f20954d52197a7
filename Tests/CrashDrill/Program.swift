import BatchVideo
import Foundation

/// Parts of the platform that are killed on purpose, and what kills and judges them; see docs/decisions
/// and `make crash`. Not installed.
@main
struct Program {
    static func main() async {
        let words = Array(CommandLine.arguments.dropFirst())
        do {
            let options = try Options(words)
            switch words.first {
            case "server": try await DrillServer(options).run()
            case "worker": try await DrillWorker(options).run()
            case "vendor": try Vendor(options).serve()
            case "holder": try await StaleHolder(options).run()
            case "drive":
                let verdict = try await Drive(options).run()
                print(verdict.text)
                exit(verdict.isGood ? 0 : 1)
            default:
                throw BatchVideoError(.invalid, "say server, worker, vendor, holder or drive")
            }
        } catch {
            let message = (error as? BatchVideoError)?.message ?? "\(error)"
            try? FileHandle.standardError.write(contentsOf: Data("crash-drill: \(message)\n".utf8))
            exit(1)
        }
    }
}

/// `--name value` pairs after the mode.
struct Options: Sendable {
    private var values: [String: String] = [:]

    init(_ words: [String]) throws {
        var rest = words.dropFirst()
        while let name = rest.popFirst() {
            guard name.hasPrefix("--"), let value = rest.popFirst() else {
                throw BatchVideoError(.invalid, "options are --name value, not \(name)")
            }
            values[String(name.dropFirst(2))] = value
        }
    }

    func text(_ name: String) throws -> String {
        guard let value = values[name] else { throw BatchVideoError(.invalid, "--\(name) is missing") }
        return value
    }

    func int(_ name: String, or fallback: Int? = nil) throws -> Int {
        guard let value = values[name] else {
            if let fallback { return fallback }
            throw BatchVideoError(.invalid, "--\(name) is missing")
        }
        guard let number = Int(value) else {
            throw BatchVideoError(.invalid, "--\(name) is a whole number, not \(value)")
        }
        return number
    }

    func has(_ name: String) -> Bool { values[name] != nil }
    func milliseconds(_ name: String, or fallback: Int) throws -> Duration {
        .milliseconds(try int(name, or: fallback))
    }

    /// Where database and objects of the drill lie.
    var data: URL { get throws { URL(filePath: try text("data"), directoryHint: .isDirectory) } }
    var database: URL { get throws { try data.appending(path: "drill.sqlite") } }
    var objects: URL { get throws { try data.appending(path: "objects", directoryHint: .isDirectory) } }
}
