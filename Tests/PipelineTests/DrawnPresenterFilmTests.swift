import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

@Suite("Films with a drawn presenter", .timeLimit(.minutes(20)))
struct DrawnPresenterFilmTests {
    private func choice(
        _ place: PresenterPlan.Place = .corner(.bottomRight, .circle), file: String? = nil, hasConsent: Bool? = nil
    ) -> PresenterChoice {
        PresenterChoice(
            file: file, hasConsent: hasConsent, drawn: file == nil ? DrawnFigure(.elderMan, .warm) : nil, place: place,
            appearance: .whole)
    }

    private func drawings(_ studio: TestStudio) -> Int {
        studio.log.all.count { $0.hasPrefix("presenter ") }
    }

    @Test("a figure is drawn for every frame of the narration, and the manifest calls it a drawing")
    func drawn() async throws {
        let studio = try TestStudio()

        let bare = try await studio.make(studio.brief())
        let made = try await studio.make(studio.brief { $0.presenter = choice() })

        let frames = made.manifest.frameCount
        #expect(frames == bare.manifest.frameCount)
        #expect(drawings(studio) == 1)
        let drawn = studio.log.all.compactMap { line in
            line.hasPrefix("presenter ") ? Int(line.dropFirst("presenter ".count)) : nil
        }
        #expect((frames...frames + 2).contains(drawn.first ?? 0))
        let timeline = try JSONDecoder().decode(Timeline.self, from: Data(contentsOf: studio.paths.film))
        #expect(timeline.presenter?.spans == [0..<frames])
        #expect(timeline.presenter?.source.medium == .clip)
        #expect(made.manifest.presenter?.detail.contains("2D") == true)
        #expect(made.manifest.presenter?.detail.contains("elder-man/warm") == true)
        #expect(bare.manifest.presenter == nil)
        #expect(made.manifest.sentences.allSatisfy { $0.phonemes == nil })
    }

    @Test("it is kept for the same words and drawn anew for others, and for another place")
    func kept() async throws {
        let studio = try TestStudio()
        _ = try await studio.make(studio.brief { $0.presenter = choice() })
        studio.log.clear()

        _ = try await studio.make(studio.brief { $0.presenter = choice() })
        #expect(drawings(studio) == 0)

        let changed = TestStudio.text.replacing("A child asked him", with: "One morning a child asked the old man")
        _ = try await studio.make(studio.brief(changed) { $0.presenter = choice() })
        #expect(drawings(studio) == 1)

        _ = try await studio.make(studio.brief { $0.presenter = choice(.fullscreen) })
        #expect(drawings(studio) == 2)
    }

    @Test("a picture speaks when the person in it agrees")
    func picture() async throws {
        let studio = try TestStudio()
        // The fakes take everything for a video but what is broken; a picture is no video.
        let picture = studio.folder.file("picture.jpg")
        try Data("picture".utf8).write(to: picture)

        let made = try await studio.make(
            studio.brief { $0.presenter = choice(file: picture.path, hasConsent: true) })

        #expect(drawings(studio) == 1)
        #expect(made.manifest.presenter?.source == "photo-presenter")
    }
}
