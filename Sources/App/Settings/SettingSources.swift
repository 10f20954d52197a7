import BatchVideo
import Foundation

/// Where settings are looked for: command line > environment > `.env` > batchvideo.yaml in the
/// working folder > batchvideo.yaml in the data folder > defaults.
struct SettingSources: Sendable {
    /// What the command line says, by key.
    var options: [String: [String]] = [:]
    /// `--config FILE`: read instead of every batchvideo.yaml.
    var file: String?
    var folder = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
    var environment = ProcessInfo.processInfo.environment

    /// - Throws: `.invalid` naming all that is wrong; `.notFound` for a `--config` that is not there.
    func load() throws -> EffectiveSettings {
        var reading = SettingReading(defaults: Settings(environment: environment))
        let dotEnv = EnvironmentFile(folder.appending(path: ".env"))
        reading.faults += dotEnv.faults
        reading.tree.variables = dotEnv.variables.merging(environment) { $1.isEmpty ? $0 : $1 }
        reading.layers = [commandLine, own, Self.layer(dotEnv)]
        reading.warnings = strangers(environment, dotEnv)

        if let file = file ?? environment["BATCHVIDEO_CONFIG"].flatMap({ $0.isEmpty ? nil : $0 }) {
            try reading.add(URL(filePath: file, relativeTo: folder).absoluteURL)
        } else {
            let here = folder.appending(path: ConfigurationFile.name)
            if isThere(here) { try reading.add(here) }
            let data = URL(
                filePath: try reading.dataFolder(), directoryHint: .isDirectory, relativeTo: folder
            ).absoluteURL
            let there = data.appending(path: ConfigurationFile.name)
            if isThere(there), there.resolvingSymlinksInPath() != here.resolvingSymlinksInPath() {
                try reading.add(there, isInDataFolder: true)
            }
        }
        var effective = try reading.effective()
        effective.settings.providers = try effective.tree.providers()
        return effective
    }

    private func isThere(_ file: URL) -> Bool { FileManager.default.fileExists(atPath: file.path) }

    private var commandLine: SettingLayer {
        let found = options.map { key, texts in
            let option = SettingCatalog.setting(key)?.option ?? key
            return (key, SettingLayer.Found(texts: texts, place: "the option \(option)"))
        }
        return SettingLayer(Dictionary(found) { $1 }, name: "the command line", isCommandLine: true)
    }

    private var own: SettingLayer {
        SettingLayer(variables: environment) { "the variable \($0)" }
    }

    private static func layer(_ file: EnvironmentFile) -> SettingLayer {
        SettingLayer(variables: file.variables) { name in
            "\(name) in \(file.path), line \(file.lines[name] ?? 0)"
        }
    }

    /// Variables that look like settings and are none. Not an error: container platforms set
    /// variables after the names of services (BATCHVIDEO_SERVER_SERVICE_HOST).
    private func strangers(_ environment: [String: String], _ file: EnvironmentFile) -> [String] {
        let known = Set(SettingCatalog.all.flatMap { [SettingLayer.variable($0)] + $0.variables })
        let rooms = Set(SettingCatalog.all.map { "BATCHVIDEO_\($0.room.uppercased())_" })
        func warning(_ name: String, _ place: String) -> String {
            let near = NearestKey.to(name, among: known.sorted()).map { "; did you mean \($0)?" } ?? ""
            return "\(name) \(place) is no setting and is ignored\(near)"
        }
        let ours = environment.keys.filter { name in
            !known.contains(name) && rooms.contains(where: name.hasPrefix)
        }
        let theirs = file.variables.keys.filter { !known.contains($0) && $0.hasPrefix("BATCHVIDEO_") }
        return ours.sorted().map { warning($0, "in the environment") }
            + theirs.sorted().map { warning($0, "in \(file.path)") }
    }
}

/// The settings in force, and where each comes from.
struct EffectiveSettings: Sendable {
    var settings: Settings
    /// By key; a key that is not here has its default.
    var places: [String: String]
    var warnings: [String]
    var tree: ConfigurationTree

    func place(of setting: Setting) -> String { places[setting.key] ?? "default" }
}
