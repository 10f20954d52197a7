/// How a film says that models made parts of it, as GB 45438-2025 asks for in China.
package enum AILabel: String, Sendable, Codable, CaseIterable {
    /// Not at all; where the law asks for a label, the one who publishes has to put it there.
    case none
    /// In the file's metadata.
    case metadata
    /// There, and over the film's first seconds.
    case opening
    /// There, and all the time.
    case always

    /// Seconds that an opening label is seen; the standard asks for two.
    package static let openingSeconds = 3.0
    /// Its letters' height as a share of the shorter side; the standard asks for a twentieth.
    package static let letterShare = 0.052

    package var isSeen: Bool { self == .opening || self == .always }

    /// What is read.
    package static func text(in language: Language) -> String {
        language.isChinese ? "AI生成" : "AI-generated"
    }
}

/// What models made of a film.
package struct AIContent: Hashable, Sendable, Codable {
    /// Names of the vendors that made pictures, clips or speech, each once, sorted.
    package var vendors: [String]

    package init(vendors: some Sequence<String>) { self.vendors = Set(vendors).sorted() }

    package var isEmpty: Bool { vendors.isEmpty }

    /// The implicit label: a member AIGC of the metadata with the members of the standard, and a
    /// comment for people.
    ///
    /// - Parameter id: names this film among all of its producer.
    package func tags(producer: String, id: String) -> [String: String] {
        let label: JSONValue = [
            "Label": "1", "ContentProducer": .string(producer), "ProduceID": .string(id), "ReservedCode1": "",
            "ContentPropagator": "", "PropagateID": "", "ReservedCode2": "",
        ]
        return ["AIGC": label.text, "comment": "AI-generated in part, by \(vendors.joined(separator: ", "))"]
    }
}
