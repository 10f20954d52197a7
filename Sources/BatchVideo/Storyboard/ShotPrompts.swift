/// How the pictures of a film are to look: what a topic says (requirements L1-L7).
package struct PictureLook: Hashable, Sendable, Codable {
    /// What a language model is told, the specification's `prompt_gen_image`; nil: our own words.
    package var instruction: String?
    /// Stands before every prompt.
    package var prefix: String?
    /// Of the cover, in place of a prompt made of the title.
    package var coverPrompt: String?
    package var lora: Lora?
    /// The main person looks the same in all pictures (`generate_type: same`); nil: no.
    package var keepsActor: Bool?

    package init(
        instruction: String? = nil, prefix: String? = nil, coverPrompt: String? = nil, lora: Lora? = nil,
        keepsActor: Bool? = nil
    ) {
        self.instruction = instruction
        self.prefix = prefix
        self.coverPrompt = coverPrompt
        self.lora = lora
        self.keepsActor = keepsActor
    }
}

/// Asks a language model what the shots of a film are to show, and reads its answers.
package struct ShotPrompts: Sendable {
    package let shots: [Shot]
    package let title: String
    package let look: PictureLook?

    /// Shots in one question.
    package static let batch = 50
    /// Unicode scalars of a prompt.
    private static let longest = 800

    package init(shots: [Shot], title: String, look: PictureLook?) {
        self.shots = shots
        self.title = title
        self.look = look
    }

    private static let ownInstruction = """
        You direct the pictures of a narrated film. For each numbered sentence describe in English, in 30 to 50 words, \
        one concrete photographable scene: subject, place, light, mood, camera distance. No text, letters, logos or \
        watermarks in the scene. Keep persons, places and style the same from shot to shot.
        """

    private var schema: JSONValue {
        var members: [String: JSONValue] = ["index": ["type": "integer"], "prompt": ["type": "string"]]
        if keepsActor { members["is_actor"] = ["type": "boolean"] }
        let item: JSONValue = [
            "type": "object", "additionalProperties": false,
            "required": .array(members.keys.sorted().map { .string($0) }), "properties": .object(members),
        ]
        return [
            "type": "object", "additionalProperties": false, "required": ["prompts"],
            "properties": ["prompts": ["type": "array", "items": item]],
        ]
    }

    private var keepsActor: Bool { look?.keepsActor == true }

    private static let actorRule = " Set is_actor to true where the story's main person is seen."

    /// A question about some of the shots.
    ///
    /// - Parameter attempt: from 1; another attempt is another question, so that a cache in between
    ///   does not give the same bad answer again.
    package func question(about indices: [Int], attempt: Int) -> ModelQuestion {
        let lines = indices.map { "\($0 + 1). \(shots[$0].text)" }.joined(separator: "\n")
        let again = attempt > 1 ? "\n(Attempt \(attempt): answer for every number, in English.)" : ""
        return ModelQuestion(
            system: (look?.instruction ?? Self.ownInstruction) + (keepsActor ? Self.actorRule : ""),
            text: "Title: \(title)\n\(lines)\(again)", schema: schema, name: "shots",
            maxTokens: 256 + indices.count * 160)
    }

    /// What a shot is to show.
    package struct Prompt: Hashable, Sendable {
        package var text: String
        package var showsActor: Bool
    }

    /// What the main person looks like; nil when it is not to stay the same.
    package var actorQuestion: ModelQuestion? {
        guard keepsActor else { return nil }
        return ModelQuestion(
            system: """
                Describe the main person of the story in English, in 30 to 40 words, so that a painter always paints \
                the same person: age, sex, build, face, hair, clothes and their colours. No name, no place, no deed. \
                Answer with the description alone; with NONE when the story has no main person.
                """,
            text: "Title: \(title)\n" + shots.map(\.text).joined(separator: "\n").prefix(6_000),
            maxTokens: 512)
    }

    /// The description of an answer; nil when there is no such person or it cannot be used.
    package static func actor(in answer: ModelAnswer) -> String? {
        let text = answer.text.split(whereSeparator: \.isNewline).joined(separator: " ").trimming(" \"'.")
        let isNone = text.isEmpty || text.uppercased().hasPrefix("NONE")
        guard !isNone, text.count <= longest, !text.unicodeScalars.contains(where: isIdeograph) else { return nil }
        return text
    }

    /// The prompts of an answer that can be used, by shot; empty when it cannot be read at all.
    package func prompts(in answer: ModelAnswer, for indices: [Int]) -> [Int: Prompt] {
        guard let value = try? JSONValue(parsing: answer.text) else { return [:] }
        let items = value["prompts"]?.array ?? value.array ?? []
        var found: [Int: Prompt] = [:]
        for item in items {
            guard let number = item["index"]?.int, indices.contains(number - 1),
                let text = item["prompt"]?.string?.split(whereSeparator: \.isNewline).joined(separator: " "),
                text.unicodeScalars.contains(where: \.properties.isAlphabetic),
                !text.unicodeScalars.contains(where: Self.isIdeograph)
            else { continue }
            found[number - 1] = Prompt(
                text: String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest))),
                showsActor: keepsActor && item["is_actor"]?.bool == true)
        }
        return found
    }

    private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
        (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
            || (0xAC00...0xD7AF).contains(scalar.value)
    }

    /// With the topic's prefix before it, and the main person told where it is seen.
    package func complete(_ prompt: Prompt, actor: String?) -> String {
        guard prompt.showsActor, let actor else { return complete(prompt.text) }
        return complete("\(prompt.text.trimming(" .")). The person: \(actor)")
    }

    /// With the topic's prefix before it.
    package func complete(_ prompt: String) -> String {
        guard let prefix = look?.prefix?.trimming(" ,.，。"), !prefix.isEmpty else { return prompt }
        return "\(prefix), \(prompt)"
    }

    /// What is asked for when no model helps: the beginning of what is said.
    package func plain(_ index: Int) -> String { complete(String(shots[index].text.prefix(100))) }
}

extension String {
    fileprivate func trimming(_ marks: String) -> String {
        var text = self[...]
        while let last = text.last, marks.contains(last) { text.removeLast() }
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        return String(text)
    }
}
