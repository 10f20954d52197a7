import BatchVideo
import Foundation

/// The installed Mandarin dictionary: `.build/share/batchvideo` of this checkout, or
/// `BATCHVIDEO_SHARE`.
enum Readings {
    struct Missing: Error, CustomStringConvertible {
        var file: String
        var description: String {
            "\(file) is missing: run scripts/setup, or name its folder in BATCHVIDEO_SHARE"
        }
    }

    static let data: Result<Data, any Error> = Result {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Missing(file: file)
        }
        return data
    }

    /// One reader for all tests; throws with what to do when the dictionary is not installed.
    static func reader() throws -> MandarinReader { try shared.get() }

    private static let shared: Result<MandarinReader, any Error> = Result {
        try MandarinReader(readings: try data.get())
    }

    private static var file: String {
        let installed = ProcessInfo.processInfo.environment["BATCHVIDEO_SHARE"]
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = installed ?? root.appendingPathComponent(".build/share/batchvideo").path
        return folder + "/readings.bin"
    }
}

extension MandarinReader {
    /// What is said, on one line: syllables, `<Latin runs>`, a bar for each pause.
    func spoken(_ text: String, lexicon: [String: String] = [:]) -> String {
        read(text, lexicon: lexicon).map { phrase in
            switch phrase {
            case .words(let words): words.flatMap(\.syllables).joined(separator: " ")
            case .latin(let text, _): "<\(text)>"
            case .pause: "|"
            }
        }.joined(separator: " ")
    }
}
