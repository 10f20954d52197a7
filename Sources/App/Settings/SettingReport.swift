import BatchVideo

/// The settings in force as people may see them: secrets are hidden.
struct SettingReport: Sendable {
    private let chosen: EffectiveSettings

    init(_ chosen: EffectiveSettings) { self.chosen = chosen }

    var lines: [String] {
        let rows = SettingCatalog.all.map { setting in
            (setting.key, shown(setting), chosen.place(of: setting))
        }
        let widths = (rows.map(\.0.count).max() ?? 0, rows.map(\.1.count).max() ?? 0)
        return rows.map { key, value, place in
            key.padded(widths.0) + "  " + value.padded(min(widths.1, 40)) + "  " + place
        }
    }

    /// `{"server.port": {"value": 8006, "source": "default"}}`.
    var json: JSONValue {
        .object(
            Dictionary(uniqueKeysWithValues: SettingCatalog.all.map { setting in
                let facts: [String: JSONValue] = [
                    "value": setting.shown(chosen.settings), "source": .string(chosen.place(of: setting)),
                ]
                return (setting.key, .object(facts))
            }))
    }

    private func shown(_ setting: Setting) -> String {
        switch setting.shown(chosen.settings) {
        case .null: "(\(setting.unset.isEmpty ? "not set" : setting.unset))"
        case .string(let text): text
        case .array(let items) where items.isEmpty: "(none)"
        case .array(let items): items.map { $0.string ?? $0.text }.joined(separator: ", ")
        case let other: other.text
        }
    }
}
