@testable import App
import BatchVideo
import Foundation
import TestKit
import Testing

@Suite("Bench of the API: what it is made of")
struct APIBenchPartsTests {
    @Test("a percentile is the value of that rank", arguments: [
        (0.95, 95), (0.5, 50), (1, 100), (0, 1), (0.951, 96),
    ] as [(Double, Double)])
    func percentile(_ share: Double, _ expected: Double) {
        #expect((1...100).map(Double.init).reversed().percentile(share) == expected)
        #expect([Double]().percentile(share) == nil)
    }

    @Test("growth looks at the second half only, and not at peaks")
    func growth() {
        let rising = (0..<400).map { $0 < 300 ? 100.0 : 110 }
        let peaks = (0..<400).map { $0 % 10 == 0 ? 500.0 : $0 < 200 ? 50 : 100 }

        for share in [0.1, 0.5] {
            #expect(abs((ResidentSet.growth(rising, at: share) ?? 0) - 0.1) < 1e-9)
            #expect(ResidentSet.growth(peaks, at: share) == 0)
            #expect(ResidentSet.growth([1], at: share) == nil)
        }
        #expect(((try? ResidentSet.megabytes(of: getpid())) ?? 0) > 1)
    }

    @Test("an answer is put together however it comes in, and its connection is used again")
    func answers() {
        let text = Array("HTTP/1.1 201 Created\r\nX-A: 1\r\nContent-LENGTH:  5\r\n\r\nhello".utf8)
        for size in 1...text.count {
            var answer = HTTPAnswer()
            for _ in 0..<2 {
                var wholeAt: [Int] = []
                for start in stride(from: 0, to: text.count, by: size) {
                    let end = min(start + size, text.count)
                    if text[start..<end].withUnsafeBytes({ answer.take($0) }) { wholeAt.append(end) }
                }
                #expect(wholeAt == [text.count] && answer.status == 201, "\(size)")
                #expect(String(decoding: answer.body, as: UTF8.self) == "hello")
                answer.clear()
            }
        }
    }

    @Test("37 of a thousand rows are bad, in every way")
    func table() {
        let table = BenchTable(rowCount: 1_000)

        #expect(table.faults.count == 37 && Set(table.faults.values).count == 5)
        #expect(table.faults.keys.allSatisfy { (2...1_001).contains($0) })
    }

    @Test(
        "a server that ends says why in one line; one that runs is ended with what was done",
        .timeLimit(.minutes(20)))
    func server() async throws {
        let folder = try TemporaryFolder()
        func server(_ script: String) -> ServerChild {
            ServerChild(
                child: MeasuredChild(
                    program: "/bin/sh", arguments: ["-c", script], folder: folder.url.path,
                    log: folder.file("log").path), port: 9)
        }

        let failure = await #expect(throws: BatchVideoError.self) {
            try await server("echo the port is taken >&2; exit 3").run { _ in
                try await Task.sleep(for: .seconds(60))
            }
        }
        let pid = try await server("sleep 60").run { $0 }

        #expect(failure?.message == "sh failed, status 3: the port is taken")
        #expect(kill(pid, 0) != 0)
    }
}

@Suite("bench api", .timeLimit(.minutes(20)))
struct APIBenchTests {
    private struct Row: Decodable {
        var name: String
        var value: Double?
        var met: Bool?
        var note: String?
    }

    @Test("measures start, list, memory, load and import of the real server, and writes JSON")
    func quick() async throws {
        let folder = try TemporaryFolder()

        let outcome = try await Program.run(
            ["bench", "api", "--quick", "--json", "figures.json", "--work", "work"], in: folder)
        try #require(outcome.status == 0, "\(outcome.errors)")
        let rows = try JSONDecoder().decode(
            [Row].self, from: Data(contentsOf: folder.file("figures.json")))
        func row(_ name: String) throws -> Row {
            try #require(rows.first { $0.name.hasPrefix(name) }, "\(name): \(outcome.output)")
        }

        #expect(rows.count == 19, "\(outcome.output)")
        #expect(
            rows.filter { $0.value == nil }.map(\.name)
                == ["job list, ours / the twin's", "/health, ours / the twin's"])
        #expect(rows.allSatisfy { outcome.output.contains($0.name) })
        #expect(try row("first page of the job list, p95").value ?? 0 > 0.1)
        // A window this short may pass without an answer on a busy machine.
        #expect(try row("/health, requests a second").value ?? -1 >= 0)
        #expect(try row("uploads").value == 20)
        #expect(try row("listeners").value == 30)
        #expect(try row("import of 100 rows, bad").value == 3)
        #expect(try row("import of 100 rows, filed").value == 97)
        #expect(try row("import of 100 rows, filed when sent again").value == 0)
    }

    @Test("unknown parts and sizes, a missing twin and a folder that is in use are refused in one line")
    func refused() async throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            at: folder.file("used/data"), withIntermediateDirectories: true)
        try folder.write("", to: "used/data/batchvideo.db")

        for (arguments, word) in [
            (["--only", "speed"], "import"), (["--jobs", "0"], "1 to 1000000"), (["--minutes", "0"], "0.01"),
            (["--python", "python3"], "--twin"), (["--work", "used"], "empty folder"),
        ] {
            let outcome = try await Program.run(["bench", "api"] + arguments, in: folder)
            #expect(outcome.status != 0 && outcome.errors.contains(word), "\(outcome.errors)")
            #expect(outcome.errorLines.count == 1, "\(outcome.errors)")
        }
    }
}
