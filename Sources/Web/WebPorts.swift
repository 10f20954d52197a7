package import BatchVideo
package import Foundation

/// What the API needs of the rest of the program.
package struct WebPorts: Sendable {
    package var stores: Stores
    package var tools: WebTools
    package var now: @Sendable () -> Date

    package init(
        stores: Stores, tools: WebTools = WebTools(), now: @escaping @Sendable () -> Date = { Date() }
    ) {
        self.stores = stores
        self.tools = tools
        self.now = now
    }

    var users: any UserStore { stores.users }
    var keys: any APIKeyStore { stores.apiKeys }

    func audit(_ action: String, _ caller: Caller?, _ subject: String, _ call: Call) async throws {
        try await stores.audit.append(
            AuditEntry(
                userID: caller?.userID, action: action, subject: subject,
                address: call.context.peer ?? "", at: now()))
    }
}

/// Work that other parts of the program do for single requests. Nil: nothing is configured for it.
package struct WebTools: Sendable {
    /// PNG or JPEG in, PNG out, with lines of text drawn over it.
    package var drawText: (@Sendable (TextDrawing) async throws -> Data)?
    /// A picture from a prompt.
    package var generateImage: (@Sendable (ImageWish) async throws -> Data)?
    /// Names of LoRAs that can be chosen.
    package var loras: [String] = []
    /// Looks into an uploaded file, given its purpose ("voice": 25 s at most). Throws `.invalid` when it is no
    /// good; nil: only the first bytes decide.
    package var inspectUpload: (@Sendable (URL, String) async throws -> Void)?
    /// What a scrape reads, given its `Accept` header: the text and its type.
    package var metrics: (@Sendable (String?) async -> (text: String, type: String))?
    /// Hears of every request that was answered.
    package var observe: (@Sendable (RequestMeasurement) -> Void)?
    /// Facts for `/health/metrics`: numbers by name.
    package var measurements: (@Sendable () async -> [String: Double])?
    /// Checks of what the program runs on, by name; each throws when it is not there.
    package var checks: [String: @Sendable () async throws -> Void] = [:]
    /// Voices that can speak, for people to choose from.
    package var voices: [Voice] = []
    /// Speech platforms that a language may name; empty: any.
    package var platforms: [String] = []
    /// Vendors that are configured.
    package var vendors: [VendorEntry] = []
    /// Tries one of them out, which may cost money.
    package var testVendor: (@Sendable (String) async throws -> VendorReport)?
    /// Called after work was filed, so that a worker in this process starts at once.
    package var wake: @Sendable () -> Void = {}
    /// Called when a job was deleted: what it left unfinished can go.
    package var forget: @Sendable (Int) -> Void = { _ in }
    /// Estimated length, time to make and cost of a film, for dry runs.
    package var estimate: (@Sendable (JobDraft, Owner) async -> FilmEstimate)?
    /// The shots of a film before it is made. Throws `.invalid` for a text that cannot be read.
    package var plan: (@Sendable (JobDraft, Owner) async throws -> FilmPlan)?
    /// PNG of its first shot as the embedded painter shows it.
    package var planPicture: (@Sendable (JobDraft, Owner) async throws -> Data)?
    /// WAV of a sentence.
    package var speak: (@Sendable (SpeechWish) async throws -> Data)?
    /// The shape of a sound file, in so many points.
    package var waveform: (@Sendable (URL, Int) async throws -> Waveform)?
    /// Narrations, titles and descriptions by a language model, which may cost money.
    package var writing: WritingTools?

    package init() {}
}

/// What a language model of the installation writes. Each throws `.limited` when it would pass the budget.
package struct WritingTools: Sendable {
    package var script: @Sendable (ScriptWish) async throws -> WrittenWords<String>
    package var titles: @Sendable (TitleWriter) async throws -> WrittenWords<[String]>
    package var description: @Sendable (DescriptionWriter) async throws -> WrittenWords<PublishDescription>

    package init(
        script: @escaping @Sendable (ScriptWish) async throws -> WrittenWords<String>,
        titles: @escaping @Sendable (TitleWriter) async throws -> WrittenWords<[String]>,
        description: @escaping @Sendable (DescriptionWriter) async throws -> WrittenWords<PublishDescription>
    ) {
        self.script = script
        self.titles = titles
        self.description = description
    }
}

package struct WrittenWords<Words: Sendable>: Sendable {
    package var words: Words
    /// Names of the vendors that answered.
    package var models: [String]
    /// One for each currency.
    package var costs: [VendorCost]
    package var warnings: [String]

    package init(_ words: Words, models: [String], costs: [VendorCost], warnings: [String] = []) {
        self.words = words
        self.models = models
        self.costs = costs
        self.warnings = warnings
    }
}

package struct TextDrawing: Sendable {
    package struct Line: Sendable {
        package var text: String
        package var red: Int
        package var green: Int
        package var blue: Int
        /// Pixels.
        package var size: Int
    }

    package var lines: [Line]
    package var picture: Data
    /// A voice's or language's name: chooses the font.
    package var language: String
    package var usesTraditional: Bool
}

package struct ImageWish: Sendable {
    package var model: String
    package var prompt: String
    package var width: Int
    package var height: Int
    package var loraName: String
    /// Percent.
    package var loraWeight: Int
    package var steps: Int
    package var subject: Data?
    package var subjectScale: Double
}

/// One answered request, for metrics. Streams are measured until they begin.
package struct RequestMeasurement: Sendable {
    package var method: String
    /// The route's pattern, never the path itself; nil when there is no such route.
    package var endpoint: String?
    package var status: Int
    package var duration: Duration
    package var requestBytes: Int
    /// Nil for streams.
    package var responseBytes: Int?
}

package struct FilmEstimate: Sendable {
    package var filmSeconds: Double
    package var workSeconds: Double
    /// What vendors are paid, one for each currency.
    package var costs: [VendorCost]

    package init(filmSeconds: Double, workSeconds: Double, costs: [VendorCost] = []) {
        self.filmSeconds = filmSeconds
        self.workSeconds = workSeconds
        self.costs = costs
    }

    /// Millionths.
    func micros(in currency: String) -> Int {
        costs.reduce(0) { $0 + ($1.currency == currency ? $1.micros : 0) }
    }
}

/// How a text will be cut.
package struct FilmPlan: Sendable {
    package struct Shot: Sendable {
        package var span: TimeSpan
        package var text: String
        package var isMoving: Bool

        package init(span: TimeSpan, text: String, isMoving: Bool) {
            self.span = span
            self.text = text
            self.isMoving = isMoving
        }
    }

    package var language: Language
    package var length: MediaTime
    package var shots: [Shot]

    package init(language: Language, length: MediaTime, shots: [Shot]) {
        self.language = language
        self.length = length
        self.shots = shots
    }
}

package struct SpeechWish: Sendable {
    package var text: String
    /// A voice's id; empty: one for the language.
    package var voice: String
    /// BCP 47; empty: the text says.
    package var language: String
    package var speed: Double
}
