import BatchVideo
import Foundation
import Logging
import Media
import Pipeline
import Providers
import ServiceLifecycle
import Store
import Web

/// An opened installation.
struct Platform: Sendable {
    let folder: DataFolder
    let database: SQLiteDatabase
    let stores: Stores
    let bell = WorkBell()

    /// Brings the schema up to date.
    init(_ folder: DataFolder) async throws {
        self.folder = folder
        database = try SQLiteDatabase(file: folder.database)
        stores = try await SQLStore(migrating: database, now: Date()).stores
    }

    var shelf: ObjectShelf { ObjectShelf(folder.objects) }

    /// Makes the films that are filed.
    func worker(_ studio: Studio, slots: Int, logger: Logger) -> Worker {
        let name = "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"
        let shelf = shelf
        let run = FilmRun(
            FilmRun.Parts(
                pipeline: studio.sharedPipeline(), stores: stores,
                briefing: JobBriefing(
                    stores: stores, voices: studio.castingVoices, file: { try shelf.url(of: $0) }),
                shelf: shelf, work: folder.work))
        return Worker(
            queue: stores.queue, runner: run, settings: WorkerSettings(name: name, slots: slots),
            bell: bell, logger: logger)
    }

    func maintenance(logger: Logger) -> Maintenance {
        let (shelf, work) = (shelf, folder.work)
        return Maintenance(
            stores: stores, maxRetries: RetryPolicy.standard.maximum, bell: bell,
            sweep: { jobs in
                for job in jobs {
                    shelf.removeJob(job)
                    // In use, or gone: the next sweep finds it.
                    try? FileManager.default.removeItem(at: FilmRun.folder(of: job, in: work))
                }
            }, logger: logger)
    }

    func server(_ options: ServerOptions) throws -> Server {
        var settings = WebSettings(tokenSecret: try folder.secret(), objects: folder.objects)
        settings.host = options.host
        settings.port = options.port
        settings.publicURL = options.publicURL ?? ""
        settings.corsOrigins = options.corsOrigin
        settings.trustsProxy = options.trustProxy
        settings.allowsRegistration = options.allowRegistration
        settings.accelPrefix = options.accelPrefix
        settings.version = Version.current
        var tools = WebTools()
        let bell = bell
        tools.wake = { bell.ring() }
        let work = folder.work
        tools.forget = { job in
            // A run that is just being cancelled may hold it; the nightly sweep finds what is left.
            try? FileManager.default.removeItem(at: FilmRun.folder(of: job, in: work))
        }
        tools.estimate = FilmEstimator.estimate
        tools.voices = EmbeddedVoices.all
        // Without ffmpeg the API still answers; what needs it says so.
        if let tool = try? ToolPaths.locate() {
            WebDesk(importer: FFmpegImporter(paths: tool), folder: folder).fill(&tools)
        }
        return try Server(settings, WebPorts(stores: stores, tools: tools))
    }

    /// Runs services until the program is told to end; they end in turn then.
    func run(_ services: [any Service], logger: Logger) async throws {
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map {
                    .init(
                        service: $0, successTerminationBehavior: .gracefullyShutdownGroup,
                        failureTerminationBehavior: .gracefullyShutdownGroup)
                }, logger: logger))
        // unstructured: cancelling it would end the services at once instead of in turn
        let running = Task { try await group.run() }
        try await withTaskCancellationHandler {
            try await running.value
        } onCancel: {
            Task { await group.triggerGracefulShutdown() }  // unstructured: a handler cannot wait
        }
        try? database.close()  // every transaction has ended
    }
}
