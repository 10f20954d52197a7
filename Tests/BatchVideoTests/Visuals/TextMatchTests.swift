@testable import BatchVideo
import Testing

@Suite("Text matching")
struct TextMatchTests {
    @Test("finds what says nearly the same, in order, and nothing else")
    func places() {
        let shots = ["雾从河面慢慢升起。", "鸟叫了一声，又飞走了。", "太阳出来了，照着山谷。"]

        #expect(TextMatch.places(of: shots, among: shots) == [0, 1, 2])
        #expect(TextMatch.places(of: [shots[2]], among: ["新的一句话。"] + shots) == [3])
        #expect(TextMatch.places(of: ["鸟叫了两声，又飞走了。", "完全不同的话。"], among: shots) == [1, nil])
        #expect(TextMatch.places(of: [shots[1]], among: [shots[0], shots[1] + shots[2]]) == [1])
        #expect(TextMatch.places(of: [], among: shots).isEmpty)
        #expect(TextMatch.places(of: ["", "…"], among: shots) == [nil, nil])
    }

    @Test("does not take common letters for the same words")
    func chance() {
        let long = """
            The old man climbs the tower before the sun goes down over the sea. Snow covered the whole \
            coast and the village slept in silence.
            """
        #expect(TextMatch.places(of: [long], among: ["Nothing of it is left. Quite another tale."]) == [nil])
    }

    @Test("equal texts go to equal texts, each to its own")
    func repeated() {
        let line = "Row, row, row your boat."
        #expect(TextMatch.places(of: [line, line], among: ["Gently down the stream.", line, line]) == [1, 2])
    }
}
