import BatchVideo
import Foundation
import Pipeline

/// Layers on their way to settings, with everything that was found wrong.
struct SettingReading {
    var layers: [SettingLayer] = []
    var tree = ConfigurationTree()
    var faults: [String] = []
    var warnings: [String] = []
    private var settings: Settings
    private var places: [String: String] = [:]

    init(defaults: Settings) { settings = defaults }

    /// A layer under those that are there.
    ///
    /// - Throws: `.notFound` when the file cannot be read.
    mutating func add(_ url: URL, isInDataFolder: Bool = false) throws {
        let file: ConfigurationFile
        do {
            file = try ConfigurationFile(url)
        } catch let error as BatchVideoError where error.code == .invalid {
            return faults.append(error.message)
        }
        faults += file.faults
        var found: [String: SettingLayer.Found] = [:]
        for entry in file.entries {
            let place = "\(file.path), line \(entry.line)"
            guard let setting = SettingCatalog.setting(entry.key) else {
                faults.append(Self.unknown(entry.key, place))
                continue
            }
            if isInDataFolder, setting.key == "data.folder" {
                faults.append("data.folder in \(place) stands in that folder itself; set it elsewhere")
                continue
            }
            let texts = entry.texts.map { ConfigurationTree.expanded($0, tree.variables) }
            let missing = texts.flatMap(\.missing)
            faults += missing.map { ConfigurationTree.fault(entry.key, $0, place) }
            guard missing.isEmpty else { continue }
            found[entry.key] = .init(texts: texts.map(\.0), place: place)
        }
        layers.append(SettingLayer(found, name: file.path))
        tree.files.append(file)
    }

    /// As the layers so far say.
    func dataFolder() throws -> String {
        guard let setting = SettingCatalog.setting("data.folder"), let found = try find(setting),
            let path = found.texts.first, !path.isEmpty
        else { return settings.dataFolder }
        return path
    }

    /// - Throws: `.invalid` naming all that is wrong, or a usage error when only options are.
    mutating func effective() throws -> EffectiveSettings {
        var wrongOptions = 0
        for setting in SettingCatalog.all {
            guard let found = try find(setting) else { continue }
            places[setting.key] = found.place
            if !setting.put(found.texts, &settings) {
                let shown = setting.isSecret ? "(hidden)" : "'\(found.texts.joined(separator: ", "))'"
                if found.isOption { wrongOptions += 1 }
                faults.append("\(setting.key) is \(shown) by \(found.place); allowed is \(setting.allowed)")
            }
        }
        checkTogether()
        guard faults.isEmpty else {
            let told = SettingFaults(faults)
            if wrongOptions == faults.count { throw told.usageError }
            throw told.error
        }
        return EffectiveSettings(settings: settings, places: places, warnings: warnings, tree: tree)
    }

    private func find(_ setting: Setting) throws -> SettingLayer.Found? {
        for layer in layers {
            if let found = try layer.find(setting) { return found }
        }
        return nil
    }

    /// What is allowed alone and wrong together.
    private mutating func checkTogether() {
        let worker = settings.worker
        if worker.softLimit >= worker.hardLimit {
            let place = places["worker.hardLimitSeconds"] ?? places["worker.softLimitSeconds"] ?? "default"
            faults.append(
                "worker.hardLimitSeconds is \(worker.hardLimit.components.seconds) by \(place); "
                    + "allowed is more than worker.softLimitSeconds, \(worker.softLimit.components.seconds)")
        }
    }

    private static func unknown(_ key: String, _ place: String) -> String {
        let keys = SettingCatalog.all.map(\.key)
        let inside = keys.filter { $0.hasPrefix(key + ".") }
        if !inside.isEmpty {
            return "\(key) in \(place) is a section; write its settings below it: "
                + inside.map { $0.dropFirst(key.count + 1) }.joined(separator: ", ")
        }
        let near = NearestKey.to(key, among: keys).map { "; did you mean \($0)?" } ?? ""
        return "\(key) in \(place) is no setting\(near) (see: batchvideo config --example)"
    }
}
