import BatchVideo
import Foundation

/// A batchvideo.yaml with every setting explained, commented out at its default.
struct SettingExample: Sendable {
    var text: String {
        var lines = Self.head
        var room = ""
        for setting in SettingCatalog.all {
            if setting.room != room {
                room = setting.room
                lines += ["", "\(room):"]
            }
            lines += ["  # \(setting.help)", "  # Allowed: \(setting.allowed)."]
            lines.append("  # Also: \(others(setting).joined(separator: ", ")).")
            lines.append("  #\(setting.path[1]): \(value(setting))")
        }
        return (lines + Self.tail).joined(separator: "\n") + "\n"
    }

    private static let head = [
        "# Settings of BatchVideo. Put this file into the working folder or the data folder, or name it with --config.",
        "# What is commented out holds as it stands. ${NAME} is replaced by a variable of the environment or of .env.",
    ]

    private static let tail = [
        "", "# Vendors of voices and pictures, each with its own settings.", "\(SettingCatalog.vendorsRoom):",
    ]

    private func others(_ setting: Setting) -> [String] {
        [setting.option].compactMap { $0 } + [SettingLayer.variable(setting)] + setting.variables
    }

    /// Defaults of a machine that has one core and no home, but for what is different on each.
    private func value(_ setting: Setting) -> String {
        if setting.key == "data.folder" { return "/var/lib/batchvideo" }
        return switch setting.value(Settings(environment: [:])) {
        case nil: setting.isSecret ? "${\(SettingLayer.variable(setting))}" : "# not set: \(setting.unset)"
        case .string(let text): text
        case .array(let items): "[" + items.map { $0.string ?? $0.text }.joined(separator: ", ") + "]"
        case let value?: value.text
        }
    }
}
