import ArgumentParser
import Artwork
import BatchVideo
import Foundation

/// `batchvideo artwork`: looks at what the embedded painter draws.
struct ArtworkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "artwork", abstract: "Shows what the embedded painter draws.",
        subcommands: [Sheet.self])

    struct Sheet: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draws every scene, card and cover on contact sheets, and measures them.",
            discussion: """
                Tells the processor's milliseconds for stills and loops, whether loops close without a jump, whether \
                the same seed draws the same bytes, and which letters no font here has. Fails when one of these does.
                """)

        @Argument(help: ArgumentHelp("Where the sheets go; made when it is not there.", valueName: "dir"))
        var folder: String

        @Flag(help: "Smaller sheets and fewer measurements.")
        var quick = false

        @Flag(help: "Write the tables as JSON.")
        var json = false

        func run() async throws {
            let url = URL(filePath: folder, directoryHint: .isDirectory).standardizedFileURL
            do {
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            } catch {
                throw BatchVideoError(
                    .unwritable, "cannot make \(url.path); choose another folder", cause: error)
            }
            let report = try await ArtworkSheet(isQuick: quick).draw(to: url) { Terminal.complain($0) }
            Terminal.say(json ? try report.json() : report.text)
            guard let fault = report.faults.first else { return }
            throw BatchVideoError(.internal, "\(report.faults.count) faults in the artwork, the first: \(fault)")
        }
    }
}
