import ArgumentParser

/// Options that set something: by key, as texts, so that all that is wrong is told at once.
protocol SettingOptions {
    var chosen: [String: [String]] { get }
}

/// How the API is reached.
struct ServerOptions: ParsableArguments, SettingOptions {
    @Option(help: "Address to listen on.")
    var host: String?

    @Option(help: "Port to listen on; 0 for any that is free.")
    var port: String?

    @Option(
        help: ArgumentHelp(
            "What stands before links that are given out, such as https://films.example.com.", valueName: "url"))
    var publicURL: String?

    @Option(
        help: ArgumentHelp("A page's origin that may use the API; may be given several times.", valueName: "origin"))
    var corsOrigin: [String] = []

    @Flag(help: "Believe X-Forwarded-For; only behind a proxy of yours.")
    var trustProxy = false

    @Flag(help: "Let strangers register.")
    var allowRegistration = false

    @Option(
        help: ArgumentHelp("nginx's internal location for the objects folder (X-Accel-Redirect).", valueName: "prefix"))
    var accelPrefix: String?

    var chosen: [String: [String]] {
        var chosen: [String: [String]] = [:]
        chosen["server.host"] = host.map { [$0] }
        chosen["server.port"] = port.map { [$0] }
        chosen["server.publicURL"] = publicURL.map { [$0] }
        chosen["server.corsOrigins"] = corsOrigin.isEmpty ? nil : corsOrigin
        chosen["server.trustProxy"] = trustProxy ? ["true"] : nil
        chosen["server.allowRegistration"] = allowRegistration ? ["true"] : nil
        chosen["server.accelPrefix"] = accelPrefix.map { [$0] }
        return chosen
    }
}

/// How films are made by a service.
struct WorkerOptions: ParsableArguments, SettingOptions {
    @Option(
        help: ArgumentHelp(
            "Films made at once; with serve, 0 for the API alone (default: one more than there are cores).",
            valueName: "count"))
    var slots: String?

    @Option(help: "Least level of log lines: trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    var chosen: [String: [String]] {
        var chosen: [String: [String]] = [:]
        chosen["worker.slots"] = slots.map { [$0] }
        chosen["log.level"] = logLevel.map { [$0] }
        return chosen
    }
}

/// Where the installation's data and its settings lie.
struct DataOptions: ParsableArguments, SettingOptions {
    @Option(
        help: ArgumentHelp(
            "Folder of the database and the films (default: ~/.local/share/batchvideo).", valueName: "dir"))
    var data: String?

    @Option(
        help: ArgumentHelp(
            "Settings, instead of batchvideo.yaml in the working folder and in the data folder.",
            valueName: "file"))
    var config: String?

    var chosen: [String: [String]] { data.map { ["data.folder": [$0]] } ?? [:] }

    /// - Throws: `.invalid` naming all that is wrong.
    func settings(_ others: any SettingOptions...) throws -> EffectiveSettings {
        var sources = SettingSources(file: config)
        sources.options = others.reduce(chosen) { $0.merging($1.chosen) { $1 } }
        return try sources.load()
    }

    func platform() async throws -> Platform { try await Platform(settings().settings) }
}
