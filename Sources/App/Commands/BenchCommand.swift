import ArgumentParser
import BatchVideo
import Foundation
import Media

/// `batchvideo bench NAME`: measures a part of the program on this machine.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures the program on this machine.",
        subcommands: [RenderBenchCommand.self])
}

struct RenderBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Measures rendering beside the encoder alone and beside others' recipes.",
        discussion: """
            Renders 12 shots of 5 s with fades, camera moves, captions and logo. CPU seconds are \
            the kernel's count for a program and all its children; medians of --runs.
            """)

    @Option(help: ArgumentHelp("Folder of the rivals' recipes and their gen_assets.py.", valueName: "dir"))
    var against: String?

    @Option(help: ArgumentHelp("Python with numpy and moviepy (make bench makes one).", valueName: "path"))
    var python: String?

    @Option(help: "How often each figure is measured, 1 to 99.")
    var runs = 5

    @Option(help: ArgumentHelp("Write the figures as JSON too.", valueName: "file"))
    var json: String?

    @Option(
        help: ArgumentHelp(
            "Parts, with commas: compose,encoder,edit,long,quality,graph,seed,moviepy.",
            valueName: "parts"))
    var only: String?

    @Option(help: "Picture size as WIDTHxHEIGHT.")
    var size = "1360x768"

    @Option(help: "Shots of 5 s, 2 to 120.")
    var shots = 12

    @Option(help: ArgumentHelp("Work here and leave everything there.", valueName: "dir"))
    var work: String?

    func validate() throws {
        guard (1...99).contains(runs) else { throw ValidationError("--runs is 1 to 99") }
        guard (2...120).contains(shots) else { throw ValidationError("--shots is 2 to 120") }
        _ = try parts()
        _ = try MakeOptions.parseSize(size)
    }

    func run() async throws {
        let folder = try workFolder()
        defer {
            // What cannot be removed from the temporary folder, the system removes.
            if work == nil { try? FileManager.default.removeItem(at: folder) }
        }
        let figures = try await RenderBench(
            film: BenchFilm(canvas: Canvas(size: try MakeOptions.parseSize(size)), shotCount: shots),
            runCount: runs, parts: try parts(), recipes: try recipes(), python: Python(path: python),
            folder: folder, paths: try ToolPaths.locate(),
            program: try Companions().program("batchvideo-render").path
        ).run()
        Terminal.say(FigureTable(figures: figures).text)
        if let json { try write(figures, to: URL(filePath: json)) }
    }

    private func parts() throws -> Set<RenderBench.Part> {
        guard let only else { return Set(RenderBench.Part.allCases) }
        return Set(
            try only.split(separator: ",").map { name in
                guard let part = RenderBench.Part(rawValue: String(name)) else {
                    let all = RenderBench.Part.allCases.map(\.rawValue).joined(separator: ", ")
                    throw ValidationError("--only knows \(all), not '\(name)'")
                }
                return part
            })
    }

    private func recipes() throws -> URL? {
        guard let against else { return nil }
        let url = URL(filePath: against, directoryHint: .isDirectory).standardizedFileURL
        guard FileManager.default.fileExists(atPath: url.appending(path: "gen_assets.py").path)
        else {
            throw BatchVideoError(.notFound, "\(against) has no gen_assets.py: name the bench folder")
        }
        return url
    }

    private func workFolder() throws -> URL {
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
