import ArgumentParser
import Logging

/// Log lines on standard error: time, level, message and facts.
enum Logs {
    static func start(_ level: LogLevel) -> Logger {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "batchvideo")
        logger.logLevel = level.level
        return logger
    }
}

/// The least level that is told.
enum LogLevel: String, CaseIterable, ExpressibleByArgument {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .notice }
}
