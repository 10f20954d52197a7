import Foundation
import Testing

@testable import BatchVideo

@Suite("Mood of a text")
struct MoodReadingTests {
    @Test(
        "words of feeling and of what is seen decide, in both languages",
        arguments: [
            ("早上一杯温水，慢慢呼吸，静静地坐一会儿。养生要从容，心安就好。", MusicMood.calm),
            ("Sit still, breathe slowly, and let the quiet of the tea fill the room. Rest.", .calm),
            ("奶奶拥抱着孙子，一家人团圆，这就是最温暖的幸福。感恩父母，珍惜陪伴。", .warm),
            ("Grandma hugs the child. A family that cares for each other is home, and home is love.", .warm),
            ("只要坚持梦想，不放弃，总有一天会成功。朝着前方出发，希望就在日出的地方。", .hopeful),
            ("Never give up on your dream. Believe, begin, and the sunrise will come.", .hopeful),
            ("他独自走在雨里，想起离别的那天，眼泪流了下来。往事如烟，只剩遗憾。", .pensive),
            ("She remembers the farewell in the rain; the loss, the tears, the lonely years.", .pensive),
            ("春节到了，孩子们开心地笑，放烟花，吃美食，真热闹！", .bright),
            ("The kids laugh and play at the festival, dance, sing and eat delicious cakes.", .bright),
            ("芯片、算法和机器人改变了市场，企业之间的竞争越来越激烈，投资大涨。", .driving),
            ("Robots, chips and algorithms race ahead; companies invest and compete in the market.", .driving),
            ("深夜，古墓里传来诡异的声音。没有人知道这个秘密，黑暗中藏着危险。", .mysterious),
            ("A dark secret waits in the deep sea. The ship vanished, and the mystery remains unknown.", .mysterious),
        ])
    func moods(text: String, mood: MusicMood) {
        for seed in 0..<6 {
            #expect(MoodReading(text: text, title: "").mood(seed: UInt64(seed)) == mood)
        }
    }

    @Test("a text that says nothing gets a quiet mood, not always the same")
    func plain() {
        let moods = Set((0..<40).map { MoodReading(text: "abc", title: "").mood(seed: UInt64($0)) })

        #expect(moods.isSubset(of: [.calm, .warm, .hopeful]) && moods.count > 1)
    }

    @Test("Chinese melodies have five tones, and are plucked where old China is shown")
    func colours() {
        let old = MusicOrder(
            text: "李白在古寺的竹林里写诗，月光照着庭院，他弹着古琴，喝一杯茶。", title: "静夜", language: .mandarin, seed: 1)
        let new = MusicOrder(text: "股市大涨，科技公司的芯片卖得很好。", title: "", language: .mandarin, seed: 1)
        let foreign = MusicOrder(text: "A monk drinks tea in a bamboo grove.", title: "", language: .english, seed: 1)

        #expect(old.isPentatonic && old.hasZither)
        #expect(new.isPentatonic && !new.hasZither)
        #expect(!foreign.isPentatonic && !foreign.hasZither)
    }

    @Test("it knows hundreds of words, and a film's choice is kept as a word or a path")
    func words() throws {
        #expect(MoodReading.wordCount > 400)
        for choice in [FilmMusic.none, .auto, .file("/music/a b.mp3")] {
            let data = try JSONEncoder().encode([choice])
            #expect(try JSONDecoder().decode([FilmMusic].self, from: data) == [choice])
        }
        #expect(FilmMusic("none") == FilmMusic.none && FilmMusic("song.mp3").isFile)
    }

    @Test("a brief of an earlier version that names no music has none")
    func earlierBrief() throws {
        let brief = FilmBrief(
            text: "a", title: "a", language: .english, voice: "v", canvas: .landscape, seed: 1)
        let data = try JSONEncoder().encode(brief)
        var members = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        members["music"] = nil

        let earlier = try JSONDecoder().decode(FilmBrief.self, from: JSONSerialization.data(withJSONObject: members))

        #expect(brief.music == .auto)
        #expect(try JSONDecoder().decode(FilmBrief.self, from: data).music == .auto)
        #expect(earlier.music == FilmMusic.none)
    }
}
