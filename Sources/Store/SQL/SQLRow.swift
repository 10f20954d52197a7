package import BatchVideo
package import Foundation

/// One row of a result, read by column name.
///
/// Reading a cell as what it is not is a fault of ours or of a foreign hand in the database; it
/// throws `.internal` naming the column.
package struct SQLRow: Sendable {
    private let names: [String: Int]
    private let values: [SQLValue]

    package init(names: [String: Int], values: [SQLValue]) {
        self.names = names
        self.values = values
    }

    package func value(_ column: String) throws -> SQLValue {
        guard let place = names[column] else { throw wrong(column, "is not in the result") }
        return values[place]
    }

    package func int(_ column: String) throws -> Int {
        guard let number = try optionalInt(column) else { throw wrong(column, "is NULL") }
        return number
    }

    package func optionalInt(_ column: String) throws -> Int? {
        switch try value(column) {
        case .null: nil
        case .int(let number): Int(number)
        case .real, .text: throw wrong(column, "is not a whole number")
        }
    }

    package func bool(_ column: String) throws -> Bool { try int(column) != 0 }

    package func double(_ column: String) throws -> Double {
        switch try value(column) {
        case .int(let number): Double(number)
        case .real(let number): number
        case .null, .text: throw wrong(column, "is not a number")
        }
    }

    package func text(_ column: String) throws -> String {
        guard let text = try optionalText(column) else { throw wrong(column, "is NULL") }
        return text
    }

    package func optionalText(_ column: String) throws -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        case .int, .real: throw wrong(column, "is not text")
        }
    }

    package func date(_ column: String) throws -> Date {
        guard let date = try optionalDate(column) else { throw wrong(column, "is NULL") }
        return date
    }

    package func optionalDate(_ column: String) throws -> Date? {
        guard let text = try optionalText(column) else { return nil }
        guard let date = SQLTime.date(text) else { throw wrong(column, "is not a time") }
        return date
    }

    package func json(_ column: String) throws -> JSONValue { try decoded(column) }

    /// The value of a JSON column.
    package func decoded<Value: Decodable>(_ column: String) throws -> Value {
        do {
            return try StoredJSON.value(text(column))
        } catch let error as DecodingError {
            throw wrong(column, "holds JSON that cannot be read", cause: error)
        }
    }

    private func wrong(_ column: String, _ what: String, cause: (any Error)? = nil) -> BatchVideoError {
        BatchVideoError(
            .internal, "the database is damaged or foreign: column \(column) \(what)", cause: cause)
    }
}
