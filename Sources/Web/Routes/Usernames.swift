internal import Foundation

enum Usernames {
    static func isValid(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
                || "._@-".unicodeScalars.contains($0) || (0x4E00...0x9FFF).contains($0.value)
        }
    }

    static func isPrintable(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy { $0.value > 0x1F && $0.value != 0x7F }
    }

    static func isUUID(_ text: String) -> Bool {
        UUID(uuidString: text) != nil && text == text.lowercased()
    }
}
