/// Figures as one table for the terminal, and for docs/performance.md.
struct FigureTable {
    let figures: [Figure]

    /// Markdown that reads well as it is: columns padded to one width.
    var text: String {
        let rows = [["figure", "value", "target", "", "note"]] + figures.map(cells)
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        var lines = rows.map { row in
            let padded = zip(row, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            return "| " + padded.joined(separator: " | ") + " |"
        }
        let rule = widths.map { String(repeating: "-", count: max(1, $0)) }
        lines.insert("| " + rule.joined(separator: " | ") + " |", at: 1)
        return lines.joined(separator: "\n")
    }

    private func cells(_ figure: Figure) -> [String] {
        let unit = figure.unit.isEmpty ? "" : " \(figure.unit)"
        return [
            figure.name, figure.value.map { $0.short + unit } ?? "-", figure.target?.text ?? "",
            verdict(figure), figure.note ?? "",
        ]
    }

    /// What could not be measured is as good as missed.
    private func verdict(_ figure: Figure) -> String {
        guard figure.value != nil else { return "not measured" }
        guard let isMet = figure.isMet else { return "" }
        return isMet ? "met" : "missed"
    }
}
