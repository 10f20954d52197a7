import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Voices

@Suite("The voice program", .timeLimit(.minutes(20)))
struct VoiceProgramTests {
    @Test("broken requests are answered, and the next one is served")
    func broken() throws {
        let long = String(repeating: "x", count: 200_000)
        let good = #"{"probe":{}}"#

        let (replies, status) = try converse(["", "{", "null", "[1,2]", long, #"{"speak":{}}"#, good])

        #expect(status == 0)
        #expect(replies.count == 7)
        #expect(replies.dropLast().allSatisfy { $0.failure?.kind == .malformed })
        let report = try #require(replies.last?.report)
        #expect(report.readsPinyin && report.espeakVoices.contains("cmn-latn-pinyin"))
        #expect(report.espeakVersion.hasPrefix("1."))
    }

    @Test("nothing asked, nothing answered")
    func silence() throws {
        let (replies, status) = try converse([])

        #expect(replies.isEmpty && status == 0)
    }

    @Test("the program dies with its parent, even when its input stays open")
    func orphan() throws {
        let folder = try TemporaryFolder()
        let requests = folder.file("requests")
        try #require(mkfifo(requests.path, 0o600) == 0)
        let parent = Process()
        let (input, output) = (Foundation.Pipe(), Foundation.Pipe())
        parent.executableURL = URL(filePath: "/bin/sh")
        parent.arguments = [
            "-c", "exec 3<>\"$2\"; \"$1\" <&3 & read wait", "sh",
            try SpeechBench.program().path, requests.path,
        ]
        parent.standardInput = input
        parent.standardOutput = output
        try parent.run()
        try FileHandle(forWritingTo: requests).write(contentsOf: Data(#"{"probe":{}}"#.utf8 + [10]))
        #expect(!output.fileHandleForReading.availableData.isEmpty)

        kill(parent.processIdentifier, SIGKILL)

        // The end comes when nobody can write any more: neither the shell nor its child.
        _ = try output.fileHandleForReading.readToEnd()
        parent.waitForEnd()
    }

    @Test("hostile text reaches the engines raw and comes back as sound or as a failure")
    func hostileToEngines() async throws {
        let pool = VoicePool(program: try SpeechBench.program(), workers: 2)
        let rates = [-1e9, 0, 80, 1e12]

        for (index, text) in HostileText.all.enumerated() where !text.contains("\0") {
            let espeak = Utterance(
                engine: .espeak, voice: ["en-us+f2", "cmn", "ja", "cmn-latn-pinyin"][index % 4],
                text: String(text.prefix(600)), rate: rates[index % 4], pitch: 1000, range: -5)
            let flite = Utterance(
                engine: .flite, voice: "slt", text: String(text.prefix(100)), rate: 300)
            for utterance in [espeak, flite] {
                let answer = try await pool.perform(.speak(utterance))
                let kind = answer.reply.failure?.kind
                #expect(kind == nil || kind == .engineFailed, "\(text.prefix(40))")
                #expect(answer.samples.count == answer.reply.sampleCount)
            }
        }
        await pool.shutdown()
    }

    @Test("hostile text is spoken or refused by every way of reading", arguments: ["zh-female", "en-us"])
    func hostile(voice: String) async throws {
        let bench = try SpeechBench()

        for text in HostileText.all {
            do {
                let spoken = try await bench.speak(text, voice)
                #expect(spoken.speech.words.allSatisfy { $0.range.end <= text.utf16.count })
            } catch let error as BatchVideoError {
                #expect(error.code == .invalid, "\(text.prefix(40)): \(error)")
            }
        }
        #expect(bench.speech.children.count <= 2)
        await bench.speech.shutdown()
        #expect(bench.speech.children.isEmpty)
    }

    /// Writes lines to a fresh program and reads all it says until it ends.
    private func converse(_ lines: [String]) throws -> (replies: [VoiceReply], status: Int32) {
        let process = Process()
        let (input, output) = (Foundation.Pipe(), Foundation.Pipe())
        process.executableURL = try SpeechBench.program()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        try input.fileHandleForWriting.close()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitForEnd()
        let replies = try said.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(VoiceReply.self, from: $0)
        }
        return (replies, process.terminationStatus)
    }
}

/// A hundred texts that have broken programs before.
enum HostileText {
    static let all: [String] = known + random

    private static let known = [
        "-v", "--help", "-w /tmp/x.wav", "; rm -rf /", "$(reboot)", "`id`", "%s%n%x", "\\0\\n",
        "<speak><voice name=\"x\">a</voice></speak>", "<break time=\"9999s\"/>hi", "<!--", "]]>",
        "[[h@'loU]]", "[[", "]]", "&amp; &#x1F4A9; &nope;", "\u{1}99P\u{1}9999S hi", "\u{1}",
        "a\u{7}\u{8}b\u{1B}[31m", "\u{200B}\u{200D}\u{FEFF}", "\u{202E}abc\u{202C}", "\u{FFFE}",
        "a\u{300}\u{301}\u{302}\u{303}\u{304}", "Z̵͍͙a̵͊l̶g̸o̸", "\u{E000}\u{10FFFD}",
        "ﷺ", "௵", "𝒳𝒴𝒵", "①②③", "½¼", "㊗️㊙️",
        String(repeating: "😀", count: 5000), String(repeating: "👨‍👩‍👧‍👦", count: 500),
        String(repeating: "a", count: 300), String(repeating: "9", count: 120),
        String(repeating: "字", count: 100), String(repeating: "，", count: 5000),
        String(repeating: "\n", count: 5000), String(repeating: "A.", count: 150),
        String(repeating: "1,", count: 60), String(repeating: "(", count: 3000),
        String(repeating: "é", count: 100), String(repeating: "a-", count: 80), "nul\0nul", "\r\n\t",
        "1/0", "1e999999", "0x7fffffff", "-0", "99999999999999999999.99999999999", "1:2:3:4:5",
        "2024-13-99", "$", "€€€", "%%%", "@@@", "a@b@c", "http://", "www.", "….", "’’’", "İıſ", "ß",
        "שלום", "مرحبا", "नमस्ते", "สวัสดี", "გამარჯობა", "Ελληνικά", "你h好e", "𠀀𠮷", "々〇〻",
    ]

    private static let random: [String] = (0..<36).map { index in
        var random = SeededRandom(seed: 7, "hostile", index)
        let alphabet: [ClosedRange<UInt32>] = [
            0x01...0x7F, 0x80...0x24F, 0x300...0x36F, 0x2000...0x206F, 0x3000...0x30FF,
            0x4E00...0x9FFF, 0xFF00...0xFFEF, 0x1F300...0x1FAFF,
        ]
        var view = String.UnicodeScalarView()
        for _ in 0..<(10 + random.index(100)) {
            let range = alphabet[random.index(alphabet.count)]
            let value = range.lowerBound + UInt32(random.index(range.count))
            if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
        return String(view)
    }
}
