/// One request and what came back, for people to look at: no secrets, no long bodies.
package struct HTTPExchange: Hashable, Sendable, Codable {
    package var method: String
    package var url: String
    package var headers: [String: String]
    /// Its beginning; what is no text is told by its size.
    package var body: String
    /// Nil: nothing came back.
    package var status: Int?
    package var answerType: String?
    package var answer: String
    package var milliseconds: Int

    package init(
        method: String, url: String, headers: [String: String], body: String, status: Int? = nil,
        answerType: String? = nil, answer: String = "", milliseconds: Int = 0
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.status = status
        self.answerType = answerType
        self.answer = answer
        self.milliseconds = milliseconds
    }
}
