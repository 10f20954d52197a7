import Testing

@testable import BatchVideo

@Suite("Heard words brought to the text")
struct HeardFitTests {
    /// Words of equal length, one after the other from `startMs`.
    private func heard(_ words: String..., startMs: Int = 0, stepMs: Int = 200) -> [HeardWord] {
        words.enumerated().map {
            HeardWord(text: $1, startMs: startMs + $0 * stepMs, endMs: startMs + ($0 + 1) * stepMs)
        }
    }

    private func fitted(_ heard: [HeardWord], _ text: String, _ language: Language, seconds: Double = 10) -> HeardFit? {
        HeardFit(heard, to: text, language: language, sampleRate: 1000, sampleCount: Int(seconds * 1000))
    }

    private func told(_ fit: HeardFit?, _ text: String) -> [String] {
        fit?.words.map { "\(text[$0.range]) \($0.startSample)-\($0.endSample)" } ?? []
    }

    @Test("words heard as written keep their times, whatever their case and marks")
    func same() throws {
        let text = "“Hello,” she said: well done."
        let fit = try #require(fitted(heard("hello", ",", "SHE", "said", "Well,", "done."), text, .english))

        #expect(told(fit, text) == ["Hello 0-200", "she 400-600", "said 600-800", "well 800-1000", "done 1000-1200"])
        #expect(fit.agreement == 1)
    }

    @Test("characters heard one by one become the text's words")
    func characters() throws {
        let text = "银行行长，说。"
        let fit = try #require(fitted(heard("银", "行", "行", "长", "说", startMs: 100, stepMs: 100), text, .mandarin))

        #expect(fit.words.first?.startSample == 100)
        #expect(fit.words.last.map { ($0.startSample, $0.endSample) } ?? (0, 0) == (500, 600))
        #expect(fit.words.map { text[$0.range] }.joined() == "银行行长说")
    }

    @Test("a word heard as another takes that one's time")
    func misheard() throws {
        let text = "the old lighthouse stands"
        let fit = fitted(heard("the", "old", "greenhouse", "stands"), text, .english)
        #expect(told(fit, text) == ["the 0-200", "old 200-400", "lighthouse 400-600", "stands 600-800"])
        #expect(fit.map { $0.agreement < 1 && $0.agreement > 0.6 } == true)
    }

    @Test("figures heard as words take the words' time")
    func figures() throws {
        let text = "约有2024人参加"
        let fit = try #require(
            fitted(heard("约", "有", "二", "千", "零", "二", "十", "四", "人", "参", "加"), text, .mandarin))
        let number = try #require(fit.words.first { text[$0.range].hasPrefix("2024") })
        #expect(number.startSample == 400)
        #expect(number.endSample >= 1600)
        let last = try #require(fit.words.last)
        #expect(last.endSample == 2200)
    }

    @Test("a word that was not heard lies between its neighbours, one that is not written is passed over")
    func gaps() throws {
        let text = "one two three"
        let missing = [
            HeardWord(text: "one", startMs: 0, endMs: 300), HeardWord(text: "three", startMs: 900, endMs: 1200),
        ]
        #expect(told(fitted(missing, text, .english), text) == ["one 0-300", "two 300-900", "three 900-1200"])

        let added = heard("one", "um", "well", "two", "three")
        #expect(told(fitted(added, text, .english), text) == ["one 0-200", "two 600-800", "three 800-1000"])
    }

    @Test("times out of order, empty or outside the sound are put right")
    func badTimes() throws {
        let text = "one two three four"
        let odd = [
            HeardWord(text: "one", startMs: 500, endMs: 500), HeardWord(text: "two", startMs: 100, endMs: 90),
            HeardWord(text: "three", startMs: -5, endMs: 700), HeardWord(text: "four", startMs: 90_000, endMs: 99_000),
        ]
        let fit = try #require(fitted(odd, text, .english, seconds: 1))
        #expect(fit.words.count == 4)
        for (word, next) in zip(fit.words, fit.words.dropFirst()) { #expect(word.endSample <= next.startSample) }
        #expect(fit.words.allSatisfy { $0.startSample >= 0 && $0.endSample > $0.startSample && $0.endSample <= 1000 })
    }

    @Test("nothing heard and nothing written give nothing")
    func nothing() {
        #expect(fitted([], "one", .english) == nil)
        #expect(fitted(heard("…"), "one", .english) == nil)
        #expect(fitted(heard("one"), "!?", .english) == nil)
    }

    @Test("random slips of a recogniser move no word that was heard rightly")
    func random() throws {
        var random = SeededRandom(seed: 11)
        let vocabulary = ["tower", "sea", "evening", "lamp", "keeper", "storm", "quiet", "harbour", "rope", "bell"]
        for _ in 0..<100 {
            let words = (0..<60).map { _ in vocabulary[random.index(10)] }
            var heard: [HeardWord] = []
            var times: [Int?] = []
            for (index, word) in words.enumerated() {
                let (start, end) = (index * 300, index * 300 + 250)
                switch random.index(10) {
                case 0: times.append(nil)
                case 1:
                    heard.append(HeardWord(text: "xx", startMs: start, endMs: end))
                    times.append(nil)
                case 2:
                    heard.append(HeardWord(text: word, startMs: start, endMs: end))
                    heard.append(HeardWord(text: "oh", startMs: end, endMs: end + 40))
                    times.append(start)
                default:
                    heard.append(HeardWord(text: word, startMs: start, endMs: end))
                    times.append(start)
                }
            }
            let fit = try #require(fitted(heard, words.joined(separator: " "), .english, seconds: 20))
            let moved = zip(fit.words, times).filter { word, time in
                guard let time else { return false }
                return abs(word.startSample - time) > 300
            }
            #expect(moved.count <= 2, "\(moved)")
            #expect(fit.agreement > 0.6)
        }
    }

    @Test("an hour's transcript is matched within its band")
    func long() throws {
        let letters = (0..<20_000).map { Character(Unicode.Scalar(UInt32(0x4E00 + $0 * 7919 % 3000)) ?? "a") }
        var heard = letters
        heard.removeSubrange(5000..<5200)
        let pairs = LetterMatch.pairs(letters, heard)
        #expect(pairs.count == 19_800)
        #expect(pairs.last.map { $0.written == 19_999 && $0.heard == 19_799 } == true)
    }
}
