/// A cell that keeps its row from being filed.
package struct ImportFault: Sendable, Equatable {
    package var row: Int
    /// The column as the table calls it; for a missing one, as we do.
    package var column: String
    package var reason: String

    package init(row: Int, column: String, reason: String) {
        self.row = row
        self.column = column
        self.reason = reason
    }
}

/// What rows may refer to: the caller's catalogue, by number and by name.
package struct ImportCatalog: Sendable {
    package struct Kind: Sendable {
        package var ids: Set<Int>
        package var names: [String: Int]

        package init(ids: Set<Int> = [], names: [String: Int] = [:]) {
            self.ids = ids
            self.names = names
        }
    }

    package var languages = Kind()
    package var voices = Kind()
    package var topics = Kind()
    package var accounts = Kind()

    package init() {}
}

/// Jobs from a table: good rows become drafts, bad ones are named by row, column and reason.
package struct JobImport: Sendable {
    package var drafts: [(row: Int, draft: JobDraft)] = []
    package var faults: [ImportFault] = []
    /// Columns that nothing was made of.
    package var unusedColumns: [String] = []
    private let columns: ImportColumns

    /// - Parameters:
    ///   - mapping: our field for a column's name, over the names we know; "" leaves the column out.
    ///   - defaults: what rows do not say.
    /// - Throws: `.invalid` when no column holds titles or texts, or the mapping names what is not there.
    package init(
        _ table: ImportTable, mapping: [String: String], defaults: JobDraft, catalog: ImportCatalog,
        limits: IntakeLimits = .standard
    ) throws {
        columns = try ImportColumns(table.columns, mapping: mapping)
        unusedColumns = columns.unused
        for row in table.rows {
            var reader = ImportRowReader(row: row, columns: columns, catalog: catalog, limits: limits)
            let draft = reader.draft(defaults)
            if reader.faults.isEmpty {
                drafts.append((row.number, draft))
            } else {
                faults += reader.faults
            }
        }
    }
}

extension JobImport {
    /// Takes a row back that something outside the table speaks against.
    /// - Parameter field: our name, also of a member: "extra.footage".
    package mutating func refuse(row: Int, field: String, reason: String) {
        drafts.removeAll { $0.row == row }
        faults.append(ImportFault(row: row, column: columns.heading(of: field), reason: reason))
        faults.sort { $0.row < $1.row }
    }
}

/// Fields that a table may fill, and the headings they are known by.
package enum ImportField: String, Sendable, CaseIterable {
    case title, content, description
    case publishTitle = "publish_title"
    case runOrder = "runorder"
    case language = "language_id"
    case voice = "voice_id"
    case topic = "topic_id"
    case account = "account_id"
    case speed = "speech_speed"
    case isHorizontal = "is_horizontal"
    case extra

    var headings: [String] {
        switch self {
        case .title: ["title", "标题", "题目"]
        case .content: ["content", "text", "script", "内容", "文案", "正文", "文本"]
        case .description: ["description", "desc", "描述", "简介"]
        case .publishTitle: ["publish_title", "发布标题"]
        case .runOrder: ["runorder", "order", "priority", "顺序", "优先级"]
        case .language: ["language_id", "language", "语言"]
        case .voice: ["voice_id", "voice", "音色", "声音"]
        case .topic: ["topic_id", "topic", "话题"]
        case .account: ["account_id", "account", "账号", "频道"]
        case .speed: ["speech_speed", "speed", "语速"]
        case .isHorizontal: ["is_horizontal", "horizontal", "横屏"]
        case .extra: ["extra", "附加"]
        }
    }
}

/// Which column holds which field.
struct ImportColumns: Sendable {
    private(set) var places: [ImportField: Int] = [:]
    /// As the table calls them.
    let names: [String]
    private(set) var unused: [String] = []

    init(_ names: [String], mapping: [String: String]) throws {
        self.names = names
        for column in mapping.keys where !names.contains(column) {
            throw BatchVideoError(
                .invalid, "mapping: the table has no column \"\(column.prefix(60))\"", field: "mapping")
        }
        for (place, name) in names.enumerated() {
            guard let field = try Self.field(name, mapping) else {
                if !name.isEmpty { unused.append(name) }
                continue
            }
            guard places[field] == nil else {
                throw BatchVideoError(
                    .invalid, "two columns hold \(field.rawValue); name one in the mapping",
                    field: "mapping")
            }
            places[field] = place
        }
        for field in [ImportField.title, .content] where places[field] == nil {
            throw BatchVideoError(
                .invalid,
                "no column holds the \(field.rawValue); call one \"\(field.rawValue)\" or name it in the mapping",
                field: "mapping")
        }
    }

    /// The column of a field as the table calls it; our name when it has none.
    func heading(of field: String) -> String {
        let base = field.prefix { $0 != "." }
        return ImportField(rawValue: String(base)).flatMap { places[$0] }.map { names[$0] } ?? field
    }

    private static func field(_ name: String, _ mapping: [String: String]) throws -> ImportField? {
        if let wanted = mapping[name] {
            if wanted.isEmpty { return nil }
            guard let field = ImportField(rawValue: wanted) else {
                let known = ImportField.allCases.map(\.rawValue).joined(separator: ", ")
                throw BatchVideoError(
                    .invalid, "mapping: \"\(wanted.prefix(60))\" is none of \(known)", field: "mapping")
            }
            return field
        }
        let plain = name.lowercased().replacing(" ", with: "_")
        return ImportField.allCases.first { $0.headings.contains(plain) }
    }
}
