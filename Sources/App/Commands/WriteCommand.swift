import ArgumentParser
import BatchVideo
import Foundation
import Media
import Pipeline

/// `batchvideo write`: a narration about a topic, titles or a description of a text, by a language model.
struct WriteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Writes a narration about a topic, or titles or a description of a text.",
        discussion: """
            A language model writes it: the first of use.models in batchvideo.yaml that answers. \
            batchvideo write "the lighthouses of Brittany" -o story.txt && batchvideo make story.txt
            """)

    @Argument(help: "What the narration is about.")
    var topic: String?

    @Option(help: ArgumentHelp("Titles for this text instead; - for standard input.", valueName: "file"))
    var titles: String?

    @Option(
        help: ArgumentHelp(
            "A description with hashtags for this text instead; - for standard input.", valueName: "file"))
    var description: String?

    @Option(
        help: ArgumentHelp("Language, such as zh-CN or en-US (default: the topic's or the text's).", valueName: "tag"))
    var language: String?

    @Option(help: "Minutes of speech (default: 3).")
    var minutes: Double?

    @Option(help: "Characters of the narration, instead of --minutes.")
    var characters: Int?

    @Option(help: "How it is told: warm, like a documentary ...")
    var tone: String?

    @Option(help: "Whom it is told to.")
    var audience: String?

    @Option(help: "How many titles.")
    var count = 5

    @Option(help: "Characters of a title at most.")
    var longest = TitleWriter.standardLongest

    @Option(
        name: [.short, .customLong("output")],
        help: ArgumentHelp("Where it is written (default: standard output).", valueName: "file"))
    var output: String?

    @Flag(help: "Only tell the model and what it may cost at most.")
    var dryRun = false

    @Flag(help: "Write JSON, with the cost.")
    var json = false

    @Option(
        help: ArgumentHelp(
            "Settings and vendors, instead of batchvideo.yaml in this folder and in the data folder.",
            valueName: "file"))
    var config: String?

    mutating func validate() throws {
        guard [topic, titles, description].count(where: { $0 != nil }) == 1 else {
            throw ValidationError("give one of these: a topic, --titles FILE or --description FILE")
        }
        if minutes != nil, characters != nil {
            throw ValidationError("--minutes and --characters say the same thing; give one of them")
        }
    }

    func run() async throws {
        let settings = try SettingSources(file: config).load().settings
        let order = try order()
        if let output { try Self.checkFolder(of: output) }
        let shop = try VendorShop(settings, paths: try ToolPaths.locate())
        do {
            let writer = ModelWriter(try shop.vendors(settings.use), caps: settings.budget)
            if dryRun { try tell(order, writer) } else { try deliver(try await write(order, writer)) }
        } catch {
            await shop.close()
            throw error
        }
        await shop.close()
    }

    private enum Order {
        case script(ScriptWish)
        case titles(TitleWriter)
        case description(DescriptionWriter)

        var questions: [ModelQuestion] {
            switch self {
            case .script(let wish): ScriptWriter(wish).questions
            case .titles(let writer): [writer.question(attempt: 1)]
            case .description(let writer): [writer.question(attempt: 1)]
            }
        }
    }

    private func order() throws -> Order {
        let language = language.map { Language($0) }
        if let topic {
            return .script(
                try ScriptWish(
                    topic: topic, language: language, minutes: minutes, characters: characters, tone: tone,
                    audience: audience))
        }
        if let titles {
            return .titles(
                try TitleWriter(text: try Self.text(titles), language: language, count: count, longest: longest))
        }
        return .description(try DescriptionWriter(text: try Self.text(description ?? "-"), language: language))
    }

    private static func text(_ path: String) throws -> String {
        try ScriptInput.check(
            try (path == "-" ? TextSource.standardInput : .file(URL(filePath: path))).read(),
            limit: ScriptInput.mostCharacters)
    }

    private func tell(_ order: Order, _ writer: ModelWriter) throws {
        guard let model = writer.model else { throw ModelWriter.noModel }
        let cost = writer.estimate(order.questions)
        let calls = order.questions.count
        guard json else {
            return Terminal.say(
                "\(model) would be asked \(calls == 1 ? "once" : "\(calls) times"), for \(cost.text) at most when "
                    + "each answer can be used"
            )
        }
        Terminal.say(
            JSONValue.object([
                "model": .string(model), "calls": .number(Double(calls)), "cost": .string(cost.text),
            ]).text)
    }

    /// What came out, as text and as JSON.
    private struct Outcome {
        var text: String
        var members: [String: JSONValue]
        var costs: [VendorCost]
        var models: [String]
        var warnings: [String]

        init<Output>(_ written: Written<Output>, text: String, _ members: [String: JSONValue]) {
            self.text = text
            self.members = members
            (costs, models, warnings) = (written.costs, written.models, written.warnings)
        }
    }

    private func write(_ order: Order, _ writer: ModelWriter) async throws -> Outcome {
        switch order {
        case .script(let wish):
            let written = try await writer.script(wish) { done, count in
                guard count > 1, done < count, Terminal.isInteractive else { return }
                Terminal.complain("writing part \(done + 1) of \(count)")
            }
            return Outcome(written, text: written.output, ["text": .string(written.output)])
        case .titles(let titles):
            let written = try await writer.titles(titles)
            return Outcome(
                written, text: written.output.joined(separator: "\n") + "\n",
                ["titles": .array(written.output.map { .string($0) })])
        case .description(let description):
            let written = try await writer.description(description)
            return Outcome(
                written, text: written.output.published + "\n",
                [
                    "text": .string(written.output.text),
                    "hashtags": .array(written.output.hashtags.map { .string($0) }),
                ])
        }
    }

    private func deliver(_ outcome: Outcome) throws {
        var text = outcome.text
        if json {
            let facts: [String: JSONValue] = [
                "models": .array(outcome.models.map { .string($0) }),
                "costs": .array(outcome.costs.map { .string($0.text) }),
                "warnings": .array(outcome.warnings.map { .string($0) }),
            ]
            text = JSONValue.object(outcome.members.merging(facts) { own, _ in own }).text + "\n"
        }
        if let output {
            do {
                try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
            } catch {
                throw BatchVideoError(
                    .unwritable, "cannot write \(output); check the folder, its permissions and the disk", cause: error)
            }
        } else {
            Terminal.write(text, to: 1)
        }
        for warning in outcome.warnings { Terminal.complain("warning: \(warning)") }
        let cost = outcome.costs.map(\.text).joined(separator: " and ")
        Terminal.complain("written by \(outcome.models.joined(separator: ", ")) for \(cost)")
    }

    /// Before anything is paid for.
    private static func checkFolder(of path: String) throws {
        let url = URL(filePath: path)
        var isFolder: ObjCBool = false
        let folder = url.deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue,
            access(folder, W_OK) == 0
        else {
            throw BatchVideoError(
                .unwritable, "the folder \(folder) is not there or not writable; choose another with -o")
        }
        guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue else {
            throw BatchVideoError(.unwritable, "\(path) is a folder; name a file with -o")
        }
    }
}
