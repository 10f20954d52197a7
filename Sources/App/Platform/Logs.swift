import Logging

/// Log lines on standard error: time, level, message and facts.
enum Logs {
    /// As the settings say, beginning with what was odd about them.
    static func start(_ chosen: EffectiveSettings) -> Logger {
        let logger = start(chosen.settings.logLevel)
        for warning in chosen.warnings { logger.warning("settings", metadata: ["warning": "\(warning)"]) }
        return logger
    }

    static func start(_ level: LogLevel) -> Logger {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "batchvideo")
        logger.logLevel = level.level
        return logger
    }
}

/// The least level that is told.
enum LogLevel: String, CaseIterable, Sendable {
    case trace, debug, info, notice, warning, error, critical

    var level: Logger.Level { Logger.Level(rawValue: rawValue) ?? .notice }
}
