import ArgumentParser
import BatchVideo
import Foundation

/// Where a bench works and what it leaves.
struct BenchPlace: ParsableArguments {
    @Option(help: ArgumentHelp("Write the figures as JSON too.", valueName: "file"))
    var json: String?

    @Option(help: ArgumentHelp("Work here and leave everything there.", valueName: "dir"))
    var work: String?

    /// Shows the figures that `body` finds in the folder.
    func measure(_ body: (URL) async throws -> [Figure]) async throws {
        let folder = try folder()
        defer {
            // What cannot be removed from the temporary folder, the system removes.
            if work == nil { try? FileManager.default.removeItem(at: folder) }
        }
        let figures = try await body(folder)
        Terminal.say(FigureTable(figures: figures).text)
        if let json { try write(figures, to: URL(filePath: json)) }
    }

    /// The parts that `--only` names, with commas; nil names all.
    static func parts<Part: CaseIterable & RawRepresentable & Hashable>(
        _ names: String?
    ) throws -> Set<Part> where Part.RawValue == String {
        guard let names else { return Set(Part.allCases) }
        return Set(
            try names.split(separator: ",").map { name in
                guard let part = Part(rawValue: String(name)) else {
                    let all = Part.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--only knows \(all), not '\(name)'")
                }
                return part
            })
    }

    private func folder() throws -> URL {
        let url = work.map { URL(filePath: $0, directoryHint: .isDirectory).standardizedFileURL }
            ?? FileManager.default.temporaryDirectory.appending(
                path: "batchvideo-bench-\(ProcessInfo.processInfo.processIdentifier)",
                directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot make \(url.path); choose another folder with --work",
                cause: error)
        }
        return url
    }

    private func write(_ figures: [Figure], to file: URL) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        do {
            try encoder.encode(figures).write(to: file, options: .atomic)
        } catch {
            throw BatchVideoError(
                .unwritable, "cannot write \(file.path); choose another place", cause: error)
        }
    }
}
