import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

@Suite("The user's own media")
struct UserMediaTests {
    private func files(_ names: [String], in studio: TestStudio) throws -> [String] {
        try names.map { name in
            let file = studio.folder.file(name)
            try Data(name.utf8).write(to: file)
            return file.path
        }
    }

    @Test("a broken picture is named and left out")
    func broken() async throws {
        let studio = try TestStudio()
        let images = try files(["a.jpg", "broken.jpg", "c.jpg"], in: studio)

        let publication = try await studio.make(studio.brief { $0.images = images })

        #expect(studio.events.warnings == ["left out: broken.jpg is broken"])
        #expect(publication.manifest.warnings == ["left out: broken.jpg is broken"])
        let sources = Set(publication.manifest.shots.map(\.visual.provenance.source))
        #expect(sources.contains("user-image"))
    }

    @Test("when no picture can be used, that is an error that names the first")
    func allBroken() async throws {
        let studio = try TestStudio()
        let images = try files(["broken.jpg"], in: studio)

        let error = await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief { $0.images = images })
        }

        #expect(error?.code == .invalid)
        #expect(error?.message.contains("broken.jpg") == true)
    }

    @Test("a broken logo is wrong input, named")
    func brokenLogo() async throws {
        let studio = try TestStudio()
        let logo = try files(["broken.png"], in: studio)[0]

        let error = await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief { $0.logo = logo })
        }

        #expect(error?.code == .invalid)
        #expect(error?.message.contains("broken.png") == true)
    }

    @Test("clips fill the moving shots and say whose they are")
    func footage() async throws {
        let studio = try TestStudio()
        let clips = try files(["x.mp4", "y.mp4"], in: studio)

        let publication = try await studio.make(
            studio.brief {
                $0.footage = clips
                $0.mix = 50
            })

        let moving = publication.manifest.shots.filter { $0.shot.isMoving }
        #expect(!moving.isEmpty)
        #expect(moving.allSatisfy { $0.visual.provenance.source == "user-footage" })
    }

    @Test("a file that vanished is an error before any work")
    func vanished() async throws {
        let studio = try TestStudio()

        let error = await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief { $0.images = ["/nowhere/a.jpg"] })
        }

        #expect(error?.code == .notFound)
    }
}
