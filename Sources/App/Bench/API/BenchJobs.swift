import BatchVideo
import Foundation

/// What the bench of the API files.
enum BenchJobs {
    /// One request files so many.
    static let batch = 1_000

    /// Jobs that only lie in the database, with texts of 740 characters.
    static func fillers(_ range: Range<Int>) -> JSONValue {
        let sentence = "The lamp is lit at dusk, and the keeper climbs the steps. "
        return batch(
            range.map { index in
                let text = "Text \(index). " + String(repeating: sentence, count: 13)
                return ["title": .string("Filler \(index)"), "content": .string(String(text.prefix(740)))]
            }, named: "fill")
    }

    /// Films of about ten seconds; no two have the same text.
    static func films(_ count: Int, quality: String) -> JSONValue {
        batch(
            (1...count).map { index in
                [
                    "title": .string("Lamp \(index)"),
                    "content": .string(
                        """
                        Lamp number \(index) is lit at dusk. The keeper climbs the steps and looks at the sea.

                        A boat comes home before sunrise. The children wait at the pier.
                        """),
                    "extra": ["quality": .string(quality)],
                ]
            }, named: "films")
    }

    private static func batch(_ jobs: [JSONValue], named name: String) -> JSONValue {
        ["name": .string(name), "jobs": .array(jobs)]
    }
}

/// A table to import: of 1,000 rows, 37 have one fault each, of five kinds.
struct BenchTable: Sendable {
    let rowCount: Int
    let text: String
    /// The column of the fault by row, as a sheet numbers it.
    let faults: [Int: String]

    init(rowCount: Int) {
        self.rowCount = rowCount
        var lines = ["title,content,speech_speed,voice_id,is_horizontal"]
        var faults: [Int: String] = [:]
        for index in 1...rowCount {
            let content = "\"A text, with \"\"quotes\"\"\nand a second line \(index).\""
            var cells = ["Episode \(index)", content, "1.2", "", "true"]
            if index % 27 == 0 {
                let (column, name, bad) = Self.fault(index / 27 % 5)
                cells[column] = bad
                faults[index + 1] = name
            }
            lines.append(cells.joined(separator: ","))
        }
        text = lines.joined(separator: "\r\n")
        self.faults = faults
    }

    private static func fault(_ kind: Int) -> (column: Int, name: String, cell: String) {
        switch kind {
        case 0: (0, "title", "")
        case 1: (1, "content", String(repeating: "long ", count: 2_001))
        case 2: (2, "speech_speed", "fast")
        case 3: (3, "voice_id", "4711")
        default: (4, "is_horizontal", "maybe")
        }
    }
}
