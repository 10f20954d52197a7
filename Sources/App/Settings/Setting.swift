import BatchVideo

/// One thing that can be set: its key and where its value goes.
struct Setting: Sendable {
    /// Room and name with its unit: "worker.leaseSeconds".
    let key: String
    let help: String
    /// What may stand there.
    let allowed: String
    let isList: Bool
    var isSecret = false
    /// The command line's name for it.
    var option: String?
    /// Older names in the environment; the one that follows from the key goes first.
    var variables: [String] = []
    /// What holds when it is not set, for a default that is not a plain value.
    var unset = ""

    /// False when the value is not allowed. An empty list is one for lists only.
    let put: @Sendable ([String], inout Settings) -> Bool
    /// Nil: not set.
    let value: @Sendable (Settings) -> JSONValue?

    init<Value>(
        _ key: String, _ place: any WritableKeyPath<Settings, Value> & Sendable,
        _ form: SettingForm<Value>, _ help: String, option: String? = nil,
        variables: [String] = [], isSecret: Bool = false, unset: String = ""
    ) {
        self.key = key
        self.help = help
        self.option = option
        self.variables = variables
        self.isSecret = isSecret
        self.unset = unset
        allowed = form.allowed
        isList = form.isList
        put = { texts, settings in
            guard form.isList || texts.count == 1, let value = form.read(texts) else { return false }
            settings[keyPath: place] = value
            return true
        }
        value = { form.json($0[keyPath: place]) }
    }

    var path: [String] { key.split(separator: ".").map(String.init) }
    var room: String { path[0] }

    /// As people may see it.
    func shown(_ settings: Settings) -> JSONValue {
        guard let value = value(settings) else { return .null }
        return isSecret ? .string("(hidden)") : value
    }
}
