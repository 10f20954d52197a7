/// Equal letters of two texts by the least number of edits (Wagner & Fischer 1974), of those by the
/// fewest stretches that only one has, within a band around the diagonal so that an hour's transcript
/// fits into memory.
enum LetterMatch {
    /// Bytes that the way back may take; the band is narrower in longer texts.
    private static let mostCells = 64 << 20
    private static let narrowestBand = 64

    private static let edit: Int32 = 4
    /// A little more where a stretch begins, twice that inside a word, so that no word is spread over its
    /// neighbours.
    private static let opening: Int32 = 1

    private enum Step: UInt8 { case both, written, heard }

    /// Pairs of equal letters, ascending in both.
    ///
    /// - Parameter starts: letters that begin a word.
    static func pairs(
        _ written: [Character], _ heard: [Character], starts: (written: Set<Int>, heard: Set<Int>) = ([], [])
    ) -> [(written: Int, heard: Int)] {
        let (rows, columns) = (written.count, heard.count)
        guard rows > 0, columns > 0 else { return [] }
        let reach = band(rows, columns)
        let width = 2 * reach + 1
        var steps = [UInt8](repeating: Step.both.rawValue, count: (rows + 1) * width)
        let far = Int32.max / 2
        var before = [Int32](repeating: far, count: width)
        var costs = before
        for row in 0...rows {
            let left = centre(row, rows, columns) - reach
            // The same column in the row before stands this much further right.
            let shift = row == 0 ? 0 : left - (centre(row - 1, rows, columns) - reach)
            for place in 0..<width {
                let column = left + place
                guard (0...columns).contains(column) else {
                    costs[place] = far
                    continue
                }
                if row == 0 {
                    costs[place] = Int32(column) * edit + (column > 0 ? opening : 0)
                    steps[place] = Step.heard.rawValue
                    continue
                }
                let above = place + shift
                let isEqual = column > 0 && written[row - 1] == heard[column - 1]
                let both = column > 0 && (0..<width).contains(above - 1)
                    ? before[above - 1] + (isEqual ? 0 : edit) : far
                func gap(_ step: Step, from cell: Int, isStart: Bool) -> Int32 {
                    edit + (steps[cell] == step.rawValue ? 0 : isStart ? opening : 2 * opening)
                }
                let one = (0..<width).contains(above)
                    ? before[above]
                        + gap(.written, from: (row - 1) * width + above, isStart: starts.written.contains(row - 1))
                    : far
                let other = place > 0 && column > 0
                    ? costs[place - 1]
                        + gap(.heard, from: row * width + place - 1, isStart: starts.heard.contains(column - 1))
                    : far
                costs[place] = min(both, one, other)
                // Among equals a stretch goes on: its next letter costs no opening.
                let step: Step = other <= min(both, one) ? .heard : one <= both ? .written : .both
                steps[row * width + place] = step.rawValue
            }
            swap(&before, &costs)
        }
        return walkBack(written, heard, steps, reach: reach)
    }

    private static func walkBack(
        _ written: [Character], _ heard: [Character], _ steps: [UInt8], reach: Int
    ) -> [(written: Int, heard: Int)] {
        var pairs: [(written: Int, heard: Int)] = []
        var (row, column) = (written.count, heard.count)
        while row > 0, column > 0 {
            let place = column - centre(row, written.count, heard.count) + reach
            switch Step(rawValue: steps[row * (2 * reach + 1) + place]) {
            case .both, nil:
                row -= 1
                column -= 1
                if written[row] == heard[column] { pairs.append((row, column)) }
            case .written: row -= 1
            case .heard: column -= 1
            }
        }
        return pairs.reversed()
    }

    private static func centre(_ row: Int, _ rows: Int, _ columns: Int) -> Int { row * columns / rows }

    private static func band(_ rows: Int, _ columns: Int) -> Int {
        let wanted = max(narrowestBand, max(rows, columns) / 8)
        let step = columns / rows + 1
        return max(step, min(wanted, mostCells / (2 * (rows + 1))))
    }
}
