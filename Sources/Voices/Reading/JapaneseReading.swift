import BatchVideo
import Foundation
import Subprocess
#if canImport(System)
    import System
#else
    import SystemPackage
#endif

/// Reads Japanese through MeCab: espeak knows kana only.
///
/// MeCab's morphemes are joined to phrases (a content word with its particles and endings), which is
/// how Japanese is spoken; the pronunciation field has は as ワ and long vowels as ー.
enum JapaneseReading {
    private static let mostBytes = 256 * 1024

    /// Throws `.unavailable` when MeCab or its dictionary is not installed.
    static func read(_ text: String) async throws -> SpokenText {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        let output: String
        do {
            let result = try await run(
                .name("mecab"),
                arguments: [
                    "--input-buffer-size=131072", "--node-format=%m\\t%f[0]\\t%f[1]\\t%f[8]\\n",
                    "--unk-format=%m\\t%f[0]\\t%f[1]\\t\\n", "--eos-format=\\n",
                ],
                input: .string(line + "\n"), output: .string(limit: mostBytes), error: .discarded)
            guard result.terminationStatus.isSuccess else { throw missing }
            output = result.standardOutput
        } catch let error as CancellationError {
            throw error
        } catch {
            throw missing
        }
        return phrases(output, in: text)
    }

    private static var missing: BatchVideoError {
        BatchVideoError(
            .unavailable,
            "Japanese needs MeCab; install the Debian packages mecab and mecab-ipadic-utf8")
    }

    private static func phrases(_ output: String, in text: String) -> SpokenText {
        var out = SpokenText()
        var cursor = text.startIndex
        var isOpen = false
        var wasUnknown = false
        for row in output.split(separator: "\n") {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count == 4,
                let place = text.range(of: fields[0], range: cursor..<text.endIndex)
            else { continue }
            cursor = place.upperBound
            let start = text.utf16.distance(from: text.startIndex, to: place.lowerBound)
            let range = TextRange(start, start + fields[0].utf16.count)
            let plain = PlainText.read(String(fields[0]))
            if plain.tokens.isEmpty {
                out.pause(pause(String(fields[0])))
                isOpen = false
                continue
            }
            let said = pronunciation(fields[3], surface: fields[0])
            guard !said.isEmpty else { continue }
            if isOpen, isAttached(fields[1], fields[2]), !out.tokens.isEmpty {
                // Glued to Latin letters, espeak takes ガ for one, too.
                let gap = wasUnknown || fields[3].isEmpty ? " " : ""
                out.tokens[out.tokens.count - 1].text += gap + said
                out.tokens[out.tokens.count - 1].range.end = range.end
            } else {
                out.tokens.append(SpokenToken(text: said, range: range))
            }
            isOpen = true
            wasUnknown = fields[3].isEmpty
        }
        return out
    }

    private static func pause(_ marks: String) -> Int {
        // 、is the comma of Japanese, not the lighter mark between the items of a Chinese list.
        let marks = marks.replacingOccurrences(of: "、", with: "，")
        return PlainText.read("a" + marks + " a").pauses[0] ?? 0
    }

    private static func pronunciation(_ known: Substring, surface: Substring) -> String {
        if !known.isEmpty, known != "*" { return String(known) }
        // Unknown kanji have no sound; espeak would say "Chinese letter".
        return String(
            String.UnicodeScalarView(surface.unicodeScalars.filter { Script.of($0) != .han }))
    }

    private static func isAttached(_ kind: Substring, _ detail: Substring) -> Bool {
        ["助詞", "助動詞"].contains(kind) || ["接尾", "非自立"].contains(detail)
    }
}
