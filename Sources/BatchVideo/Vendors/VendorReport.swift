/// A vendor that is configured, without its settings.
package struct VendorEntry: Hashable, Sendable, Codable {
    package var name: String
    /// What kind of vendor it is: "azure".
    package var vendor: String
    package var title: String
    /// What it does: "speech", "images".
    package var kinds: [String]

    package init(name: String, vendor: String, title: String, kinds: [String]) {
        self.name = name
        self.vendor = vendor
        self.title = title
        self.kinds = kinds
    }
}

/// What came of trying a vendor out: one small call for each thing it does.
package struct VendorReport: Sendable, Codable {
    package struct Result: Sendable, Codable {
        package var kind: String
        package var isGood: Bool
        /// What it gave, or why not; one line.
        package var words: String

        package init(kind: String, isGood: Bool, words: String) {
            self.kind = kind
            self.isGood = isGood
            self.words = words
        }
    }

    package var results: [Result]
    package var exchanges: [HTTPExchange]

    package init(results: [Result], exchanges: [HTTPExchange]) {
        self.results = results
        self.exchanges = exchanges
    }

    package var isGood: Bool { results.allSatisfy(\.isGood) }
}
