import ArgumentParser
import BatchVideo
import CPixels
import Foundation
import Pipeline

/// `batchvideo worker`: makes films beside a running server, on the same data.
struct WorkerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker", abstract: "Makes filed films, without the API.")

    @OptionGroup var data: DataOptions

    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        ch_return_large_blocks()  // pictures come and go on many threads
        let chosen = try data.settings(worker)
        guard chosen.settings.worker.slots > 0 else {
            throw BatchVideoError(
                .invalid, "worker.slots is 0: this worker would make nothing; set 1 to 64, or give --slots")
        }
        let logger = Logs.start(chosen)
        let platform = try await Platform(chosen.settings)
        let studio = try Studio(chosen.settings, meter: platform.watch.films)
        try await platform.run(
            [
                platform.maintenance(logger: logger),
                platform.worker(studio, logger: logger),
            ], logger: logger)
        await studio.close()
    }
}
