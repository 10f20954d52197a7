import Foundation
import TestKit
import Testing

@testable import BatchVideo

@Suite("Mandarin reading table")
struct ReadingTableTests {
    @Test("knows the characters and phrases of the dictionary")
    func lookups() throws {
        let table = try ReadingTable(try Readings.data.get())

        #expect(table.syllables.count > 1_400)
        #expect(table.reading(of: 0x94F6) == "yin2")
        #expect(table.reading(of: 0x41) == nil)
        #expect(phrases("银行行长", table) == ["银行": ["yin2", "hang2"]])
        #expect(phrases("行长", table) == ["行长": ["hang2", "zhang3"]])
    }

    @Test("loads in less than 30 ms of processor time")
    func loading() throws {
        let data = try Readings.data.get()

        let times = try (0..<5).map { _ in
            try ProcessorTime.seconds { _ = try MandarinReader(readings: data) }
        }

        #expect(try #require(times.min()) < 0.03)
    }

    @Test(
        "refuses what is no readings file and says what to do",
        arguments: [
            Data(), Data("BVRD".utf8), Data(repeating: 0xFF, count: 4_096), Data(count: 64),
        ])
    func wrongFiles(data: Data) {
        let error = #expect(throws: BatchVideoError.self) { try MandarinReader(readings: data) }

        #expect(error?.code == .unavailable)
        #expect(error?.message.contains("scripts/setup") == true)
    }

    @Test("refuses a file that was cut short at any place")
    func cutShort() throws {
        let data = try Readings.data.get()
        var random = SeededRandom(seed: 7)

        for _ in 0..<40 {
            let part = data.prefix(random.index(data.count))
            #expect(throws: BatchVideoError.self) { try MandarinReader(readings: part) }
        }
    }

    @Test("never traps on a damaged file: it is refused, or read with wrong syllables")
    func damaged() throws {
        let data = try Readings.data.get()
        var random = SeededRandom(seed: 11)

        for _ in 0..<30 {
            var bytes = [UInt8](data)
            for _ in 0...random.index(6) {
                bytes[random.index(bytes.count)] ^= UInt8(1 + random.index(255))
            }
            let reader = try? MandarinReader(readings: Data(bytes))
            _ = reader?.read("银行行长说，重庆2024年的音乐节还有很多乐趣。")
        }
    }

    private func phrases(_ text: String, _ table: ReadingTable) -> [String: [String]] {
        let scalars = text.unicodeScalars.map(\.value)
        var found: [String: [String]] = [:]
        table.phrases(in: scalars, from: 0, to: scalars.count) { entry, length in
            let word = String(text.prefix(length))
            found[word] = table.reading(ofPhrase: entry)
        }
        return found
    }
}
