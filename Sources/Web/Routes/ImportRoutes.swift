internal import BatchVideo
internal import Crypto
internal import Foundation
internal import HTTPTypes
internal import HummingbirdCore

/// Filing jobs from a table: CSV, TSV, lines of JSON or an Excel workbook.
struct ImportRoutes: Sendable {
    let parts: ServerParts

    static let limit = 32 << 20
    private static let types = [
        "text/csv", "text/tab-separated-values", "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]

    private static let report = Schema.named(
        "ImportReport",
        [
            .required("dry_run", .boolean), .required("rows", .integer(0...ImportTable.maximumRows)),
            .required("good", .integer(0...ImportTable.maximumRows)),
            .required("bad", .integer(0...ImportTable.maximumRows).noted("Rows with faults")),
            .required(
                "faults",
                .array(
                    .named(
                        "ImportFault",
                        [
                            .required("row", .integer(1...1_000_000).noted("As the sheet numbers it")),
                            .required("column", .string(0...1_000)),
                            .required("reason", .string(1...1_000)),
                        ]), 0...100_000)),
            .required("unused_columns", .array(.string(0...1_000), 0...64)),
            .required("estimated_minutes", .number(0...1e9).nullable.noted("Of film")),
            .required("estimated_work_minutes", .number(0...1e9).nullable),
            .required("estimated_cost_usd", .number(0...1e9).nullable.noted("Of vendors that are paid in US dollars")),
            .required("estimated_costs", .map(.number(0...1e9)).noted("Of vendors, by currency")),
            .required("filed", BatchRoutes.filed.nullable),
        ])

    var endpoints: [Endpoint] {
        [
            Endpoint(
                .post, "/jobs/import", .user, "batches",
                "File jobs from a table; good rows are filed, bad ones named by row, column and reason",
                query: [
                    Parameter("name", .string(0...255), "Name of the batch"),
                    Parameter("dry_run", .boolean, "Only say what would be filed", fallback: false),
                    Parameter(
                        "mapping", .string(2...8_000),
                        "JSON: our field by the table's column, \"\" to leave one out"),
                    Parameter(
                        "again", .boolean, "File the same table once more", fallback: false),
                    Parameter("language_id", .id, "For rows that name none"),
                    Parameter("voice_id", .id, "For rows that name none"),
                    Parameter("topic_id", .id, "For rows that name none"),
                    Parameter("account_id", .id, "For rows that name none"),
                ],
                body: .file(Self.types, limit: Self.limit), answer: .json(Self.report), faults: [404],
                run: run)
        ]
    }

    private func run(_ call: Call) async throws -> Reply {
        guard let format = ImportFormat(type: RequestReading.mediaType(call.request), name: "") else {
            throw Refusal(
                .unsupportedMediaType, "unsupported",
                "send the table as \(Self.types.joined(separator: ", "))")
        }
        let bytes = try await RequestReading.bytes(call.request, Self.limit)
        let catalog = try await catalog(call)
        let defaults = try defaults(call, catalog)
        let mapping = try Self.mapping(call)
        // Parsing megabytes must not hold up an event loop or a cooperative thread.
        let limits = parts.settings.limits
        var work = try await FileSender.blocking {
            let table = try ImportTable(Data(bytes), format)
            return (
                table.rows.count,
                try JobImport(table, mapping: mapping, defaults: defaults, catalog: catalog, limits: limits)
            )
        }
        for (row, draft) in work.1.drafts {
            do {
                try await parts.require(draft, call)
            } catch let refusal as Refusal {
                work.1.refuse(
                    row: row, field: refusal.field ?? ImportField.title.rawValue, reason: refusal.message)
            }
        }
        let isDry = call.query["dry_run"]?.bool ?? false
        let filed = isDry || work.1.drafts.isEmpty ? nil : try await file(work.1, bytes, call)
        return .json(try await report(work.1, rows: work.0, isDry: isDry, filed: filed, call))
    }

    /// The same table sent again is a repetition, with or without a key, unless `again` is said.
    private func file(_ work: JobImport, _ bytes: [UInt8], _ call: Call) async throws -> FiledBatch {
        let content = SHA256.hash(data: Data(bytes)).hex
        let query = call.request.uri.query ?? ""
        let fingerprint = SHA256.hash(data: Data("\(content)\n\(query)".utf8)).hex
        let isAgain = call.query["again"]?.bool ?? false
        let draft = BatchDraft(
            name: call.query["name"]?.string.map { TextIntake.clean($0) } ?? "",
            jobs: work.drafts.map(\.draft),
            idempotencyKey: call.request.headers[.idempotencyKey] ?? (isAgain ? nil : "import-\(fingerprint)"),
            fingerprint: fingerprint)
        let filed = try await refusingReferences {
            try await parts.ports.stores.batches.create(
                draft, seed: Seeds.fresh(), owner: call.user.owner, now: parts.ports.now())
        }
        parts.ports.tools.wake()
        return filed
    }

    private static func mapping(_ call: Call) throws -> [String: String] {
        guard let text = call.query["mapping"]?.string else { return [:] }
        guard let object = try? JSONReader.read(text).object else {
            throw Refusal.invalid("mapping", "must be a JSON object of texts")
        }
        var mapping: [String: String] = [:]
        for member in object.members {
            guard let field = member.value.string else {
                throw Refusal.invalid("mapping", "must be a JSON object of texts")
            }
            mapping[member.key] = field
        }
        return mapping
    }

    private func defaults(_ call: Call, _ catalog: ImportCatalog) throws -> JobDraft {
        func reference(_ name: String, _ kind: ImportCatalog.Kind) throws -> Int? {
            guard let id = call.query[name]?.int else { return nil }
            guard kind.ids.contains(id) else {
                throw Refusal(.notFound, "not_found", "\(name): there is no such row", field: name)
            }
            return id
        }
        return JobDraft(
            title: "", content: "", languageID: try reference("language_id", catalog.languages),
            voiceID: try reference("voice_id", catalog.voices),
            topicID: try reference("topic_id", catalog.topics),
            accountID: try reference("account_id", catalog.accounts))
    }

    private func catalog(_ call: Call) async throws -> ImportCatalog {
        let owner = try call.user.owner
        let stores = parts.ports.stores
        var catalog = ImportCatalog()
        catalog.languages = try await Self.kind(stores.languages, owner)
        catalog.voices = try await Self.kind(stores.voices, owner)
        catalog.topics = try await Self.kind(stores.topics, owner)
        catalog.accounts = try await Self.kind(stores.accounts, owner)
        return catalog
    }

    /// At most 10,000 rows; own names win over shared ones.
    private static func kind<Fields: CatalogFields>(_ store: any CatalogStore<Fields>, _ owner: Owner)
        async throws -> ImportCatalog.Kind
    {
        var kind = ImportCatalog.Kind()
        for page in 1...100 {
            let rows = try await store.list(Page(page, size: 100), owner: owner)
            for row in rows.items {
                kind.ids.insert(row.id)
                if row.userID != nil || kind.names[row.fields.name] == nil {
                    kind.names[row.fields.name] = row.id
                }
            }
            if rows.items.count < 100 { break }
        }
        return kind
    }

    private func report(
        _ work: JobImport, rows: Int, isDry: Bool, filed: FiledBatch?, _ call: Call
    ) async throws -> JSON {
        var estimates: [FilmEstimate]?
        if let estimate = parts.ports.tools.estimate {
            let owner = try call.user.owner
            var all: [FilmEstimate] = []
            for draft in work.drafts { all.append(await estimate(draft.draft, owner)) }
            estimates = all
        }
        func sum(_ value: (FilmEstimate) -> Double) -> JSON {
            estimates.map { .double((($0.map(value).reduce(0, +)) * 100).rounded() / 100) } ?? .null
        }
        return [
            "dry_run": .bool(isDry), "rows": .int(rows), "good": .int(work.drafts.count),
            "bad": .int(rows - work.drafts.count),
            "faults": .array(
                work.faults.map {
                    ["row": .int($0.row), "column": .string($0.column), "reason": .string($0.reason)]
                }),
            "unused_columns": .array(work.unusedColumns.map { .string($0) }),
            "estimated_minutes": sum { $0.filmSeconds / 60 },
            "estimated_work_minutes": sum { $0.workSeconds / 60 },
            "estimated_cost_usd": sum { Double($0.micros(in: "USD")) / 1e6 },
            "estimated_costs": .object(Self.costs(estimates ?? [])),
            "filed": filed.map { BatchRoutes.json($0) } ?? .null,
        ]
    }

    /// By currency.
    private static func costs(_ estimates: [FilmEstimate]) -> JSONObject {
        let sums = Dictionary(
            estimates.flatMap(\.costs).map { ($0.currency, $0.micros) }, uniquingKeysWith: +)
        return JSONObject(sums.sorted { $0.key < $1.key }.map { ($0.key, .double(Double($0.value) / 1e6)) })
    }
}
