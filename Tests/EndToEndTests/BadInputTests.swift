import Foundation
import TestKit
import Testing

@Suite("Bad input")
struct BadInputTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var input: Data
        var arguments: [String] = []
        var status: Int32
        var says: String

        init(
            _ name: String, _ input: String, _ arguments: [String] = [], status: Int32, says: String
        ) {
            self.init(name, bytes: Data(input.utf8), arguments, status: status, says: says)
        }

        init(
            _ name: String, bytes: Data, _ arguments: [String] = [], status: Int32, says: String
        ) {
            self.name = name
            input = bytes
            self.arguments = arguments
            self.status = status
            self.says = says
        }

        var testDescription: String { name }
    }

    static let text = "A short text. It has two sentences."

    static let cases: [Case] = [
        Case("an empty text", "", status: 65, says: "empty"),
        Case("a blank text", " \n\t\n ", status: 65, says: "empty"),
        Case("only punctuation", "。。。！！？——", status: 65, says: "nothing to say"),
        Case("only emoji", "😀😀🎉", status: 65, says: "nothing to say"),
        Case("10,001 characters", String(repeating: "字", count: 10_001), status: 65, says: "10001"),
        Case("invalid UTF-8", bytes: Data([0x41, 0xFF, 0xFE]), status: 65, says: "UTF-8"),
        Case("a NUL", bytes: Data([0x41, 0x00, 0x42]), status: 65, says: "NUL"),
        Case("an unknown voice", text, ["--voice", "nobody"], status: 64, says: "zh-female"),
        Case("an unknown language", text, ["--language", "xx"], status: 64, says: "xx"),
        Case("speed 3", text, ["--speed", "3"], status: 64, says: "0.5 and 2.0"),
        Case("an odd size", text, ["--size", "1081x1920"], status: 64, says: "even"),
        Case("a size of nothing", text, ["--size", "0x0"], status: 64, says: "WIDTHxHEIGHT"),
        Case("two orientations", text, ["--portrait", "--landscape"], status: 64, says: "one of"),
        Case("a mix of 101", text, ["--mix", "101"], status: 64, says: "0 to 100"),
        Case("an unknown option", text, ["--frobnicate"], status: 64, says: "frobnicate"),
        Case("a missing logo", text, ["--logo", "no.png"], status: 66, says: "no.png"),
        Case("missing music", text, ["--music", "no.mp3"], status: 66, says: "no.mp3"),
        Case("a folder without music", text, ["--music", "."], status: 66, says: "no music in"),
        Case("a missing folder of pictures", text, ["--images", "no"], status: 66, says: "no"),
        Case("an output folder that is not there", text, ["-o", "no/film.mp4"], status: 73, says: "mkdir"),
        Case("an output that is no film", text, ["-o", "film.txt"], status: 73, says: ".mp4"),
    ]

    @Test("is one clear line, the right exit status, and nothing left behind", arguments: cases)
    func refused(_ bad: Case) async throws {
        let folder = try TemporaryFolder()

        let outcome = try await Program.run(["make", "-"] + bad.arguments, input: bad.input, in: folder)

        #expect(outcome.status == bad.status)
        #expect(outcome.errors.contains(bad.says), "\(outcome.errors)")
        #expect(outcome.output.isEmpty)
        #expect(folder.visible.isEmpty)
        #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
    }

    @Test("a missing text file is 66")
    func missingFile() async throws {
        let folder = try TemporaryFolder()

        let outcome = try await Program.run(["make", "story.txt"], in: folder)

        #expect(outcome.status == 66)
        #expect(outcome.errors.contains("story.txt"))
    }

    @Test("a folder that may not be written is 73")
    func readOnlyFolder() async throws {
        let folder = try TemporaryFolder()
        let target = "/sys/kernel"  // not writable for anyone

        let outcome = try await Program.run(
            ["make", "-", "-o", target + "/film.mp4"], input: Data(Self.text.utf8), in: folder)

        #expect(outcome.status == 73)
        #expect(outcome.errorLines.count == 1)
    }

    @Test("without ffmpeg the program says what to install")
    func noFFmpeg() async throws {
        let folder = try TemporaryFolder()

        let outcome = try await Program.run(
            ["make", "-"], input: Data(Self.text.utf8), in: folder,
            environment: ["PATH": "/nowhere", "BATCHVIDEO_FFMPEG": "/nowhere/ffmpeg"])

        #expect(outcome.status == 69)
        #expect(outcome.errors.contains("ffmpeg"))
        #expect(outcome.errorLines.count == 1)
    }

    @Test("of several texts the bad one is named and the good one made")
    func severalTexts() async throws {
        let folder = try TemporaryFolder()
        try folder.write("One short sentence here.", to: "good.txt")
        try folder.write("  ", to: "bad.txt")

        let outcome = try await Program.run(
            ["make", "bad.txt", "good.txt", "--size", "256x144", "--quality", "draft"], in: folder)

        #expect(outcome.status == 65)
        #expect(outcome.errors.contains("bad.txt"))
        #expect(folder.visible.contains("good.mp4"))
        #expect(!folder.visible.contains { $0.hasPrefix("bad.") && $0 != "bad.txt" })
    }
}
