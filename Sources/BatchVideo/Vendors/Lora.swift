/// A LoRA of a topic (requirements G4, G5).
package struct Lora: Hashable, Sendable, Codable {
    package var name: String
    /// 0 ... 100, as people type it; servers get a hundredth.
    package var weight: Int

    package init(name: String, weight: Int) {
        self.name = name
        self.weight = weight
    }

    /// 0 ... 2.
    package var scale: Double { min(2, max(0, Double(weight) / 100)) }

    /// The words that wake it: what follows the last "-" of its name ("ink-shuimo" has "shuimo"),
    /// unless a table knows better.
    package func trigger(_ table: [String: String] = [:]) -> String? {
        if let known = table[name] { return known.isEmpty ? nil : known }
        guard let dash = name.lastIndex(of: "-") else { return nil }
        let word = name[name.index(after: dash)...]
        return word.isEmpty ? nil : String(word)
    }

    /// The prompt with the trigger before it, once.
    package func waking(_ prompt: String, _ table: [String: String] = [:]) -> String {
        guard let trigger = trigger(table), !prompt.lowercased().contains(trigger.lowercased()) else {
            return prompt
        }
        return "\(trigger), \(prompt)"
    }
}
