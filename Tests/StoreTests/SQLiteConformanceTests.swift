import BatchVideo
import Foundation
import Store
import TestKit
import Testing

@Suite("SQLite as the store")
struct SQLiteConformanceTests {
    @Test("conforms", .timeLimit(.minutes(20)), arguments: StoreConformance.all)
    func conforms(_ check: StoreCheck) async throws {
        let folder = try TemporaryFolder()
        let database = try SQLiteDatabase(file: folder.url.appending(path: "batchvideo.sqlite"))

        try await check.run(on: SQLStore(migrating: database, now: Date()).stores)

        try database.close()
    }
}
