import ArgumentParser
import BatchVideo
import Foundation
import Pipeline

/// `batchvideo make`: films of texts, one after another.
struct MakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make",
        abstract: "Makes a film of each text.",
        discussion: """
            Beside story.mp4 it writes story.srt, story.vtt, story.cover.jpg, story.audio.mp3 and \
            story.manifest.json; a manifest can be given instead of a text to make the film again.
            """)

    @Argument(help: "Text files, folders of .txt and .md files, or - for standard input.")
    var texts: [String]

    @Option(name: [.short, .customLong("output")], help: "The film, or a folder when there are several texts.")
    var output: String?

    @OptionGroup var options: MakeOptions

    @Option(
        help: ArgumentHelp(
            "Settings and vendors, instead of batchvideo.yaml in this folder and in the data folder.",
            valueName: "file"))
    var config: String?

    @Flag(help: "Write events as JSON lines on standard output.")
    var json = false

    func run() async throws {
        let studio = try Studio(SettingSources(file: config).load().settings)
        let sources = try TextSource.expand(texts)
        let plan = try OutputPlan(sources, output: output)
        var builder = try BriefBuilder(options, Casting(options, studio.voices))
        let printer: any FilmPrinter = json ? JSONPrinter() : TextPrinter(count: sources.count)
        var failures: [any Error] = []
        for (source, film) in zip(sources, plan.films) {
            do {
                let brief = try builder.brief(for: source)
                printer.begin(film, brief)
                let publication = try await studio.make(
                    brief, film: film, asksLostAnew: options.askLostAnew, events: printer)
                printer.finish(publication)
            } catch where sources.count > 1 && !(error is CancellationError) {
                printer.fail(film, Failure(error))
                failures.append(error)
            }
        }
        await studio.close()
        if let first = failures.first {
            throw MakeFailures(failed: failures.count, of: sources.count, first: first).asError
        }
    }
}

/// Some films of several could not be made; each was reported when it happened.
private struct MakeFailures {
    let failed: Int
    let of: Int
    let first: any Error

    /// Carries the first failure's code, so that the exit status tells its kind.
    var asError: BatchVideoError {
        let code = (first as? BatchVideoError)?.code ?? .invalid
        return BatchVideoError(code, "\(failed) of \(of) films could not be made; see above")
    }
}
