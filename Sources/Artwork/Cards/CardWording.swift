import BatchVideo
import Foundation
import _FoundationICU

/// Prepares text for being set large: where lines may break, and what need not be shown.
enum CardWording {
    /// U+2060 between two characters forbids a line break and shows nothing.
    static let joiner = "\u{2060}"

    /// Chinese words, Japanese words with their endings and Korean words are kept whole; white space is
    /// evened out.
    static func unbroken(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if flat.unicodeScalars.contains(where: \.isHangul) { return koreanUnbroken(flat) }
        let isJapanese = flat.unicodeScalars.contains(where: \.isKana)
        guard isJapanese || flat.unicodeScalars.contains(where: \.isHan) else { return flat }
        let words = words(of: flat)
        if isJapanese { return japaneseUnbroken(words) }
        var line = ""
        var wasPair = false
        for (index, word) in words.enumerated() {
            let next = index + 1 < words.count ? words[index + 1] : ""
            if word == " ", line.last?.isNumber == true || next.first?.isNumber == true {
                line += "\u{A0}"
                continue
            }
            line += isKeptWhole(word) ? joined(word) : word
            let isPair = !wasPair && HanWords.isPair(word, next)
            let isBound =
                index + 2 < words.count && word.last?.isHan == true
                && HanWords.isBound(next, before: words[index + 2])
            if isPair || isBound || holds(word, next) { line += joiner }
            wasPair = isPair
        }
        return line
    }

    /// Words are what spaces part, though Unicode would let a line end after any syllable.
    private static func koreanUnbroken(_ text: String) -> String {
        text.split(separator: " ").map { word in
            let isKorean = word.unicodeScalars.contains(where: \.isHangul)
            return isKorean && word.count <= longestWhole ? joined(word) : String(word)
        }.joined(separator: " ")
    }

    /// A phrase is a word with the particles and endings after it, which are written in hiragana.
    private static func japaneseUnbroken(_ words: [String]) -> String {
        var line = ""
        var phrase = 0
        for (index, word) in words.enumerated() {
            line += word.count <= longestWhole && word.allSatisfy(\.isCJK) ? joined(word) : word
            phrase += word.count
            let next = index + 1 < words.count ? words[index + 1] : ""
            let isEnding = next.unicodeScalars.first.map { (0x3041...0x3096).contains($0.value) } ?? false
            let hasRoom = next.count == 1 || phrase + next.count <= longestWhole
            if isEnding, hasRoom, word.last?.isCJK == true { line += joiner } else { phrase = 0 }
        }
        return line
    }

    private static func joined(_ word: some StringProtocol) -> String {
        word.map(String.init).joined(separator: joiner)
    }

    /// Characters of what is kept on one line; longer words may be broken.
    private static let longestWhole = 9

    private static func isKeptWhole(_ word: String) -> Bool {
        (2...4).contains(word.count) && word.unicodeScalars.allSatisfy(\.isIdeograph)
    }

    /// Small words that belong to the next or to the one before: 这三件, 第一杯, 最长, 风景的.
    private static func holds(_ word: String, _ next: String) -> Bool {
        let leaning: Set<String> = [
            "这", "那", "第", "每", "各", "几", "不", "没", "没有", "最", "更", "很", "太", "再", "别", "一", "两",
            "三",
            "四", "五", "六", "七", "八", "九", "十",
        ]
        let trailing: Set<String> = [
            "的", "了", "着", "过", "地", "得", "吗", "呢", "吧", "啊", "们", "里", "上", "下", "中",
        ]
        guard next.unicodeScalars.first?.isIdeograph == true else { return false }
        return leaning.contains(word) || trailing.contains(next)
    }

    /// Clauses of a Chinese saying on lines of their own, without the commas between them; other
    /// text is left to wrap.
    static func clausesOnLines(_ text: String, longest: Int = 20, most: Int = 4) -> String {
        let marks: Set<Character> = ["，", "；", ",", ";", "。"]
        let isSaying = text.unicodeScalars.contains(where: \.isIdeograph)
        let clauses = text.split { marks.contains($0) }.map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard isSaying, (2...most).contains(clauses.count),
            clauses.allSatisfy({ (2...longest).contains($0.count) })
        else { return unbroken(text) }
        return clauses.map(unbroken).joined(separator: "\n")
    }

    /// Words, spaces and marks in order, by ICU's dictionary; joined they are the text again.
    static func words(of text: String) -> [String] {
        let units = Array(text.utf16)
        var status = U_ZERO_ERROR
        guard
            let breaks = units.withUnsafeBufferPointer({
                swift_ubrk_open(UBRK_WORD, "zh", $0.baseAddress, Int32($0.count), &status)
            })
        else { return [text] }
        defer { swift_ubrk_close(breaks) }
        return units.withUnsafeBufferPointer { buffer in
            swift_ubrk_setText(breaks, buffer.baseAddress, Int32(buffer.count), &status)
            var words: [String] = []
            var start = swift_ubrk_first(breaks)
            while true {
                let end = swift_ubrk_next(breaks)
                guard end > start else { break }
                words.append(String(decoding: buffer[Int(start)..<Int(end)], as: UTF16.self))
                start = end
            }
            return words
        }
    }
}
