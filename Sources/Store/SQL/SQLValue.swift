package import BatchVideo
package import Foundation

/// What a database stores in a cell.
package enum SQLValue: Sendable, Hashable {
    case null
    case int(Int64)
    case real(Double)
    case text(String)
}

/// What can be given as an argument of a statement.
package protocol SQLBindable {
    var sqlValue: SQLValue { get }
}

extension SQLValue: SQLBindable { package var sqlValue: SQLValue { self } }
extension Int: SQLBindable { package var sqlValue: SQLValue { .int(Int64(self)) } }
extension Bool: SQLBindable { package var sqlValue: SQLValue { .int(self ? 1 : 0) } }
extension Double: SQLBindable { package var sqlValue: SQLValue { .real(self) } }
extension String: SQLBindable { package var sqlValue: SQLValue { .text(self) } }
extension Date: SQLBindable { package var sqlValue: SQLValue { .text(SQLTime.text(self)) } }
extension JSONValue: SQLBindable { package var sqlValue: SQLValue { .text(text) } }
extension ExecutionState: SQLBindable { package var sqlValue: SQLValue { .text(rawValue) } }
extension Optional: SQLBindable where Wrapped: SQLBindable {
    package var sqlValue: SQLValue { self?.sqlValue ?? .null }
}
