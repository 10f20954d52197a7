import Foundation
import Logging

/// Log lines on standard error: time, level, message and facts.
enum Logs {
    static func start(_ level: Logger.Level) -> Logger {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "batchvideo")
        logger.logLevel = level
        return logger
    }
}
