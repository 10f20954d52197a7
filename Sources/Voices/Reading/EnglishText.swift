import BatchVideo
import Foundation

/// Spells out what flite's own text analysis reads badly: dates, capitals, signs, addresses.
///
/// Figures, money, ordinals, years and times stay for the engine, which reads those well.
enum EnglishText {
    static func spelledOut(_ text: SpokenText) -> SpokenText {
        let isShouted = isShouted(text)
        var out = text
        for index in out.tokens.indices {
            let before = index > 0 ? text.tokens[index - 1].text : ""
            var word = ascii(text.tokens[index].text)
            if isShouted { word = word.lowercased() }
            out.tokens[index].text = spoken(word, after: before)
        }
        return out
    }

    private static func spoken(_ word: String, after before: String) -> String {
        if let known = wholeWords[word.lowercased()] { return known }
        if let date = date(word) { return date }
        if let unit = unit(word, after: before) { return unit }
        if isAddress(word) { return address(word) }
        if let money = money(word) { return money }
        if isInitials(word) { return word.map(String.init).joined(separator: ".") }
        let signs = word.contains { signNames[$0] != nil || $0 == "/" || $0 == "-" }
        return signs ? withSigns(word) : word
    }

    /// Plain letters and marks that flite knows.
    private static func ascii(_ word: String) -> String {
        let plain = word.replacingOccurrences(of: "’", with: "'")
            .replacingOccurrences(of: "‑", with: "-").replacingOccurrences(of: "–", with: "-")
            .replacingOccurrences(of: "−", with: "-")
        guard plain.unicodeScalars.contains(where: { !$0.isASCII && !signs.contains($0) }) else {
            return plain
        }
        let compatible = plain.precomposedStringWithCompatibilityMapping
            .replacingOccurrences(of: "\u{2044}", with: "/")
        return compatible.applyingTransform(latin, reverse: false) ?? compatible
    }

    private static let latin = StringTransform("Any-Latin; Latin-ASCII")
    /// Signs that are read below.
    private static let signs = Set("°€£¥￥₹₩₽×÷§‰·℃℉".unicodeScalars)

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// 2024-12-31 -> December 31st 2024.
    private static func date(_ word: String) -> String? {
        let parts = word.split(whereSeparator: { $0 == "-" || $0 == "/" }).map { Int($0) }
        guard word.count <= 10, parts.count == 3, let year = parts[0], let month = parts[1],
            let day = parts[2], (1000...2999).contains(year), (1...12).contains(month),
            (1...31).contains(day)
        else { return nil }
        let ending = [1: "st", 2: "nd", 3: "rd"][(11...13).contains(day) ? 0 : day % 10] ?? "th"
        return "\(months[month - 1]) \(day)\(ending) \(year)"
    }

    /// "km" after a figure, "20°C" with one in front.
    private static func unit(_ word: String, after before: String) -> String? {
        if before.last?.isNumber == true, let name = units[word] { return name }
        for (sign, name) in degrees where word.hasSuffix(sign) {
            let figure = word.dropLast(sign.count)
            guard figure.last?.isNumber == true || figure.isEmpty else { continue }
            return (figure.isEmpty ? "" : "\(figure) ") + name
        }
        return nil
    }

    private static func isAddress(_ word: String) -> Bool {
        let lower = word.lowercased()
        let dots = lower.split(separator: ".", omittingEmptySubsequences: false)
        return lower.hasPrefix("www.") || lower.contains("://") || lower.contains("@")
            || (dots.count >= 2 && domains.contains(String(dots[dots.count - 1].prefix { $0 != "/" })))
    }

    private static func address(_ word: String) -> String {
        var out = ""
        for character in word.lowercased().replacingOccurrences(of: "://", with: " ") {
            switch character {
            case ".": out += " dot "
            case "@": out += " at "
            case "/": out += " slash "
            case "-": out += " dash "
            case "_": out += " underscore "
            case _ where character.isLetter || character.isNumber: out.append(character)
            default: out += " "
            }
        }
        return out.replacingOccurrences(of: "www", with: "w w w")
            .split(separator: " ").joined(separator: " ")
    }

    /// €50 -> 50 euros. Dollars are flite's.
    private static func money(_ word: String) -> String? {
        guard let sign = word.first, let names = currencies[sign] else { return nil }
        let amount = word.dropFirst()
        guard amount.first?.isNumber == true else { return names.many }
        return "\(amount) \(amount == "1" ? names.one : names.many)"
    }

    /// Two or three capitals are spelled ("AI", "the GDP"), longer ones read ("NASA").
    private static func isInitials(_ word: String) -> Bool {
        (2...3).contains(word.count) && word.allSatisfy { $0.isASCII && $0.isUppercase }
            && !wordsInCapitals.contains(word.lowercased())
    }

    private static func isShouted(_ text: SpokenText) -> Bool {
        let letters = text.tokens.map(\.text).joined().filter(\.isLetter)
        return letters.count > 12 && letters.allSatisfy { !$0.isLowercase }
    }

    private static func withSigns(_ word: String) -> String {
        var out = ""
        let letters = Array(word)
        for (index, letter) in letters.enumerated() {
            let isBetweenFigures = index > 0 && letters[index - 1].isNumber
                && index + 1 < letters.count && letters[index + 1].isNumber
            if let name = signNames[letter] {
                out += " \(name) "
            } else if letter == "/", !isFraction(word) {
                out += " "
            } else if letter == "-", !isBetweenFigures, index > 0 {
                out += " "
            } else {
                out.append(letter)
            }
        }
        return out.split(separator: " ").joined(separator: " ")
    }

    /// 1/2 is "a half" to flite; 24/7 is two numbers.
    private static func isFraction(_ word: String) -> Bool {
        let parts = word.split(separator: "/").map { Int($0) }
        guard parts.count == 2, let top = parts[0], let bottom = parts[1] else { return false }
        return top < bottom && bottom <= 10
    }

    private static let wholeWords = [
        "e.g": "for example", "i.e": "that is", "vs": "versus", "approx": "approximately",
        "ph.d": "P.H.D", "etc": "et cetera", "w/o": "without", "&": "and",
    ]
    private static let units = [
        "km": "kilometers", "cm": "centimeters", "mm": "millimeters", "kg": "kilograms",
        "mg": "milligrams", "ml": "milliliters", "mph": "miles per hour",
        "km/h": "kilometers per hour", "GB": "gigabytes", "MB": "megabytes", "TB": "terabytes",
        "kWh": "kilowatt hours", "MW": "megawatts", "GHz": "gigahertz", "MHz": "megahertz",
        "Hz": "hertz", "kHz": "kilohertz", "ms": "milliseconds",
    ]
    private static let degrees = [
        ("°C", "degrees Celsius"), ("°F", "degrees Fahrenheit"), ("℃", "degrees Celsius"),
        ("℉", "degrees Fahrenheit"), ("°", "degrees"),
    ]
    private static let domains: Set<String> = ["com", "org", "net", "io", "ai", "cn", "edu", "gov"]
    private static let currencies: [Character: (one: String, many: String)] = [
        "€": ("euro", "euros"), "£": ("pound", "pounds"), "¥": ("yuan", "yuan"), "￥": ("yuan", "yuan"),
        "₹": ("rupee", "rupees"), "₩": ("won", "won"), "₽": ("ruble", "rubles"),
    ]
    private static let signNames: [Character: String] = [
        "&": "and", "+": "plus", "=": "equals", "#": "number", "×": "times", "÷": "divided by",
        "@": "at", "°": "degrees", "§": "section", "_": "", "·": "", "‰": "per mille",
    ]
    private static let wordsInCapitals: Set<String> = [
        "the", "and", "not", "all", "new", "you", "yes", "now", "one", "two", "out", "off", "who",
        "why", "how", "can", "but", "for", "get", "big", "top", "day", "no", "ok", "so", "to", "of",
        "in", "on", "is", "it", "we", "he", "me", "my", "be", "do", "go", "up", "if", "or", "as",
        "at", "by", "an", "am",
    ]
}
