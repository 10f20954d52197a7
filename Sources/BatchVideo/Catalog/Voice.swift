/// A speaker that a provider offers.
package struct Voice: Hashable, Sendable, Codable {
    package enum Gender: String, Sendable, Codable { case female, male, neutral }

    /// What people type: "zh-female", "en-us".
    package var id: String
    /// What people read: "Mandarin, female (offline)".
    package var name: String
    package var language: Language
    package var gender: Gender
    /// The provider that speaks it: "embedded", "azure".
    package var provider: String

    package init(id: String, name: String, language: Language, gender: Gender, provider: String) {
        self.id = id
        self.name = name
        self.language = language
        self.gender = gender
        self.provider = provider
    }
}
