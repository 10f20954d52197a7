import Foundation
import TestKit
import Testing

@Suite("Server and workers that are killed while jobs are filed and made")
struct CrashDrillTests {
    @Test("end every accepted job once, and pay for nothing twice", .timeLimit(.minutes(20)))
    func drill() async throws {
        let folder = try TemporaryFolder("drill")

        let (status, text) = try await DrillProgram.run([
            "drive", "--data", folder.url.path, "--jobs", "40", "--kill-every", "6", "--seed", "7",
            "--lease-ms", "1000", "--rescue-ms", "200", "--task-ms", "60", "--stale-ms", "500",
        ])

        #expect(status == 0, "\(text)")
        #expect(text.contains("jobs accepted: 40\n"), "\(text)")
        #expect(text.hasSuffix("PASSED\n"), "\(text)")
    }
}
