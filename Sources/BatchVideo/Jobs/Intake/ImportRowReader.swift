/// Reads one row into a draft and notes every cell that breaks a rule.
struct ImportRowReader {
    let row: ImportTable.Row
    let columns: ImportColumns
    let catalog: ImportCatalog
    let limits: IntakeLimits
    private(set) var faults: [ImportFault] = []

    init(
        row: ImportTable.Row, columns: ImportColumns, catalog: ImportCatalog, limits: IntakeLimits
    ) {
        self.row = row
        self.columns = columns
        self.catalog = catalog
        self.limits = limits
    }

    mutating func draft(_ defaults: JobDraft) -> JobDraft {
        var draft = defaults
        draft.title = text(.title, 1...limits.title) ?? draft.title
        draft.content = text(.content, 1...limits.content) ?? draft.content
        draft.description = text(.description, 0...limits.description) ?? draft.description
        draft.publishTitle = text(.publishTitle, 0...limits.publishTitle) ?? draft.publishTitle
        draft.runOrder = whole(.runOrder) ?? draft.runOrder
        draft.speechSpeed = speed() ?? draft.speechSpeed
        draft.isHorizontal = flag(.isHorizontal) ?? draft.isHorizontal
        draft.languageID = reference(.language, catalog.languages) ?? draft.languageID
        draft.voiceID = reference(.voice, catalog.voices) ?? draft.voiceID
        draft.topicID = reference(.topic, catalog.topics) ?? draft.topicID
        draft.accountID = reference(.account, catalog.accounts) ?? draft.accountID
        draft.extra = extra(draft.extra)
        guard faults.isEmpty else { return draft }
        do {
            return try draft.accepted(within: limits)
        } catch {
            let told = error as? BatchVideoError
            faults.append(
                ImportFault(
                    row: row.number, column: columns.heading(of: told?.field ?? "title"),
                    reason: told?.message ?? "cannot be filed"))
            return draft
        }
    }

    /// The cell as it stands; nil when the table has no such column or the cell is empty.
    private func cell(_ field: ImportField) -> String? {
        guard let place = columns.places[field], place < row.cells.count else { return nil }
        let text = TextIntake.clean(row.cells[place])
        return text.isEmpty ? nil : text
    }

    private mutating func fault(_ field: ImportField, _ reason: String) {
        let column = columns.heading(of: field.rawValue)
        faults.append(ImportFault(row: row.number, column: column, reason: reason))
    }

    private mutating func text(_ field: ImportField, _ length: ClosedRange<Int>) -> String? {
        guard let text = cell(field) else {
            if length.lowerBound > 0 { fault(field, "must not be empty") }
            return nil
        }
        let count = text.unicodeScalars.count
        if count > length.upperBound {
            fault(field, "must have at most \(length.upperBound) characters, not \(count)")
        }
        return text
    }

    private mutating func whole(_ field: ImportField) -> Int? {
        guard let text = cell(field) else { return nil }
        guard let number = Int(text), abs(number) <= 1_000_000_000 else {
            fault(field, "must be a whole number, not \"\(text.prefix(40))\"")
            return nil
        }
        return number
    }

    private mutating func speed() -> Double? {
        guard let text = cell(.speed) else { return nil }
        guard let number = Double(text), limits.speed.contains(number) else {
            let range = "\(limits.speed.lowerBound)...\(limits.speed.upperBound)"
            fault(.speed, "must be a number \(range), not \"\(text.prefix(40))\"")
            return nil
        }
        return number
    }

    private mutating func flag(_ field: ImportField) -> Bool? {
        guard let text = cell(field) else { return nil }
        switch text.lowercased() {
        case "true", "1", "yes", "y", "是", "横屏", "landscape": return true
        case "false", "0", "no", "n", "否", "竖屏", "portrait": return false
        default:
            fault(field, "must be true or false, not \"\(text.prefix(40))\"")
            return nil
        }
    }

    /// A number or a name of the caller's catalogue; 0 means none.
    private mutating func reference(_ field: ImportField, _ kind: ImportCatalog.Kind) -> Int? {
        guard let text = cell(field), text != "0" else { return nil }
        if let number = Int(text), kind.ids.contains(number) { return number }
        if let number = kind.names[text] { return number }
        fault(field, "there is no \"\(text.prefix(60))\" in your catalogue")
        return nil
    }

    private mutating func extra(_ present: JSONValue) -> JSONValue {
        guard let text = cell(.extra) else { return present }
        guard text.utf8.count <= 16_384, let value = try? JSONValue(parsing: text), value.object != nil
        else {
            fault(.extra, "must be a JSON object of at most 16384 bytes")
            return present
        }
        return present.merging(value)
    }
}
