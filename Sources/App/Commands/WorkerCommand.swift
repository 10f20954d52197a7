import ArgumentParser
import BatchVideo
import CPixels
import Foundation

/// `batchvideo worker`: makes films beside a running server, on the same data.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Makes filed films, without the API.")

    @OptionGroup var data: DataOptions

    @Option(help: "Films made at once (default: one more than there are cores).")
    var slots: Int?

    @Option(help: "Least level of log lines: trace, debug, info, notice, warning, error or critical.")
    var logLevel: LogLevel = .notice

    mutating func validate() throws {
        if let slots, !(1...64).contains(slots) {
            throw ValidationError("--slots is 1 to 64, not \(slots)")
        }
    }

    func run() async throws {
        ch_return_large_blocks()  // pictures come and go on many threads
        let logger = Logs.start(logLevel)
        let platform = try await data.platform()
        let studio = try Studio()
        let slots = slots ?? ProcessInfo.processInfo.activeProcessorCount + 1
        try await platform.run(
            [
                platform.maintenance(logger: logger),
                platform.worker(studio, slots: slots, logger: logger),
            ], logger: logger)
        await studio.close()
    }
}
