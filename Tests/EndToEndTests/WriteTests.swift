import BatchVideo
import Foundation
import TestKit
import Testing

@testable import App

/// Texts by a language model: a real server on loopback, the real program.
@Suite("Texts by language models", .timeLimit(.minutes(15)))
struct WriteTests {
    private static let key = ["WRITER_KEY": "sk-test-key-1234"]

    private static func open<Output: Sendable>(
        _ folder: TemporaryFolder, budget: Double = 1,
        _ body: (VendorBooks) async throws -> Output
    ) async throws -> Output {
        try await ModelDoubles.writing.run { server, books, _ in
            try folder.write(
                """
                providers:
                  broken: {vendor: openai-chat, url: "http://127.0.0.1:9", model: test-model, tries: 1}
                  writer: {vendor: openai-chat, url: "\(server.url)", key: "${WRITER_KEY}", model: test-model, price: 0.01}
                use: {models: [broken, writer]}
                budget: {perFilm: \(budget)}
                """, to: "batchvideo.yaml")
            return try await body(books)
        }
    }

    private static func write(_ folder: TemporaryFolder, _ arguments: [String]) async throws -> Program.Outcome {
        try await Program.run(["write"] + arguments, in: folder, environment: key)
    }

    @Test("a short narration is one answer, cleaned, of the length that was wanted, from the model that is there")
    func short() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder) { books in
            let outcome = try await Self.write(folder, ["海边的灯塔", "--minutes", "1", "--tone", "温暖", "-o", "story.txt"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let text = try String(contentsOf: folder.file("story.txt"), encoding: .utf8)
            #expect(text.hasPrefix("老人慢慢走上石阶"))
            #expect((170...320).contains(SpokenLength.units(of: text, .mandarin)))
            #expect(!text.contains("旁白") && !text.contains("【") && !text.contains("字数"))
            #expect(books.charges.count == 1)
            #expect(outcome.errors.contains("written by writer for 0.01 USD"), "\(outcome.errors)")
        }
    }

    @Test("ten minutes are an outline and its parts, and the text is one that a film is made of")
    func long() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder) { books in
            let outcome = try await Self.write(
                folder, ["lighthouses at night", "--language", "en-US", "--minutes", "8", "-o", "story.txt"])
            #expect(outcome.status == 0, "\(outcome.errors)")
            let text = try String(contentsOf: folder.file("story.txt"), encoding: .utf8)
            let headings = text.split(separator: "\n").filter { $0.hasPrefix("# ") }
            #expect(headings.count >= 3 && headings.first == "# The light, chapter 1")
            #expect(books.charges.count == headings.count + 1)
            #expect(books.charges.last?.contains("It has just been said: ...") == true)
            let words = SpokenLength.units(of: text, .english)
            #expect((830...1_530).contains(words), "\(words)")
            #expect(try Script(reading: text).language == .english)
        }
    }

    @Test("an answer that is too short or in another language is asked for again with another question")
    func again() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder) { books in
            let terse = try await Self.write(folder, ["a terse lighthouse", "--minutes", "1"])
            #expect(terse.status == 0 && books.charges.count == 2, "\(terse.errors)")
            #expect(books.charges[1].contains("(Attempt 2: the last answer had 80 words"))
            #expect(terse.output.hasPrefix("The keeper climbs the steps"))
            #expect(!terse.errors.contains("warning:"))

            let foreign = try await Self.write(folder, ["a foreign lighthouse", "--minutes", "1"])
            #expect(foreign.status == 0 && books.charges.count == 4)

            let mumbled = try await Self.write(folder, ["a mumbled tale", "--minutes", "1"])
            #expect(mumbled.status == 0 && books.charges.count == 7)
            #expect(mumbled.errors.contains("warning: the script has"), "\(mumbled.errors)")
        }
    }

    @Test("nothing is left when the model fails, and what was there stays")
    func failure() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder) { books in
            try folder.write("mine", to: "story.txt")
            let outcome = try await Self.write(folder, ["a deaf lighthouse", "--minutes", "1", "-o", "story.txt"])
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("in en-US in none of 3 answers"), "\(outcome.errors)")
            #expect(try String(contentsOf: folder.file("story.txt"), encoding: .utf8) == "mine")
            #expect(folder.visible.sorted() == ["batchvideo.yaml", "story.txt"])
            #expect(books.charges.count == 3)
        }
    }

    @Test("a dry run tells the model and the cost and asks nobody; above the budget nobody is asked either")
    func cost() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder, budget: 0.02) { books in
            let yaml = try String(contentsOf: folder.file("batchvideo.yaml"), encoding: .utf8)
            try folder.write(yaml.replacing("[broken, writer]", with: "[writer]"), to: "batchvideo.yaml")
            let dry = try await Self.write(folder, ["海边的灯塔", "--minutes", "1", "--dry-run"])
            #expect(dry.status == 0)
            #expect(dry.output.hasPrefix("writer would be asked once, for 0.0"), "\(dry.output)\(dry.errors)")
            let dear = try await Self.write(folder, ["海边的灯塔", "--minutes", "10"])
            #expect(dear.status != 0)
            #expect(dear.errors.contains("would pass the limit of 0.02 USD"), "\(dear.errors)")
            #expect(books.charges.isEmpty)
        }
    }

    @Test("titles and descriptions are of a text")
    func titles() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder) { books in
            try folder.write("老人走上石阶，点亮了灯。海上起雾了。", to: "story.txt")
            let titles = try await Self.write(folder, ["--titles", "story.txt", "--count", "4", "--longest", "20"])
            #expect(titles.status == 0, "\(titles.errors)")
            let lines = titles.output.split(separator: "\n")
            #expect(lines.count == 4 && Set(lines).count == 4)
            #expect(lines.allSatisfy { $0.count <= 20 && $0.hasPrefix("灯塔守夜人") })
            #expect(books.charges.count == 2)

            let description = try await Self.write(folder, ["--description", "story.txt", "--json"])
            let value = try JSONValue(parsing: description.output)
            #expect(value["hashtags"] == ["灯塔", "大海", "守夜人"])
            #expect(value["text"] == "这部影片讲述海边灯塔的一夜。献给喜欢大海的人。")
            #expect(value["costs"] == ["0.01 USD"])
        }
    }

    @Test("without a model it says what to configure")
    func nobody() async throws {
        let folder = try TemporaryFolder()
        let outcome = try await Self.write(folder, ["lighthouses"])
        #expect(outcome.status != 0 && outcome.errors.contains("no language model is configured"), "\(outcome.errors)")
        let both = try await Self.write(folder, ["lighthouses", "--titles", "story.txt"])
        #expect(both.status == 64)
    }

    @Test("the server writes with the same models, and tells the cost in the answer and in the audit log")
    func server() async throws {
        let folder = try TemporaryFolder()
        try await Self.open(folder) { books in
            let yaml = try String(contentsOf: folder.file("batchvideo.yaml"), encoding: .utf8)
            try folder.write(yaml.replacing("${WRITER_KEY}", with: "sk-test-key-1234"), to: "batchvideo.yaml")
            let user = try await Program.run(
                ["user", "add", "anna", "--admin", "--data", "data"], input: Data("correct horse battery\n".utf8),
                in: folder)
            #expect(user.status == 0, "\(user.errors)")
            let server = try await RunningServer(in: folder)
            let script = try await server.ask("POST", "/scripts", #"{"topic": "海边的灯塔", "minutes": 1}"#)
            let audit = try await server.ask("GET", "/admin/audit", nil)
            kill(server.pid, SIGTERM)
            let ended = try await server.run.outcome()

            #expect(script["text"]?.string?.hasPrefix("老人慢慢走上石阶") == true)
            #expect(script["costs"] == [["amount": 0.01, "currency": "USD"]])
            let subjects = audit["items"]?.array?.compactMap { $0["subject"]?.string } ?? []
            #expect(subjects.contains("model:writer cost:0.01 USD"))
            #expect(books.charges.count == 1)
            #expect(ended.status == 0, "\(ended.errors)")
        }
    }
}
