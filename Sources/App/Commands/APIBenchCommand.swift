import ArgumentParser
import BatchVideo
import Foundation

struct APIBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api",
        abstract: "Measures the platform under load, and beside the same routes in FastAPI.",
        discussion: """
            Starts this program's own "serve" on a free port with a data folder of its own and many jobs. \
            Client and servers share the machine's cores. --minutes is the longest part.
            """)

    @Option(help: "Jobs in the database, 1 to 1000000.")
    var jobs: Int?

    @Option(help: "How long films are made while memory is watched, up to 240 (default: 10).")
    var minutes: Double?

    @Option(
        help: ArgumentHelp(
            "Python with FastAPI, SQLAlchemy and uvicorn (make bench-api makes one); without it there is no twin.",
            valueName: "path"))
    var python: String?

    @Option(help: ArgumentHelp("The twin's source.", valueName: "file"))
    var twin = "scripts/api_twin.py"

    @Option(
        help: ArgumentHelp("Parts, with commas: start,rate,memory,list,flat,crowd,import.", valueName: "parts"))
    var only: String?

    @Flag(help: "Small sizes: shows that everything works, not how fast it is.")
    var quick = false

    @OptionGroup var place: BenchPlace

    func validate() throws {
        if let jobs, !(1...1_000_000).contains(jobs) { throw ValidationError("--jobs is 1 to 1000000") }
        if let minutes, !(0.01...240).contains(minutes) { throw ValidationError("--minutes is 0.01 to 240") }
        let _: Set<APIBench.Part> = try BenchPlace.parts(only)
    }

    func run() async throws {
        let source = URL(filePath: twin).standardizedFileURL
        if python != nil, !FileManager.default.isReadableFile(atPath: source.path) {
            throw BatchVideoError(.notFound, "there is no \(source.path); name scripts/api_twin.py with --twin")
        }
        try await place.measure { folder in
            try await APIBench(
                sizes: sizes, parts: try BenchPlace.parts(only), python: python.map { Python(path: $0) },
                twin: source, folder: folder
            ).run()
        }
    }

    private var sizes: APIBenchSizes {
        var sizes = quick ? APIBenchSizes.quick : APIBenchSizes()
        if let jobs { sizes.jobs = jobs }
        if let minutes { sizes.minutes = minutes }
        return sizes
    }
}
