import BatchVideo
import Configuration
import Foundation

/// One place that settings come from. Layers are asked in turn; the first that has a key decides.
struct SettingLayer: Sendable {
    struct Found: Sendable {
        var texts: [String]
        /// For people: "the variable BATCHVIDEO_SERVER_PORT".
        var place: String
        var isOption = false
    }

    private let provider: any ConfigProvider
    private let prefix: [String]
    private let place: @Sendable (_ encodedKey: String) -> String
    private let isCommandLine: Bool

    /// Texts by key, each from a place of its own.
    init(_ values: [String: Found], name: String, isCommandLine: Bool = false) {
        var content: [AbsoluteConfigKey: ConfigValue] = [:]
        for (key, found) in values {
            guard let setting = SettingCatalog.setting(key) else { continue }
            let texts: ConfigContent = found.texts.count == 1 ? .string(found.texts[0]) : .stringArray(found.texts)
            content[AbsoluteConfigKey(setting.path)] = ConfigValue(texts, isSecret: setting.isSecret)
        }
        provider = InMemoryProvider(name: name, values: content)
        prefix = []
        self.isCommandLine = isCommandLine
        place = { values[$0]?.place ?? name }
    }

    /// Variables: `server.publicURL` is BATCHVIDEO_SERVER_PUBLIC_URL. An empty one is not set.
    init(variables: [String: String], place: @escaping @Sendable (_ variable: String) -> String) {
        var known = variables.filter { !$0.value.isEmpty }
        var older: [String: String] = [:]
        for setting in SettingCatalog.all {
            let name = Self.variable(setting)
            for other in setting.variables where known[name] == nil {
                known[name] = known[other]
                if known[name] != nil { older[name] = other }
            }
        }
        provider = EnvironmentVariablesProvider(environmentVariables: known)
        prefix = Self.prefix
        isCommandLine = false
        self.place = { [older] in place(older[$0] ?? $0) }
    }

    func find(_ setting: Setting) throws -> Found? {
        let key = AbsoluteConfigKey(prefix + setting.path)
        let result: LookupResult
        do {
            result = try provider.value(forKey: key, type: .string)
        } catch {
            result = try provider.value(forKey: key, type: .stringArray)
        }
        let texts: [String]
        switch result.value?.content {
        case .string(let text): texts = setting.isList && !prefix.isEmpty ? Self.list(text) : [text]
        case .stringArray(let items): texts = items
        default: return nil
        }
        return Found(texts: texts, place: place(result.encodedKey), isOption: isCommandLine)
    }

    /// Its name in the environment, as the library spells it.
    static func variable(_ setting: Setting) -> String {
        let none = EnvironmentVariablesProvider(environmentVariables: [:])
        let found = try? none.value(forKey: AbsoluteConfigKey(prefix + setting.path), type: .string)
        return found?.encodedKey ?? ""  // no value is there to be of a wrong type
    }

    private static let prefix = ["batchvideo"]

    private static func list(_ text: String) -> [String] {
        text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
