/// Comma- or tab-separated values (RFC 4180): quoted cells may hold separators, quotes and line breaks.
enum DelimitedText {
    /// - Parameter delimiter: nil: comma, semicolon or tab, whichever the first line has most of.
    static func read(_ text: String, delimiter: Character?) throws -> [ImportTable.Row] {
        let bytes = Array(text.utf8)
        let separator = delimiter?.asciiValue ?? guess(bytes)
        var rows: [ImportTable.Row] = []
        var cells: [String] = []
        var at = 0
        while at < bytes.count {
            cells.append(try cell(bytes, &at, separator, row: rows.count + 1))
            if at < bytes.count, bytes[at] == separator {
                at += 1
                if at == bytes.count { cells.append("") }
                guard cells.count <= ImportTable.maximumColumns * 4 else {
                    throw fault(rows.count + 1, "has too many cells")
                }
                continue
            }
            if at < bytes.count, bytes[at] == 0x0D { at += 1 }
            if at < bytes.count, bytes[at] == 0x0A { at += 1 }
            rows.append(ImportTable.Row(number: rows.count + 1, cells: cells))
            cells = []
            guard rows.count <= ImportTable.maximumRows * 2 else { throw ImportTable.tooLong }
        }
        if !cells.isEmpty { rows.append(ImportTable.Row(number: rows.count + 1, cells: cells)) }
        return rows
    }

    private static func fault(_ row: Int, _ what: String) -> BatchVideoError {
        BatchVideoError(.invalid, "row \(row) \(what)")
    }

    private static func guess(_ bytes: [UInt8]) -> UInt8 {
        let line = bytes.prefix { $0 != 0x0A }
        let choices: [UInt8] = [0x2C, 0x3B, 0x09]
        func count(_ byte: UInt8) -> Int { line.count { $0 == byte } }
        return choices.max { count($0) < count($1) } ?? 0x2C
    }

    /// One cell; `at` ends on the separator, on the line break or behind the last byte.
    private static func cell(_ bytes: [UInt8], _ at: inout Int, _ separator: UInt8, row: Int) throws
        -> String
    {
        let quote = UInt8(ascii: "\"")
        guard at < bytes.count, bytes[at] == quote else {
            let start = at
            while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
                at += 1
            }
            return try text(bytes[start..<at], row)
        }
        at += 1
        var content: [UInt8] = []
        while true {
            guard at < bytes.count else { throw fault(row, "has a quoted cell without an end") }
            let byte = bytes[at]
            at += 1
            if byte != quote {
                content.append(byte)
            } else if at < bytes.count, bytes[at] == quote {
                content.append(quote)
                at += 1
            } else {
                break
            }
        }
        // What follows the closing quote belongs to the cell, as spreadsheets read it.
        while at < bytes.count, bytes[at] != separator, bytes[at] != 0x0A, bytes[at] != 0x0D {
            content.append(bytes[at])
            at += 1
        }
        return try text(content[...], row)
    }

    private static func text(_ bytes: ArraySlice<UInt8>, _ row: Int) throws -> String {
        guard bytes.count <= ImportTable.maximumCell * 4 else { throw fault(row, "has too long a cell") }
        return String(decoding: bytes, as: UTF8.self)
    }
}
