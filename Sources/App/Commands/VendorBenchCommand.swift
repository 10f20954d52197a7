import ArgumentParser
import BatchVideo

struct VendorBenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vendors",
        abstract: "Measures how much longer a film takes than its vendors make it take.",
        discussion: """
            Makes a film of 12 shots with vendors of a given pace inside the program: once with vendors \
            that take no time, once with those that do. Nothing is sent anywhere.
            """)

    @Option(help: ArgumentHelp("Seconds of a sentence and how many at once.", valueName: "seconds:count"))
    var speech = "1.5:4"

    @Option(help: ArgumentHelp("The same of a picture.", valueName: "seconds:count"))
    var images = "6:4"

    @Option(help: ArgumentHelp("The same of a clip.", valueName: "seconds:count"))
    var clips = "20:2"

    @Option(help: "How often both films are made, 1 to 99.")
    var runs = 3

    @OptionGroup var place: BenchPlace

    func validate() throws {
        guard (1...99).contains(runs) else { throw ValidationError("--runs is 1 to 99") }
        _ = try paces
    }

    func run() async throws {
        try await place.measure { folder in
            let studio = try Studio(Settings(environment: [:]))
            let figures = try await VendorBench(
                paces: try paces, runCount: runs, studio: studio, folder: folder
            ).run()
            await studio.close()
            return figures
        }
    }

    private var paces: PacedVendors {
        get throws {
            PacedVendors(
                speech: try Self.pace("--speech", speech), images: try Self.pace("--images", images),
                clips: try Self.pace("--clips", clips))
        }
    }

    private static func pace(_ name: String, _ text: String) throws -> Pace {
        let parts = text.split(separator: ":")
        guard parts.count == 2, let seconds = Double(parts[0]), let count = Int(parts[1]),
            (0...3_600).contains(seconds), (1...64).contains(count)
        else { throw ValidationError("\(name) is seconds and a count such as 6:4, not '\(text)'") }
        return Pace(seconds: seconds, atOnce: count)
    }
}
