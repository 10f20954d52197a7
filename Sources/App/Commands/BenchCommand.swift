import ArgumentParser
import BatchVideo
import Foundation
import Media

/// `batchvideo bench NAME`: measures a part of the program on this machine.
struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measures the program on this machine.",
        subcommands: [RenderBenchCommand.self, APIBenchCommand.self, VendorBenchCommand.self])
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

    @Option(
        help: ArgumentHelp(
            "Parts, with commas: compose,encoder,edit,long,quality,graph,seed,moviepy.",
            valueName: "parts"))
    var only: String?

    @Option(help: "Picture size as WIDTHxHEIGHT.")
    var size = "1360x768"

    @Option(help: "Shots of 5 s, 2 to 120.")
    var shots = 12

    @OptionGroup var place: BenchPlace

    func validate() throws {
        guard (1...99).contains(runs) else { throw ValidationError("--runs is 1 to 99") }
        guard (2...120).contains(shots) else { throw ValidationError("--shots is 2 to 120") }
        _ = try parts()
        _ = try MakeOptions.parseSize(size)
    }

    func run() async throws {
        try await place.measure { folder in
            try await RenderBench(
                film: BenchFilm(canvas: Canvas(size: try MakeOptions.parseSize(size)), shotCount: shots),
                runCount: runs, parts: try parts(), recipes: try recipes(), python: Python(path: python),
                folder: folder, paths: try ToolPaths.locate(),
                program: try Companions().program("batchvideo-render").path
            ).run()
        }
    }

    private func parts() throws -> Set<RenderBench.Part> { try BenchPlace.parts(only) }

    private func recipes() throws -> URL? {
        guard let against else { return nil }
        let url = URL(filePath: against, directoryHint: .isDirectory).standardizedFileURL
        guard FileManager.default.fileExists(atPath: url.appending(path: "gen_assets.py").path)
        else {
            throw BatchVideoError(.notFound, "\(against) has no gen_assets.py: name the bench folder")
        }
        return url
    }
}
