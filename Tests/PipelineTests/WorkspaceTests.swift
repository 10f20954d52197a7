import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Pipeline

@Suite("Workspaces")
struct WorkspaceTests {
    @Test("a workspace in use is refused to a second owner, and free again afterwards")
    func lock() throws {
        let folder = try TemporaryFolder()
        var first: Workspace? = try Workspace(folder.file("work"))

        let error = #expect(throws: BatchVideoError.self) { try Workspace(folder.file("work")) }
        #expect(error?.code == .conflict)

        _ = first
        first = nil
        #expect(throws: Never.self) { try Workspace(folder.file("work")) }
    }

    @Test("a refused workspace closes nothing that others opened meanwhile")
    func refusedCleanly() async throws {
        let folder = try TemporaryFolder()
        let held = try Workspace(folder.file("work"))
        async let refusals: Void = {
            for _ in 0..<4_000 { _ = try? Workspace(folder.file("work")) }
        }()
        var lost = 0
        for _ in 0..<40_000 {
            let opened = open("/dev/null", O_RDONLY | O_CLOEXEC)
            var facts = stat()
            if fstat(opened, &facts) != 0 || facts.st_mode & S_IFMT != S_IFCHR { lost += 1 } else { close(opened) }
        }
        await refusals
        #expect(lost == 0 && FileManager.default.fileExists(atPath: held.root.path))
    }

    @Test("a folder that cannot be made is an error that says what to set")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        try Data().write(to: folder.file("plain"))

        let error = #expect(throws: BatchVideoError.self) {
            try Workspace(folder.file("plain").appending(path: "work"))
        }

        #expect(error?.code == .unwritable)
        #expect(error?.message.contains("BATCHVIDEO_CACHE") == true)
    }

    @Test("the shelf keeps the workspaces used last and those in use")
    func prune() throws {
        let folder = try TemporaryFolder()
        let shelf = WorkspaceShelf(folder: folder.file("shelf"), limit: 2)
        let held = try shelf.workspace(for: folder.file("0.mp4"))
        for number in 1...4 {
            let root = try shelf.workspace(for: folder.file("\(number).mp4")).root
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSinceNow: Double(number))],
                ofItemAtPath: root.path)
        }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -100)], ofItemAtPath: held.root.path)

        shelf.prune()

        let left = try FileManager.default.contentsOfDirectory(atPath: folder.file("shelf").path)
        #expect(left.count == 3)
        #expect(FileManager.default.fileExists(atPath: held.root.path))
    }

    @Test("the cache is where the environment says")
    func environment() throws {
        let folder = try TemporaryFolder()
        let shelf = WorkspaceShelf.standard(environment: [
            "BATCHVIDEO_CACHE": folder.file("own").path, "HOME": "/nowhere",
        ])

        let workspace = try shelf.workspace(for: folder.file("film.mp4"))

        #expect(workspace.root.path.hasPrefix(folder.file("own").path))
    }

    @Test("a file that many write at once is there whole, and none of them fails")
    func sameFileAtOnce() async throws {
        let folder = try TemporaryFolder()
        let file = folder.file("sentence.wav")

        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                group.addTask { try DurableFile.write(Data(repeating: UInt8(number), count: 200_000), to: file) }
            }
            try await group.waitForAll()
        }

        let bytes = try Data(contentsOf: file)
        #expect(bytes.count == 200_000 && Set(bytes).count == 1)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["sentence.wav"])
    }
}
