import BatchVideo

extension VendorSetting {
    static let voices = VendorSetting(
        "voices",
        "Voices to offer by the vendor's names (zh-CN-XiaoxiaoNeural), as a list, or a map of name and "
            + "language; any name is taken when left out.")
}

extension VendorSettings {
    /// The setting `voices`: names, or names and their languages (BCP 47); a name that tells its own
    /// language, such as zh-CN-XiaoxiaoNeural, has that one.
    func voices() throws -> [Voice] {
        guard let value = json("voices") else { return [] }
        if value.object != nil {
            return try map("voices").sorted { $0.key < $1.key }.map { voice($0.key, Language($0.value)) }
        }
        return try texts("voices").map { name in
            let parts = name.split(separator: "-")
            let code = parts.count > 2 && parts[0].count <= 3 ? parts[0...1].joined(separator: "-") : "mul"
            return voice(name, Language(code))
        }
    }

    func voice(_ id: String, _ language: Language, gender: Voice.Gender = .neutral) -> Voice {
        Voice(id: id, name: id, language: language, gender: gender, provider: name)
    }
}
