internal import BatchVideo
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore

/// Whether the program lives, is ready and is well (M1-M7). Nothing here tells who uses it.
struct HealthRoutes: Sendable {
    let parts: ServerParts

    private enum Condition: String { case healthy, degraded, unhealthy }

    private static let component = Schema.named(
        "HealthComponent",
        [
            .required("status", .choice(["healthy", "unhealthy"])),
            .required("latency_ms", .number(0...3_600_000)),
            .optional("message", .string(0...500)),
        ])
    private static let base: [Schema.Field] = [
        .required("status", .choice(["healthy", "degraded", "unhealthy"])),
        .required("timestamp", .time), .required("service", .string(1...64)),
        .required("version", .string(0...64)), .required("environment", .string(0...64)),
    ]
    private static let extended = Schema.named(
        "ExtendedHealth",
        base + [
            .required("components", .map(component)), .required("checks", .map(component)),
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/health", .public, "health", "Whether the service is well",
                answer: .json(.named("Health", Self.base)).also([503]), isAtRoot: true,
                run: health),
            Endpoint(
                .get, "/health/live", .public, "health", "Whether the process answers",
                answer: .json(.object([.required("status", .choice(["alive"]))])), isAtRoot: true
            ) { _ in .json(["status": "alive"]) },
            Endpoint(
                .get, "/health/extended", .public, "health", "Every part by itself",
                answer: .json(Self.extended).also([503]), isAtRoot: true, run: extendedHealth),
            Endpoint(
                .get, "/health/db", .public, "health", "The database's answer time",
                answer: .json(Self.component).also([503]), isAtRoot: true
            ) { _ in
                let (component, isWell) = await check { try await ping() }
                return .json(component, status: isWell ? .ok : .serviceUnavailable)
            },
            Endpoint(
                .get, "/health/metrics", .public, "health", "Measurements of the process",
                answer: .json(.map(.number(-1e18...1e18))), isAtRoot: true
            ) { _ in
                let values = await parts.ports.tools.measurements?() ?? [:]
                let members = values.sorted { $0.key < $1.key }.map { ($0.key, JSON.double($0.value)) }
                return .json(.object(JSONObject(members)))
            },
            Endpoint(
                .get, "/ready", .public, "health", "Whether requests may be sent here",
                answer: .json(
                    .named(
                        "Readiness",
                        [
                            .required("ready", .boolean),
                            .required("status", .choice(["ready", "not_ready"])),
                        ])
                ).also([503]), isAtRoot: true
            ) { _ in
                let (_, isWell) = await check { try await ping() }
                return .json(
                    ["ready": .bool(isWell), "status": isWell ? "ready" : "not_ready"],
                    status: isWell ? .ok : .serviceUnavailable)
            },
            Endpoint(
                .get, "/metrics", .public, "health", "Prometheus text",
                answer: .content("text/plain", "Measurements"), faults: [503], isAtRoot: true
            ) { call in
                guard let metrics = parts.ports.tools.metrics else {
                    throw Refusal.unavailable("no metrics are collected here")
                }
                let told = await metrics(call.request.headers[.accept])
                return .text(told.text, type: told.type)
            },
        ]
    }

    private func ping() async throws { try await parts.ports.stores.housekeeping.ping() }

    private func health(_ call: Call) async throws -> Reply {
        let (_, isWell) = await check { try await ping() }
        return .json(
            .object(JSONObject(members(isWell ? .healthy : .unhealthy))),
            status: isWell ? .ok : .serviceUnavailable)
    }

    private func extendedHealth(_ call: Call) async throws -> Reply {
        let (database, isWell) = await check { try await ping() }
        let (storage, canStore) = await check {
            guard FileManager.default.isWritableFile(atPath: parts.settings.objects.path) else {
                throw BatchVideoError(.unwritable, "the folder of objects cannot be written")
            }
        }
        var components = JSONObject([("database", database), ("storage", storage)])
        var areWell = canStore
        for (name, test) in parts.ports.tools.checks.sorted(by: { $0.key < $1.key }) {
            let (component, isFine) = await check(test)
            components[name] = component
            areWell = areWell && isFine
        }
        let condition: Condition = !isWell ? .unhealthy : areWell ? .healthy : .degraded
        let all = members(condition) + [("components", .object(components)), ("checks", .object(components))]
        return .json(
            .object(JSONObject(all)), status: isWell ? .ok : .serviceUnavailable)
    }

    private func members(_ condition: Condition) -> [(String, JSON)] {
        [
            ("status", .string(condition.rawValue)), ("timestamp", .time(parts.ports.now())),
            ("service", "batchvideo"), ("version", .string(parts.settings.version)),
            ("environment", .string(parts.settings.environment)),
        ]
    }

    /// How one part answered. The reason is for the log, not for strangers.
    private func check(_ test: @Sendable () async throws -> Void) async -> (JSON, Bool) {
        let start = ContinuousClock.now
        var isWell = true
        do { try await test() } catch { isWell = false }
        let waited = (ContinuousClock.now - start).components
        let milliseconds =
            Double(waited.seconds) * 1_000 + (Double(waited.attoseconds) / 1e15 * 100).rounded() / 100
        return (
            [
                "status": isWell ? "healthy" : "unhealthy", "latency_ms": .double(milliseconds),
            ], isWell
        )
    }
}
