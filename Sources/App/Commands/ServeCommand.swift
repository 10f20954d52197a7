import ArgumentParser
import BatchVideo
import CPixels
import Foundation
import Logging
import ServiceLifecycle
import Web

/// `batchvideo serve`: API and workers in one process.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Runs the platform: API, live events and workers.",
        discussion: "The first user is made with: batchvideo user add NAME --admin")

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @Option(help: "Films made at once; 0 for the API alone (default: one more than there are cores).")
    var slots: Int?

    @Option(help: "Least level of log lines: trace, debug, info, notice, warning, error or critical.")
    var logLevel: LogLevel = .notice

    mutating func validate() throws {
        if let slots, !(0...64).contains(slots) {
            throw ValidationError("--slots is 0 to 64, not \(slots)")
        }
    }

    func run() async throws {
        ch_return_large_blocks()  // pictures come and go on many threads
        let logger = Logs.start(logLevel)
        let platform = try await data.platform()
        let host = server.host
        var services: [any Service] = [platform.maintenance(logger: logger)]
        let slots = slots ?? ProcessInfo.processInfo.activeProcessorCount + 1
        var studio: Studio?
        if slots > 0 {
            let made = try Studio()
            studio = made
            services.append(platform.worker(made, slots: slots, logger: logger))
        }
        services.append(WebhookSender(outbox: platform.stores.outbox, logger: logger))
        services.append(
            try platform.server(server).service(
                logger: logger,
                onPort: { port in
                    let line = "BatchVideo listens on http://\(host):\(port)\n"
                    // Nobody may read it.
                    try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
                }))
        try await platform.run(services, logger: logger)
        await studio?.close()
    }
}

