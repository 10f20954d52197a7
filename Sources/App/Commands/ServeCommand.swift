import ArgumentParser
import BatchVideo
import CPixels
import Foundation
import Logging
import Pipeline
import ServiceLifecycle
import Web

/// `batchvideo serve`: API and workers in one process.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Runs the platform: web pages, API, live events and workers.",
        discussion: "The first user is made with: batchvideo user add NAME --admin")

    @OptionGroup var data: DataOptions
    @OptionGroup var server: ServerOptions

    @OptionGroup var worker: WorkerOptions

    func run() async throws {
        ch_return_large_blocks()  // pictures come and go on many threads
        let chosen = try data.settings(server, worker)
        let settings = chosen.settings
        let logger = Logs.start(chosen)
        let platform = try await Platform(settings)
        var services: [any Service] = [platform.maintenance(logger: logger)]
        var studio: Studio?
        if settings.worker.slots > 0 {
            let made = try Studio(settings, meter: platform.watch.films)
            studio = made
            services.append(platform.worker(made, logger: logger))
        }
        services.append(
            WebhookSender(
                outbox: platform.stores.outbox, allowedHosts: settings.webhookHosts, logger: logger))
        services.append(
            try platform.server(voices: studio?.voices.all, speech: studio?.voices.embedded).service(
                logger: logger, app: Companions().webApp(logger),
                onPort: { port in
                    let line = "BatchVideo listens on http://\(settings.web.host):\(port)\n"
                    // Nobody may read it.
                    try? FileHandle.standardOutput.write(contentsOf: Data(line.utf8))
                }))
        try await platform.run(services, logger: logger)
        await studio?.close()
    }
}

extension Companions {
    /// Nil, with a word in the log, when the files are missing: the API works without them.
    fileprivate func webApp(_ logger: Logger) -> WebApp? {
        do {
            return WebApp(pages: try data("web/app"), vendor: try data("web/vendor"))
        } catch {
            logger.warning("there will be no web pages", metadata: ["why": "\(error)"])
            return nil
        }
    }
}

