import BatchVideo
import CFlite
import Foundation

/// Word and phoneme times of an utterance that flite has spoken.
///
/// flite splits text into tokens at white space, expands a token ("2024") to words, words to
/// syllables and those to segments; only segments carry a time, the one they end at, in seconds.
struct FliteReading {
    private(set) var words: [WireWord] = []
    private(set) var phonemes: [SpokenPhoneme] = []
    private let sampleRate: Double

    init(_ utterance: UnsafeMutablePointer<cst_utterance>, text: String, sampleRate: Int) {
        self.sampleRate = Double(sampleRate)
        readPhonemes(utterance)
        readWords(utterance, text)
    }

    private mutating func readPhonemes(_ utterance: UnsafeMutablePointer<cst_utterance>) {
        var start = 0
        var segment = relation_head(utt_relation(utterance, "Segment"))
        while let item = segment {
            let name = item_feat_string(item, "name").map { String(cString: $0) } ?? "pau"
            phonemes.append(
                SpokenPhoneme(name: FlitePhoneme.mnemonic(name), startSample: start))
            start = sample(item_feat_float(item, "end"))
            segment = item_next(item)
        }
    }

    private mutating func readWords(
        _ utterance: UnsafeMutablePointer<cst_utterance>, _ text: String
    ) {
        var finder = TokenFinder(text)
        var token = relation_head(utt_relation(utterance, "Token"))
        while let item = token {
            let name = item_feat_string(item, "name").map { String(cString: $0) } ?? ""
            if let place = finder.next(name) { readWords(of: item, at: place) }
            token = item_next(item)
        }
    }

    private mutating func readWords(of token: UnsafeMutablePointer<cst_item>, at place: Range<Int>) {
        var word = item_daughter(token)
        while let item = word {
            defer { word = item_next(item) }
            guard let structure = item_as(item, "SylStructure"),
                let first = item_daughter(structure).flatMap({ item_daughter($0) }),
                let last = item_last_daughter(structure).flatMap({ item_last_daughter($0) })
            else { continue }
            let before = item_as(first, "Segment").flatMap { item_prev($0) }
            let start = before.map { sample(item_feat_float($0, "end")) } ?? 0
            words.append(
                WireWord(
                    textStart: place.lowerBound, textCount: place.count, startSample: start,
                    endSample: sample(item_feat_float(last, "end"))))
        }
    }

    private func sample(_ seconds: Float) -> Int { Int((Double(seconds) * sampleRate).rounded()) }
}

/// Finds flite's tokens in the text again, in order; positions in Unicode scalars.
private struct TokenFinder {
    private let scalars: [Unicode.Scalar]
    private var cursor = 0

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func next(_ token: String) -> Range<Int>? {
        let wanted = Array(token.unicodeScalars)
        guard !wanted.isEmpty, wanted.count <= scalars.count else { return nil }
        for start in cursor..<max(cursor, scalars.count - wanted.count + 1)
        where scalars[start..<(start + wanted.count)].elementsEqual(wanted) {
            cursor = start + wanted.count
            return start..<cursor
        }
        return nil
    }
}
