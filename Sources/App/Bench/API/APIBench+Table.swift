import BatchVideo
import Foundation

/// A table with bad rows: these are named, the others filed, and nothing twice.
extension APIBench {
    func table() async throws -> [Figure] {
        let table = BenchTable(rowCount: sizes.tableRows)
        let found = try await installation.serving(slots: 0) { server in
            let client = try await server.login(Self.user)
            let before = try await Self.total(client)
            let began = ContinuousClock.now
            let report = try await Self.send(table, client)
            let seconds = (ContinuousClock.now - began) / .seconds(1)
            let after = try await Self.total(client)
            _ = try await Self.send(table, client)
            let again = try await Self.total(client) - after
            return (report: report, seconds: seconds, filed: after - before, again: again)
        }
        let faults = (found.report["faults"]?.array ?? []).filter {
            table.faults[$0["row"]?.int ?? 0] == $0["column"]?.string
        }
        let others = (found.report["faults"]?.array?.count ?? 0) - faults.count
        let (bad, good) = (table.faults.count, table.rowCount - table.faults.count)
        let name = "import of \(table.rowCount) rows"
        return [
            Figure(
                "\(name), bad ones named rightly", Double(faults.count), target: .exactly(Double(bad)),
                note: others == 0 ? nil : "\(others) wrong ones too"),
            Figure("\(name), filed", Double(found.filed), target: .exactly(Double(good))),
            Figure(name, found.seconds, "s", target: .atMost(3)),
            Figure("\(name), filed when sent again", Double(found.again), target: .exactly(0)),
        ]
    }

    private static func send(_ table: BenchTable, _ client: BenchClient) async throws -> JSONValue {
        let answer = try await client.send(
            "POST", "/api/v1/jobs/import", Data(table.text.utf8), ["Content-Type": "text/csv"])
        return try JSONValue(parsing: String(decoding: answer, as: UTF8.self))
    }

    private static func total(_ client: BenchClient) async throws -> Int {
        guard let total = try await client.get("/jobs?page_size=1")["total"]?.int else {
            throw BatchVideoError(.internal, "the job list says no total")
        }
        return total
    }
}
