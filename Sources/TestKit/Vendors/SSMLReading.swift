package import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// SSML as a service reads it: with an XML parser, not by looking for pieces of text.
package struct SSMLReading: Sendable {
    /// All that is said.
    package private(set) var text = ""
    /// `name` of each `voice`.
    package private(set) var voices: [String] = []
    /// Names of the elements, in the order in which they begin.
    package private(set) var elements: [String] = []
    /// `rate` of the last `prosody`.
    package private(set) var rate: String?
    package private(set) var language: String?

    /// Nil when it is not well-formed, or its root is not `speak` of version 1.0.
    package init?(_ bytes: some Sequence<UInt8>) {
        let parser = XMLParser(data: Data(bytes))
        let listener = Listener()
        parser.delegate = listener
        guard parser.parse(), listener.elements.first == "speak", listener.version == "1.0" else {
            return nil
        }
        (text, voices, elements) = (listener.text, listener.voices, listener.elements)
        (rate, language) = (listener.rate, listener.language)
    }

    private final class Listener: NSObject, XMLParserDelegate {
        var text = ""
        var voices: [String] = []
        var elements: [String] = []
        var rate: String?
        var language: String?
        var version: String?

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            elements.append(name)
            switch name {
            case "speak": (version, language) = (attributes["version"], attributes["xml:lang"])
            case "voice": voices.append(attributes["name"] ?? "")
            case "prosody": rate = attributes["rate"]
            default: break
            }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    }
}
