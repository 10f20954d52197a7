package import Foundation

/// A table somebody wants to file jobs from, whatever it was stored as.
package struct ImportTable: Sendable, Equatable {
    package struct Row: Sendable, Equatable {
        /// As people count: the first row of a sheet is 1, its header included; lines of JSON from 1.
        package var number: Int
        package var cells: [String]
    }

    /// Names of the columns, in order.
    package var columns: [String]
    package var rows: [Row]

    package static let maximumRows = 10_000
    package static let maximumColumns = 64
    package static let maximumCell = 100_000

    package init(columns: [String], rows: [Row]) {
        self.columns = columns
        self.rows = rows
    }
}

/// How a table is stored.
package enum ImportFormat: String, Sendable, CaseIterable {
    case csv, tsv, jsonl, xlsx

    /// From a media type or the end of a file's name.
    package init?(type: String, name: String) {
        switch type {
        case "text/csv", "application/csv": self = .csv
        case "text/tab-separated-values": self = .tsv
        case "application/x-ndjson", "application/jsonl", "application/jsonlines": self = .jsonl
        case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": self = .xlsx
        default:
            guard let dot = name.lastIndex(of: "."),
                let format = ImportFormat(rawValue: name[name.index(after: dot)...].lowercased())
            else { return nil }
            self = format
        }
    }
}

extension ImportTable {
    /// - Throws: `.invalid` when the bytes are not a table of that format, or too large a one.
    package init(_ data: Data, _ format: ImportFormat) throws {
        switch format {
        case .csv: self = try Self.withHeader(DelimitedText.read(try Self.text(data), delimiter: nil))
        case .tsv: self = try Self.withHeader(DelimitedText.read(try Self.text(data), delimiter: "\t"))
        case .xlsx: self = try Self.withHeader(Workbook.read(data))
        case .jsonl: self = try Self.lines(try Self.text(data))
        }
        guard columns.count <= Self.maximumColumns else {
            throw BatchVideoError(.invalid, "the table has more than \(Self.maximumColumns) columns")
        }
    }

    private static func text(_ data: Data) throws -> String {
        if let text = String(validating: data, as: UTF8.self) {
            return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
        }
        // What Excel saves on Chinese systems.
        let gb18030 = String.Encoding(rawValue: 0x8000_0632)
        if let text = String(data: data, encoding: gb18030) { return text }
        throw BatchVideoError(.invalid, "the text is neither UTF-8 nor GB 18030; save it as UTF-8")
    }

    private static func withHeader(_ rows: [Row]) throws -> ImportTable {
        let filled = rows.filter { row in row.cells.contains { !TextIntake.clean($0).isEmpty } }
        guard let header = filled.first else {
            throw BatchVideoError(.invalid, "the table is empty; its first row must name the columns")
        }
        guard filled.count - 1 <= maximumRows else { throw tooLong }
        return ImportTable(
            columns: header.cells.map { TextIntake.clean($0) }, rows: Array(filled.dropFirst()))
    }

    static var tooLong: BatchVideoError {
        BatchVideoError(.invalid, "the table has more than \(maximumRows) rows; send it in parts")
    }

    /// One JSON object a line. Columns are all keys, in the order they are met.
    private static func lines(_ text: String) throws -> ImportTable {
        var columns: [String] = []
        var objects: [(Int, [String: JSONValue])] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        where !line.allSatisfy(\.isWhitespace) {
            guard let value = try? JSONValue(parsing: String(line)), case .object(let members) = value
            else {
                throw BatchVideoError(.invalid, "line \(index + 1) is not a JSON object")
            }
            guard objects.count < maximumRows else { throw tooLong }
            for key in members.keys.sorted() where !columns.contains(key) {
                guard columns.count < maximumColumns else {
                    throw BatchVideoError(
                        .invalid, "the lines name more than \(maximumColumns) different members")
                }
                columns.append(key)
            }
            objects.append((index + 1, members))
        }
        let rows = objects.map { number, members in
            Row(number: number, cells: columns.map { members[$0].map(Self.cell) ?? "" })
        }
        return ImportTable(columns: columns, rows: rows)
    }

    private static func cell(_ value: JSONValue) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .bool, .number, .array, .object: value.text
        }
    }
}
