/// A question to a language model.
package struct ModelQuestion: Hashable, Sendable, Codable {
    package var system: String
    package var text: String
    /// JSON schema (draft 2020-12) of the answer; nil: plain text.
    package var schema: JSONValue?
    /// What the schema is called: letters, digits and _.
    package var name: String
    /// 0 ... 2.
    package var temperature: Double
    package var maxTokens: Int

    package init(
        system: String, text: String, schema: JSONValue? = nil, name: String = "answer",
        temperature: Double = 0.3, maxTokens: Int = 4096
    ) {
        self.system = system
        self.text = text
        self.schema = schema
        self.name = name
        self.temperature = temperature
        self.maxTokens = maxTokens
    }
}

package struct ModelAnswer: Hashable, Sendable {
    /// Without thoughts and code fences; JSON text when a schema was asked for (not checked against it).
    package var text: String
    package var inputTokens: Int
    package var outputTokens: Int
    package var cost: VendorCost

    package init(text: String, inputTokens: Int = 0, outputTokens: Int = 0, cost: VendorCost) {
        self.text = text
        self.inputTokens = inputTokens
        self.outputTokens = outputTokens
        self.cost = cost
    }
}

/// Port: a language model. A unit of cost is a thousand tokens, in and out.
///
/// Throws what vendors throw; an answer cut off at `maxTokens` is an `.outage` that says so.
package protocol LanguageModel: VendorPart {
    func answer(_ question: ModelQuestion, slip: CallSlip) async throws -> ModelAnswer
}
