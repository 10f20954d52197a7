internal import Foundation

/// Reads the first sheet of an .xlsx workbook as a table of texts (ECMA-376). Formulas give their last values.
enum Workbook {
    static func read(_ data: Data) throws -> [ImportTable.Row] {
        let archive = try ZipArchive(Array(data))
        guard let path = try firstSheet(archive), let sheet = try archive.file(path) else {
            throw BatchVideoError(.invalid, "the workbook has no sheet; save it again as .xlsx")
        }
        let shared = try archive.file("xl/sharedStrings.xml").map { try sharedTexts($0) } ?? []
        return try rows(sheet, shared)
    }

    /// The sheet that people see first, which need not be the first file.
    private static func firstSheet(_ archive: ZipArchive) throws -> String? {
        let fallback = archive.names.first { $0.hasPrefix("xl/worksheets/sheet") }
        guard let book = try archive.file("xl/workbook.xml"),
            let links = try archive.file("xl/_rels/workbook.xml.rels")
        else { return fallback }
        var scanner = XMLScanner(book)
        var wanted: String?
        while wanted == nil, let event = try scanner.next() {
            if case .open("sheet", let attributes) = event { wanted = attributes["r:id"] ?? attributes["id"] }
        }
        var relations = XMLScanner(links)
        while let event = try relations.next() {
            guard case .open("Relationship", let attributes) = event, attributes["Id"] == wanted,
                let target = attributes["Target"]
            else { continue }
            let path = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
            return archive.names.contains(path) ? path : fallback
        }
        return fallback
    }

    private static func sharedTexts(_ bytes: [UInt8]) throws -> [String] {
        var scanner = XMLScanner(bytes)
        var texts: [String] = []
        var isInText = false
        var isPhonetic = false
        while let event = try scanner.next() {
            switch event {
            case .open("si", _): texts.append("")
            case .open("rPh", _): isPhonetic = true
            case .close("rPh"): isPhonetic = false
            case .open("t", _): isInText = true
            case .close("t"): isInText = false
            case .text(let text) where isInText && !isPhonetic && !texts.isEmpty:
                texts[texts.count - 1] += text
            case .open, .close, .text: break
            }
        }
        return texts
    }

    private static func rows(_ bytes: [UInt8], _ shared: [String]) throws -> [ImportTable.Row] {
        var scanner = XMLScanner(bytes)
        var rows: [ImportTable.Row] = []
        var column = 0
        var kind = ""
        var value = ""
        var isInValue = false
        while let event = try scanner.next() {
            switch event {
            case .open("row", let attributes):
                let number = attributes["r"].flatMap { Int($0) } ?? (rows.last?.number ?? 0) + 1
                rows.append(ImportTable.Row(number: number, cells: []))
                guard rows.count <= ImportTable.maximumRows * 2 else { throw ImportTable.tooLong }
            case .open("c", let attributes):
                kind = attributes["t"] ?? "n"
                column = attributes["r"].flatMap(Self.column) ?? rows.last?.cells.count ?? 0
                value = ""
            case .open("v", _), .open("t", _): isInValue = true
            case .close("v"), .close("t"): isInValue = false
            case .text(let text) where isInValue: value += text
            case .close("c"):
                guard !rows.isEmpty, column < ImportTable.maximumColumns * 4 else { continue }
                let missing = column + 1 - rows[rows.count - 1].cells.count
                if missing > 0 { rows[rows.count - 1].cells += [String](repeating: "", count: missing) }
                rows[rows.count - 1].cells[column] = text(kind, value, shared)
            case .open, .close, .text: break
            }
        }
        return rows
    }

    private static func text(_ kind: String, _ value: String, _ shared: [String]) -> String {
        switch kind {
        case "s": Int(value).flatMap { shared.indices.contains($0) ? shared[$0] : nil } ?? ""
        case "b": value == "1" ? "true" : "false"
        // Whole numbers that a sheet keeps as 1.0 or 1E3.
        case "n": Double(value).flatMap { Int(exactly: $0) }.map(String.init) ?? value
        default: value
        }
    }

    /// "C7" is 2.
    private static func column(_ reference: String) -> Int? {
        let letters = reference.utf8.prefix { (0x41...0x5A).contains($0) }
        guard (1...3).contains(letters.count) else { return nil }
        return letters.reduce(0) { $0 * 26 + Int($1) - 0x40 } - 1
    }
}
