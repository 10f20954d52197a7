import ArgumentParser
import BatchVideo
import Foundation
import Store

/// `batchvideo db`: the database's care.
struct DatabaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "db", abstract: "Migrates, backs up, restores and checks the database.",
        subcommands: [Migrate.self, Backup.self, Restore.self, Check.self])

    struct Migrate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Brings the schema up to date.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            let platform = try await data.platform()
            let report = try await SQLiteKeeper().check(platform.database)
            print("\(platform.folder.database.path) has schema \(report.schemaVersion)")
        }
    }

    struct Backup: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a copy while the platform goes on.")

        @Argument(help: "The file to write; it must not be there.") var file: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let platform = try await data.platform()
            try await SQLiteKeeper().backup(platform.database, to: URL(filePath: file))
            print("wrote \(file)")
        }
    }

    struct Restore: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts a backup in place of the database; nothing may run.")

        @Argument(help: "A file written by 'db backup'.") var file: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let folder = try DataFolder(data.settings().settings.dataFolder)
            try await SQLiteKeeper().restore(URL(filePath: file), to: folder.database)
            print("restored \(folder.database.path)")
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Looks for damage.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            let report = try await SQLiteKeeper().check(try await data.platform().database)
            for (table, count) in report.rows.sorted(by: { $0.key < $1.key }) {
                print("\(table)\t\(count)")
            }
            guard report.faults.isEmpty else {
                throw BatchVideoError(
                    .internal, "the database is damaged: \(report.faults.joined(separator: "; ")); restore a backup")
            }
            print("schema \(report.schemaVersion), no faults")
        }
    }
}
