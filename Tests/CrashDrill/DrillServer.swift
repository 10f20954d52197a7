import BatchVideo
import Foundation
import Logging
import ServiceLifecycle
import Store
import Web

/// The real API over the drill's data.
struct DrillServer: Sendable {
    let options: Options

    init(_ options: Options) { self.options = options }

    func run() async throws {
        Orphan.watch()
        let stores = try await SQLStore(migrating: SQLiteDatabase(file: options.database), now: Date()).stores
        var settings = WebSettings(tokenSecret: try options.text("secret"), objects: try options.objects)
        settings.port = try options.int("port", or: 0)
        settings.passwordCost = Passwords.Cost(logN: 4)
        settings.tokenLifetime = .seconds(24 * 3600)
        settings.idempotencyStaleAfter = try options.milliseconds("stale-ms", or: 120_000)
        let logger = DrillLog.logger("server")
        let service = try Server(settings, WebPorts(stores: stores)).service(
            logger: logger, onPort: { Orphan.tell("port \($0)") })
        try await ServiceGroup(services: [service], logger: logger).run()
    }
}

/// Log lines on standard error, of faults only unless asked for more.
enum DrillLog {
    static func logger(_ label: String) -> Logger {
        var logger = Logger(label: label) { StreamLogHandler.standardError(label: $0) }
        let level = ProcessInfo.processInfo.environment["DRILL_LOG"].flatMap(Logger.Level.init(rawValue:))
        logger.logLevel = level ?? .critical
        return logger
    }
}
