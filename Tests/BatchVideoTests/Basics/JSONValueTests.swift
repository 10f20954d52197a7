import BatchVideo
import Testing

@Suite("Free-form JSON")
struct JSONValueTests {
    @Test(
        "text comes back as it was, keys sorted",
        arguments: [
            "null", "true", "0", "-1.5", "12345678901234", "\"中文 \\\"quoted\\\"\"", "[1,[2,null],{}]",
            "{\"a\":{\"b\":[false]},\"z\":\"/\"}",
        ])
    func roundTrip(text: String) throws {
        #expect(try JSONValue(parsing: text).text == text)
    }

    @Test("true is not 1")
    func flags() throws {
        #expect(try JSONValue(parsing: "[true,1]") == [true, 1])
        #expect(try JSONValue(parsing: "true").number == nil)
        #expect(try JSONValue(parsing: "1").bool == nil)
        #expect(try JSONValue(parsing: "1.5").int == nil)
        #expect(try JSONValue(parsing: "7").int == 7)
    }

    @Test("broken text is refused", arguments: ["", "{", "[1", "nul", "'a'"])
    func refused(text: String) {
        #expect(throws: BatchVideoError.self) { try JSONValue(parsing: text) }
    }

    @Test("objects are merged key by key and null takes a key away")
    func merging() {
        let old: JSONValue = ["keep": 1, "change": ["deep": 1], "drop": true]

        let new = old.merging(["change": "x", "drop": .null, "add": []])

        #expect(new == ["keep": 1, "change": "x", "add": []])
        #expect(old.merging([1]) == [1])
    }
}
