@testable import App
import BatchVideo
import Foundation
import TestKit
import Testing

@Suite("Bench figures")
struct BenchFigureTests {
    @Test("the median is the middle, or the mean of the two in the middle", arguments: [
        ([3.0], 3.0), ([9, 1, 2], 2), ([4, 1, 3, 2], 2.5), ([5, 5, 100, 1, 7], 5),
    ] as [([Double], Double)])
    func median(_ values: [Double], _ expected: Double) {
        #expect(values.median == expected)
    }

    @Test("nothing has no median")
    func emptyMedian() {
        #expect([Double]().median == nil)
    }

    @Test("the median does not depend on the order, and half of the values lie on each side")
    func medianProperty() throws {
        var random = SeededRandom(seed: 7)
        for _ in 0..<2000 {
            let values = (0..<1 + random.index(9)).map { _ in random.uniform(-5, 5) }

            let median = try #require(values.median)

            #expect(median == values.reversed().median)
            #expect(values.count { $0 < median } <= values.count / 2)
            #expect(values.count { $0 > median } <= values.count / 2)
        }
    }

    @Test("a target is met on its border and missed beyond it")
    func verdicts() {
        #expect(Figure("a", 1.08, target: .atMost(1.08)).isMet == true)
        #expect(Figure("a", 1.081, target: .atMost(1.08)).isMet == false)
        #expect(Figure("a", 600, target: .atLeast(600)).isMet == true)
        #expect(Figure("a", 599.9, target: .atLeast(600)).isMet == false)
        #expect(Figure("a", 9.4, target: .within(9.5...10.5)).isMet == false)
        #expect(Figure("a", 10.5, target: .within(9.5...10.5)).isMet == true)
        #expect(Figure("a", nil, target: .atLeast(1)).isMet == nil)
        #expect(Figure("a", 5).isMet == nil)
    }

    @Test("numbers are written with the digits that count", arguments: [
        (0, "0"), (1.0834, "1.08"), (15, "15"), (1.8, "1.8"), (1730.4, "1730"), (0.04184, "0.0418"),
        (0.95, "0.95"), (12.34, "12.3"), (-2.5, "-2.5"), (100, "100"),
    ] as [(Double, String)])
    func short(_ value: Double, _ text: String) {
        #expect(value.short == text)
    }

    @Test("the table shows values, verdicts, and what was not measured")
    func table() {
        let figures = [
            Figure("our render", 12.34, "s"),
            Figure("ratio", 1.2, target: .atMost(1.08), note: "why"),
            Figure("rival", nil, target: .atLeast(15), note: "failed: no Python"),
        ]

        let text = FigureTable(figures: figures).text

        #expect(
            text == """
                | figure     | value  | target  |              | note              |
                | ---------- | ------ | ------- | ------------ | ----------------- |
                | our render | 12.3 s |         |              |                   |
                | ratio      | 1.2    | <= 1.08 | missed       | why               |
                | rival      | -      | >= 15   | not measured | failed: no Python |
                """)
    }

    @Test("JSON has every field, null where nothing was measured")
    func json() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

        let met = try encoder.encode(Figure("a", 2, "s", target: .atMost(3)))
        let failed = try encoder.encode(Figure("b", nil, target: .atLeast(1), note: "failed"))

        #expect(
            String(decoding: met, as: UTF8.self)
                == #"{"met":true,"name":"a","target":"<= 3","unit":"s","value":2}"#)
        #expect(
            String(decoding: failed, as: UTF8.self)
                == #"{"met":null,"name":"b","note":"failed","target":">= 1","unit":"","value":null}"#)
    }

    @Test("captions repeat for a longer film and end with it")
    func captions() {
        let captions = BenchCaptions(
            reading: "[Events]\nDialogue: 0,0:00:01.00,0:00:02.50,D,,0,0,0,,a, b\n")

        let document = captions.document(seconds: 121, period: 60)

        #expect(
            document == """
                [Events]
                Dialogue: 0,0:00:01.00,0:00:02.50,D,,0,0,0,,a, b
                Dialogue: 0,0:01:01.00,0:01:02.50,D,,0,0,0,,a, b

                """)
    }
}

@Suite("bench render")
struct BenchRenderTests {
    private struct Row: Decodable {
        var name: String
        var value: Double?
        var target: String?
        var met: Bool?
        var note: String?
    }

    @Test("measures composing, the encoder, an edit and quality of a small film, and writes JSON")
    func smallFilm() async throws {
        let rows = try await bench(["--only", "compose,encoder,edit,quality"])

        func value(_ name: String) throws -> Double {
            try #require(rows.first { $0.name.hasPrefix(name) }?.value, "\(name)")
        }
        #expect(try value("composed frames a second") > 50)
        #expect(try value("our render, CPU") > 0.1)
        #expect(try value("our render, peak memory") > 10)
        #expect((0.2...20).contains(try value("our render / encoder alone, CPU")))
        #expect((0.01...1.5).contains(try value("1 of 4 shots changed")))
        let quality = rows.filter { $0.name.hasPrefix("SSIM") || $0.name.hasPrefix("VMAF") }
        #expect(quality.count == 2 && quality.allSatisfy { ($0.value ?? 0) > 0.97 })
        #expect(rows.allSatisfy { ($0.target == nil) == ($0.met == nil) })
    }

    @Test("a rival that is not there is named, not left out")
    func missingRivals() async throws {
        let rows = try await bench(["--only", "moviepy"])

        let rivals = rows.filter { $0.name.contains("MoviePy") }
        #expect(rivals.count == 2)
        #expect(rivals.allSatisfy { $0.value == nil && $0.note?.contains("--against") == true })
    }

    @Test("unknown parts and runs out of range are refused")
    func refused() async throws {
        let folder = try TemporaryFolder()

        for (arguments, word) in [(["--only", "speed"], "compose"), (["--runs", "0"], "1 to 99")] {
            let outcome = try await Program.run(["bench", "render"] + arguments, in: folder)
            #expect(outcome.status == 64)
            #expect(outcome.errors.contains(word), "\(outcome.errors)")
        }
    }

    private func bench(_ arguments: [String]) async throws -> [Row] {
        let folder = try TemporaryFolder()
        let outcome = try await Program.run(
            ["bench", "render", "--runs", "1", "--size", "320x180", "--shots", "4"]
                + ["--json", "figures.json", "--work", "work"] + arguments, in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let rows = try JSONDecoder().decode(
            [Row].self, from: Data(contentsOf: folder.file("figures.json")))
        #expect(rows.allSatisfy { outcome.output.contains($0.name) })
        return rows
    }
}
