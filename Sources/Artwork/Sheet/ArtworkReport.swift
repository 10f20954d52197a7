package import Foundation

/// What drawing everything showed: how long it takes, whether loops close, whether chance is tamed.
package struct ArtworkReport: Codable, Sendable {
    /// Milliseconds of processor time for one family.
    package struct Speed: Codable, Sendable {
        package var family: String
        /// Composed and drawn.
        package var stillMs1360x768: Double
        package var stillMs1920x1080: Double?
        /// A frame of a loop that is composed already.
        package var frameMs1280x720: Double
    }

    /// Mean differences of a byte between neighbouring frames, in grey levels.
    package struct Loop: Codable, Sendable {
        package var family: String
        /// Over the whole loop.
        package var meanStep: Double
        /// From the last frame to the first.
        package var seam: Double
        /// The steps before and after that one.
        package var before: Double
        package var after: Double

        /// The seam is a step like its neighbours.
        package var isSeamless: Bool { seam <= max(before, after) * 1.25 + 0.02 }
    }

    /// Pictures drawn twice.
    package struct Determinism: Codable, Sendable {
        package var pictures: Int
        /// Names of those that came out otherwise.
        package var differing: [String]
    }

    /// Files in the folder.
    package var sheets: [String] = []
    package var speed: [Speed] = []
    package var loops: [Loop] = []
    /// Milliseconds of processor time for a frame of each figure, 420 pixels square.
    package var presenterFrameMs: [String: Double] = [:]
    package var determinism = Determinism(pictures: 0, differing: [])
    /// Letters that no font here has, by language.
    package var missingGlyphs: [String: Int] = [:]

    package var faults: [String] {
        loops.filter { !$0.isSeamless }.map { "the loop of \($0.family) jumps" }
            + determinism.differing.map { "\($0) differs when it is drawn again" }
            + missingGlyphs.filter { $0.value > 0 }.keys.sorted().map { "no font has all letters of \($0)" }
    }

    package func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Tables for a terminal.
    package var text: String {
        let speedRows = speed.map { row in
            [
                row.family, Self.short(row.stillMs1360x768), row.stillMs1920x1080.map(Self.short) ?? "-",
                Self.short(row.frameMs1280x720),
            ]
        }
        let loopRows = loops.map { row in
            [
                row.family, Self.fine(row.meanStep), Self.fine(row.seam), Self.fine(row.before), Self.fine(row.after),
                row.isSeamless ? "" : "jumps",
            ]
        }
        let parts = [
            Self.table(["CPU ms", "1360x768", "1920x1080", "loop 1280x720"], speedRows),
            Self.table(["loop", "mean step", "seam", "before", "after", ""], loopRows),
            Self.table(
                ["presenter", "ms at 420x420"],
                presenterFrameMs.sorted { $0.key < $1.key }.map { [$0.key, String(format: "%.1f", $0.value)] }),
            "drawn twice: \(determinism.pictures), different: \(determinism.differing.count)",
            "letters without a font: \(missingGlyphs.values.reduce(0, +))",
        ]
        return (parts + faults).joined(separator: "\n\n")
    }

    private static func short(_ value: Double) -> String { String(format: "%.0f", value) }
    private static func fine(_ value: Double) -> String { String(format: "%.2f", value) }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
        return all.map { row in
            zip(row, widths).enumerated().map { column, cell in
                let space = String(repeating: " ", count: cell.1 - cell.0.count)
                return column == 0 ? cell.0 + space : space + cell.0
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
