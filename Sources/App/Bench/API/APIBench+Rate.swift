import BatchVideo
import Foundation

/// Requests a second of ours and of the twin, in turns, on one database file.
extension APIBench {
    private enum Route: String, CaseIterable {
        case list = "/api/jobs?page=1"
        case health = "/health"

        var name: String { self == .list ? "job list" : "/health" }
    }

    private typealias Rates = [Route: [Double]]

    func rate() async throws -> [Figure] {
        try await installation.serving(slots: 0) { server in
            let client = try await server.login(Self.user)
            guard let python else {
                let ours = try await measure([client])[0]
                return Route.allCases.flatMap { figures($0, ours[$0] ?? [], nil, why: "no --python") }
            }
            let rates = try await besideTwin(client, python)
            return Route.allCases.flatMap { figures($0, rates[0][$0] ?? [], rates[1][$0], why: nil) }
        }
    }

    private func besideTwin(_ client: BenchClient, _ python: Python) async throws -> [Rates] {
        try await python.require(["fastapi", "sqlalchemy", "uvicorn"], in: folder, from: "make bench-api")
        let user = try await client.get("/auth/users/me")["user_id"]?.string ?? ""
        let port = try SocketDriver.freePort()
        let words = [
            "-m", "uvicorn", "api_twin:app", "--app-dir", twin.deletingLastPathComponent().path, "--workers", "2",
            "--host", "127.0.0.1", "--port", "\(port)", "--no-access-log", "--log-level", "warning",
        ]
        let secrets = [
            "DRILL_DB": installation.database.path, "DRILL_USER": user, "DRILL_TOKEN": client.token ?? "",
        ]
        let server = ServerChild(
            child: python.child(words, in: folder, log: "twin", environment: secrets), port: port)
        return try await server.run { _ in
            try await server.ready()
            let twin = BenchClient(port: port, token: client.token)
            let ours = try await client.timed(Route.list.rawValue).0.text("total")
            let theirs = try await twin.timed(Route.list.rawValue).0.text("total")
            guard ours == theirs else {
                throw BatchVideoError(.internal, "the twin lists \(theirs) jobs where ours lists \(ours)")
            }
            return try await measure([client, twin])
        }
    }

    /// One round that does not count warms both up.
    private func measure(_ clients: [BenchClient]) async throws -> [Rates] {
        var rates = Array(repeating: Rates(), count: clients.count)
        for round in 0...sizes.rounds {
            for route in Route.allCases {
                for (index, client) in clients.enumerated() {
                    let rate = try await client.rate(
                        route.rawValue, connections: APIBenchSizes.connections, for: sizes.roundTime)
                    if round > 0 { rates[index][route, default: []].append(rate) }
                }
            }
        }
        return rates
    }

    private func figures(
        _ route: Route, _ ours: [Double], _ twin: [Double]?, why reason: String?
    ) -> [Figure] {
        func note(_ rates: [Double]) -> String { rates.map(\.short).joined(separator: ", ") }
        let ratio = twin?.median.flatMap { other in ours.median.map { $0 / other } }
        var figures = [Figure("\(route.name), requests a second", ours.median, note: note(ours))]
        if let twin {
            figures.append(Figure("\(route.name), the twin's", twin.median, note: note(twin)))
        }
        figures.append(
            Figure("\(route.name), ours / the twin's", ratio, target: .atLeast(6), note: reason ?? "medians"))
        return figures
    }
}
