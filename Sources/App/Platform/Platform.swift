import BatchVideo
import Foundation
import Logging
import Media
import Pipeline
import Providers
import ServiceLifecycle
import Store
import Voices
import Web

/// An opened installation.
struct Platform: Sendable {
    let settings: Settings
    let folder: DataFolder
    let database: SQLiteDatabase
    let stores: Stores
    let bell = WorkBell()
    let watch = Watch()

    /// Brings the schema up to date.
    init(_ settings: Settings) async throws {
        self.settings = settings
        folder = try DataFolder(settings.dataFolder)
        database = try SQLiteDatabase(file: folder.database)
        stores = try await SQLStore(migrating: database, now: Date()).stores
    }

    var shelf: ObjectShelf { ObjectShelf(folder.objects) }

    /// Makes the films that are filed. `slots`: other than the settings say.
    func worker(_ studio: Studio, slots: Int? = nil, logger: Logger) -> Worker {
        var settings = settings.worker
        settings.slots = slots ?? settings.slots
        settings.name = "\(ProcessInfo.processInfo.hostName):\(ProcessInfo.processInfo.processIdentifier)"
        let shelf = shelf
        let run = FilmRun(
            FilmRun.Parts(
                pipeline: studio.sharedPipeline(), stores: stores,
                briefing: JobBriefing(
                    stores: stores, voices: studio.voices.casting, copiesVoices: studio.copiesVoices,
                    file: { try shelf.url(of: $0) }),
                shelf: shelf, work: folder.work))
        return Worker(
            queue: stores.queue, runner: run, settings: settings,
            bell: bell, logger: logger, meter: watch.films)
    }

    func maintenance(logger: Logger) -> Maintenance {
        let (shelf, workspaces) = (shelf, workspaces)
        return Maintenance(
            stores: stores, settings: settings.maintenance,
            maxRetries: settings.worker.retries.maximum, bell: bell,
            sweep: { jobs in
                jobs.forEach(shelf.removeJob)
                await workspaces.forget(jobs)
            }, workspaces: workspaces, logger: logger)
    }

    private var workspaces: WorkspaceRetention { WorkspaceRetention(folder.work, stores: stores) }

    /// - Parameters:
    ///   - voices: those that people may choose; nil: the embedded ones.
    ///   - speech: says samples; nil: none are to be had.
    func server(voices: [Voice]? = nil, speech: EmbeddedSpeech? = nil) throws -> Server {
        var settings = settings.web
        settings.tokenSecret = try self.settings.secret ?? folder.secret()
        settings.objects = folder.objects
        settings.version = Version.current
        var tools = WebTools()
        let bell = bell
        tools.wake = { bell.ring() }
        let workspaces = workspaces
        tools.forget = { job in
            // A run that is just being cancelled may hold it; the nightly sweep finds what is left.
            workspaces.forget(job)
        }
        tools.estimate = FilmEstimator(stores: stores).estimate
        tools.voices = voices ?? EmbeddedVoices.all
        // Without ffmpeg the API still answers; what needs it says so.
        if let tool = try? ToolPaths.locate() {
            let all = self.settings
            let shop = try VendorShop(all, paths: tool)
            let vendors = try shop.vendors(all.use)
            tools.estimate = FilmEstimator(vendors, kind: shop.kind, stores: stores).estimate
            if !vendors.models.isEmpty { tools.writing = WritingTools(ModelWriter(vendors, caps: all.budget)) }
            tools.vendors = shop.configured.entries.map {
                VendorEntry(
                    name: $0.name, vendor: $0.vendor.id, title: $0.vendor.title, kinds: $0.parts.kinds)
            }
            tools.testVendor = { try await VendorTrial.report(on: $0, all, tool) }
            WebDesk(importer: FFmpegImporter(paths: tool), folder: folder).fill(&tools)
            FilmPreview(stores: stores, speech: speech, decoder: FFmpegSoundDecoder(paths: tool)).fill(&tools)
        }
        watch.attach(to: &tools, stores, data: folder.root)
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

extension WritingTools {
    fileprivate init(_ writer: ModelWriter) {
        self.init(
            script: { WrittenWords(try await writer.script($0)) },
            titles: { WrittenWords(try await writer.titles($0)) },
            description: { WrittenWords(try await writer.description($0)) })
    }
}

extension WrittenWords {
    fileprivate init(_ written: Written<Words>) {
        self.init(
            written.output, models: written.models, costs: written.costs, warnings: written.warnings)
    }
}
