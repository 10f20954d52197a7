/// How a database is.
package struct DatabaseReport: Sendable, Equatable {
    /// Empty when all is well.
    package var faults: [String]
    /// The number of its last migration; 0 for an empty database.
    package var schemaVersion: Int
    /// Rows by table.
    package var rows: [String: Int]

    package init(faults: [String], schemaVersion: Int, rows: [String: Int]) {
        self.faults = faults
        self.schemaVersion = schemaVersion
        self.rows = rows
    }
}
