import BatchVideo

/// One step of the schema's history. Never edited once released: the next change is the next number.
package struct Migration: Sendable {
    package var number: Int
    package var name: String
    /// One statement each; MySQL commits at every one.
    package var statements: @Sendable (SQLDialect) -> [String]

    package init(number: Int, name: String, statements: @escaping @Sendable (SQLDialect) -> [String]) {
        self.number = number
        self.name = name
        self.statements = statements
    }

    /// Tells whether a migration that ran is the one we know.
    package func checksum(_ dialect: SQLDialect) -> String {
        let digits = String(StableHash.of(statements(dialect).joined(separator: ";\n")), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// All, in order.
    package static let all: [Migration] = [.people, .jobs, .platform, .footage, .captions, .logins]
}
