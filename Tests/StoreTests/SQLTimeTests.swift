import BatchVideo
import Foundation
import Store
import Testing

@Suite("Times in the database")
struct SQLTimeTests {
    @Test(
        "a time becomes text that sorts and comes back",
        arguments: [
            (0.0, "1970-01-01 00:00:00.000"), (951_782_400.5, "2000-02-29 00:00:00.500"),
            (1_795_511_103.12, "2026-11-24 09:05:03.120"), (4_107_542_399.999, "2100-02-28 23:59:59.999"),
            (-0.001, "1969-12-31 23:59:59.999"),
        ])
    func roundTrip(seconds: Double, text: String) {
        let date = Date(timeIntervalSince1970: seconds)

        #expect(SQLTime.text(date) == text)
        #expect(SQLTime.date(text) == date)
    }

    @Test("thousands of days agree with Foundation")
    func agrees() throws {
        var style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        style.timeZone = .gmt
        for step in 0..<2_000 {
            let date = Date(timeIntervalSince1970: Double(step) * 1_987_654.321)
            let rounded = try #require(SQLTime.date(SQLTime.text(date)))

            let theirs = style.format(rounded).replacing("T", with: " ").replacing("Z", with: "")

            #expect(SQLTime.text(rounded).prefix(19) == theirs.prefix(19))
        }
    }

    @Test("other text is no time", arguments: ["", "2026-11-24", "2026-11-24T09:05:03.120Z", "now"])
    func refused(text: String) {
        #expect(SQLTime.date(text) == nil)
    }
}
