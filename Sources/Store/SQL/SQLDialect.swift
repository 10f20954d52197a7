/// Everything in which the databases differ that our SQL must say. All other SQL is the common
/// subset of SQLite 3.40, MySQL 8 and MariaDB 10.11: no RETURNING, names in backticks, times as
/// text, JSON as text, foreign keys on table level, keys of at most 255 characters.
package enum SQLDialect: Sendable {
    case sqlite, mariaDB

    /// A primary key that the database counts up and never uses twice.
    package var autoID: String {
        switch self {
        case .sqlite: "INTEGER PRIMARY KEY AUTOINCREMENT"
        case .mariaDB: "BIGINT PRIMARY KEY AUTO_INCREMENT"
        }
    }

    /// After the closing bracket of CREATE TABLE. Text is compared byte by byte everywhere: the
    /// usual collations of MySQL hold 'a', 'A' and 'a ' to be equal.
    package var tableOptions: String {
        switch self {
        case .sqlite: ""
        case .mariaDB: " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"
        }
    }

    /// After the LIMIT of a SELECT that picks a row to change. SQLite has one writer anyway.
    package var skipLocked: String {
        switch self {
        case .sqlite: ""
        case .mariaDB: " FOR UPDATE SKIP LOCKED"
        }
    }

    /// After a SELECT whose rows the transaction goes on to change, so that nobody else does meanwhile.
    package var forUpdate: String {
        switch self {
        case .sqlite: ""
        case .mariaDB: " FOR UPDATE"
        }
    }

    /// A condition that finds the one argument, a LIKE pattern with `!` as escape, whatever the case
    /// of Latin letters.
    package func contains(_ column: String) -> String {
        switch self {
        case .sqlite: "\(column) LIKE ? ESCAPE '!'"
        case .mariaDB: "\(column) COLLATE utf8mb4_general_ci LIKE ? ESCAPE '!'"
        }
    }

    /// After the VALUES of an INSERT into a table with that unique key.
    package func upsert(key: [String], set: [String]) -> String {
        switch self {
        case .sqlite:
            "ON CONFLICT (\(key.map { "`\($0)`" }.joined(separator: ", "))) DO UPDATE SET "
                + set.map { "`\($0)` = excluded.`\($0)`" }.joined(separator: ", ")
        case .mariaDB:
            "ON DUPLICATE KEY UPDATE "
                + set.map { "`\($0)` = VALUES(`\($0)`)" }.joined(separator: ", ")
        }
    }

    /// Counts the tables named by the one argument.
    package var tableCount: String {
        switch self {
        case .sqlite: "SELECT COUNT(*) AS n FROM sqlite_master WHERE type = 'table' AND name = ?"
        case .mariaDB:
            "SELECT COUNT(*) AS n FROM information_schema.tables "
                + "WHERE table_schema = DATABASE() AND table_name = ?"
        }
    }
}
