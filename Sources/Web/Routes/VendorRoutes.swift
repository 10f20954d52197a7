internal import BatchVideo
internal import Foundation
internal import HTTPTypes

/// The vendors of this installation, for administrators: which there are, and whether they answer; and
/// what a job had of them, for its owner.
struct VendorRoutes: Sendable {
    let parts: ServerParts

    private static let tag = "vendors"

    private static let vendor = Schema.named(
        "Vendor",
        [
            .required("name", .string(1...64)), .required("vendor", .string(1...64)),
            .required("title", .string(1...255)),
            .required("kinds", .array(.string(1...32), 0...16).noted("What it does")),
        ])

    private static let report = Schema.named(
        "VendorReport",
        [
            .required("ok", .boolean),
            .required(
                "results",
                .array(
                    .named(
                        "VendorTrial",
                        [
                            .required("kind", .string(0...255)), .required("ok", .boolean),
                            .required("words", .string(0...100_000)),
                        ]), 0...16)),
            .required(
                "exchanges",
                .array(
                    .named(
                        "VendorExchange",
                        [
                            .required("method", .string(1...16)), .required("url", .string(0...100_000)),
                            .required("headers", .map(.string(0...100_000))),
                            .required("body", .string(0...100_000)),
                            .required("status", .integer(100...999).nullable),
                            .required("answer_type", .string(0...1_000).nullable),
                            .required("answer", .string(0...100_000)),
                            .required("milliseconds", .integer(0...100_000_000)),
                        ]), 0...1_000)
                    .noted("What was sent and what came back, without secrets")),
        ])

    private static let call = Schema.named(
        "VendorCall",
        [
            .required("id", .id), .required("execution_id", .id), .required("provider", .string(1...64)),
            .required("operation", .string(1...64)),
            .required("state", .choice(["begun", "accepted", "succeeded", "failed", "lost"])),
            .required("cost", .number(0...1_000_000_000).noted("Estimated until it is settled")),
            .required("currency", .string(3...8)), .required("created_at", .time), .required("updated_at", .time),
        ])

    private static let calls = Schema.named(
        "VendorCalls",
        [
            .required("items", .array(call, 0...1_000_000)), .required("total", .integer(0...1_000_000)),
            .required(
                "costs",
                .array(
                    .named(
                        "VendorCosts",
                        [
                            .required("currency", .string(3...8)), .required("calls", .integer(0...1_000_000)),
                            .required("cost", .number(0...1_000_000_000)),
                        ]), 0...64)
                    .noted("Of all calls that did not fail")),
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .get, "/jobs/{id}/vendor-calls", .owner, "jobs", "What vendors were asked for and charged, in order",
                answer: .json(Self.calls)
            ) { call in
                .json(Self.json(try await parts.ports.stores.vendorCalls.calls(of: call.id(), owner: call.user.owner)))
            },
            Endpoint(
                .get, "/vendors", .admin, Self.tag, "Configured vendors",
                answer: .json(.named("VendorList", .list(of: Self.vendor)))
            ) { _ in
                let vendors = parts.ports.tools.vendors
                return .json(.list(vendors.map(Self.json), total: vendors.count))
            },
            Endpoint(
                .post, "/vendors/{name}/test", .admin, Self.tag,
                "One small call for each thing a vendor does; it may cost money", answer: .json(Self.report),
                faults: [404, 503]
            ) { call in
                let name = try call.word("name")
                guard parts.ports.tools.vendors.contains(where: { $0.name == name }) else {
                    throw BatchVideoError(.notFound, "no vendor is called \(name.prefix(64)); GET /vendors names them")
                }
                guard let test = parts.ports.tools.testVendor else {
                    throw BatchVideoError(.unavailable, "vendors cannot be tried out here: ffmpeg is missing")
                }
                try await parts.ports.audit("vendor.test", call.user, "vendor:\(name)", call)
                return .json(Self.json(try await test(name)))
            },
        ]
    }

    private static func json(_ calls: [VendorCall]) -> JSON {
        let items = calls.map { call -> JSON in
            [
                "id": .int(call.id), "execution_id": .int(call.executionID), "provider": .string(call.provider),
                "operation": .string(call.operation), "state": .string(call.state.rawValue),
                "cost": .double(Double(call.costMicros) / 1_000_000), "currency": .string(call.currency),
                "created_at": .time(call.createdAt), "updated_at": .time(call.updatedAt),
            ]
        }
        let made = Dictionary(grouping: calls.filter { $0.state != .failed }, by: \.currency)
        let costs = made.sorted { $0.key < $1.key }.map { currency, calls -> JSON in
            [
                "currency": .string(currency), "calls": .int(calls.count),
                "cost": .double(Double(calls.reduce(0) { $0 + $1.costMicros }) / 1_000_000),
            ]
        }
        return ["items": .array(items), "total": .int(items.count), "costs": .array(costs)]
    }

    private static func json(_ entry: VendorEntry) -> JSON {
        [
            "name": .string(entry.name), "vendor": .string(entry.vendor), "title": .string(entry.title),
            "kinds": .array(entry.kinds.map { .string($0) }),
        ]
    }

    private static func json(_ report: VendorReport) -> JSON {
        let results = report.results.map { result -> JSON in
            ["kind": .string(result.kind), "ok": .bool(result.isGood), "words": .string(result.words)]
        }
        let exchanges = report.exchanges.map { exchange -> JSON in
            let headers = exchange.headers.sorted { $0.key < $1.key }.map { ($0.key, JSON.string($0.value)) }
            return [
                "method": .string(exchange.method), "url": .string(exchange.url),
                "headers": .object(JSONObject(headers)), "body": .string(exchange.body),
                "status": exchange.status.map { .int($0) } ?? .null, "answer_type": .text(exchange.answerType),
                "answer": .string(exchange.answer), "milliseconds": .int(exchange.milliseconds),
            ]
        }
        return ["ok": .bool(report.isGood), "results": .array(results), "exchanges": .array(exchanges)]
    }
}
