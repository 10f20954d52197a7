import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

@Suite("Video pipeline")
struct VideoPipelineTests {
    @Test("publishes the film with its companions and a manifest that names them")
    func publishes() async throws {
        let studio = try TestStudio()

        let publication = try await studio.make(studio.brief { $0.wantsClean = true })

        #expect(
            studio.published == [
                "film.audio.mp3", "film.clean.mp4", "film.cover.jpg", "film.manifest.json",
                "film.mp4", "film.srt", "film.vtt",
            ])
        let manifest = publication.manifest
        #expect(Set(manifest.files.map(\.role)) == ["srt", "vtt", "cover", "audio", "clean", "film"])
        #expect(manifest.shots.count >= 2)
        #expect(manifest.shots.last?.clip.endFrame == manifest.frameCount)
        let stored = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: studio.paths.manifest))
        #expect(stored.brief == manifest.brief)
    }

    @Test("branding, presenter, intro and reframing reach the film, and captions move with it")
    func finishing() async throws {
        let studio = try TestStudio()
        let clip = studio.folder.file("clip.mp4")
        try Data("clip".utf8).write(to: clip)
        let bare = try await studio.make(studio.brief())

        let made = try await studio.make(
            studio.brief {
                $0.branding = Branding(
                    watermark: "@tower", titleBar: "Tower", progressBar: "FFAA00",
                    cover: .firstFrame, intro: clip.path)
                $0.presenter = PresenterChoice(
                    file: clip.path, place: .fullscreen, appearance: .whole)
                $0.reframe = ReframeChoice(index: "No. 3", title: "Tower", description: "A story")
                $0.clipSound = 30
            })

        let introMs = 9000
        #expect(made.manifest.frameCount == bare.manifest.frameCount + introMs * 30 / 1000)
        for (a, b) in zip(made.manifest.cues, bare.manifest.cues) {
            #expect(a.span.start.ms == b.span.start.ms + introMs && a.lines == b.lines)
        }
        #expect(studio.published.contains("film.reframed.mp4"))
        for label in ["@tower", "Tower", "No. 3", "A story"] {
            #expect(studio.log.count("label \(label)") > 0)
        }
        let timeline = try JSONDecoder().decode(
            Timeline.self, from: Data(contentsOf: studio.paths.film))
        #expect(timeline.overlays.count == 3 && timeline.progressBar != nil)
        #expect(timeline.overlays.last?.frames == 0..<1)
        #expect(timeline.presenter?.spans == [270..<timeline.frameCount])
        #expect(studio.log.count("insert 0..<432000") == 1)
    }

    @Test("passes every stage once, in order")
    func stages() async throws {
        let studio = try TestStudio()

        _ = try await studio.make(studio.brief())

        let finished = studio.events.all.filter { $0.kind == .finished }.map(\.stage)
        #expect(finished == Stage.allCases)
    }

    @Test("a second run of the same brief makes nothing again but the publication")
    func reuse() async throws {
        let studio = try TestStudio()
        _ = try await studio.make(studio.brief())
        studio.log.clear()

        _ = try await studio.make(studio.brief())

        #expect(studio.log.count("speak") == 0)
        #expect(studio.log.count("paint") == 0)
        #expect(studio.log.count("loop") == 0)
        #expect(studio.log.count("master") == 0)
    }

    @Test("a changed sentence is the only one spoken again")
    func changedSentence() async throws {
        let studio = try TestStudio()
        _ = try await studio.make(studio.brief())
        studio.log.clear()

        let text = TestStudio.text.replacing("He only smiled at her.", with: "He laughed at that.")
        _ = try await studio.make(studio.brief(text))

        #expect(studio.log.all.filter { $0.hasPrefix("speak") } == ["speak He laughed at that."])
    }

    @Test("new music mixes the sound again and speaks nothing")
    func changedMusic() async throws {
        let studio = try TestStudio()
        _ = try await studio.make(studio.brief())
        studio.log.clear()
        try Data("music".utf8).write(to: studio.folder.file("music.ogg"))

        _ = try await studio.make(studio.brief { $0.music = .file(studio.folder.file("music.ogg").path) })

        #expect(studio.log.count("master") == 1)
        #expect(studio.log.count("bed -34.0") == 1 && studio.log.count("play ") == 0)
        #expect(studio.log.count("speak") == 0)
        #expect(studio.log.count("paint") == 0)
    }

    @Test("a film has music of its own unless none is wanted; changing it paints and plays nothing anew")
    func ownMusic() async throws {
        let studio = try TestStudio()

        let made = try await studio.make(studio.brief()).manifest

        #expect(made.music?.by == "this program" && made.music?.mood != nil)
        #expect(made.brief.music == FilmMusic.auto)
        #expect(studio.log.count("play ") == 1 && studio.log.count("bed -30.0 loop") == 1)
        studio.log.clear()

        let bare = try await studio.make(studio.brief { $0.music = FilmMusic.none }).manifest

        #expect(bare.music == nil)
        #expect(studio.log.count("master") == 1 && studio.log.count("bed") == 0)
        #expect(studio.log.count("paint") == 0 && studio.log.count("speak") == 0)
        studio.log.clear()

        let faster = try await studio.make(studio.brief { $0.speed = 1.2 }).manifest

        #expect(faster.music == made.music)
        #expect(studio.log.count("play ") == 0 && studio.log.count("bed -30.0 loop") == 1)
    }

    @Test("what was done before a failure is not done again after it")
    func resume() async throws {
        let studio = try TestStudio()
        let failing = FakeRenderer(studio.log) { throw BatchVideoError(.media, "the encoder died") }
        await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief(), renderer: failing)
        }
        #expect(studio.published.isEmpty)
        let spoken = studio.log.count("speak")
        #expect(spoken > 0)

        _ = try await studio.make(studio.brief())

        #expect(studio.log.count("speak") == spoken)
        #expect(studio.published.contains("film.mp4"))
    }

    @Test("sentences spoken before a failing one are kept")
    func resumeWithinStage() async throws {
        let studio = try TestStudio()
        let failing = FakeSpeech(studio.log) { text in
            if text.contains("child") { throw BatchVideoError(.unavailable, "the voice died") }
        }
        await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief(), speech: failing)
        }
        let before = Set(studio.log.all.filter { $0.hasPrefix("speak") })
        studio.log.clear()

        _ = try await studio.make(studio.brief())

        let after = Set(studio.log.all.filter { $0.hasPrefix("speak") })
        #expect(!before.isEmpty)
        #expect(before.isDisjoint(with: after))
    }

    @Test("an error names the stage it came from")
    func namedStage() async throws {
        let studio = try TestStudio()
        let failing = FakeRenderer(studio.log) { throw BatchVideoError(.media, "the encoder died") }

        let error = await #expect(throws: BatchVideoError.self) {
            try await studio.make(studio.brief(), renderer: failing)
        }

        #expect(error?.stage == "render")
        #expect(error?.message == "the encoder died")
    }

    @Test("a film with a fault is not published")
    func faulty() async throws {
        let studio = try TestStudio()

        let error = await #expect(throws: BatchVideoError.self) {
            try await studio.make(
                studio.brief(), faults: [.init(name: "black", detail: "from 1.0 s to 3.0 s")])
        }

        #expect(error?.code == .media)
        #expect(error?.message.contains("black: from 1.0 s to 3.0 s") == true)
        #expect(studio.published.isEmpty)
    }

    @Test("a lost file of the workspace is made again")
    func lostFile() async throws {
        let studio = try TestStudio()
        _ = try await studio.make(studio.brief())
        studio.log.clear()
        let speech = studio.workspaceFolder.appending(path: "speech")
        let lost = try FileManager.default.contentsOfDirectory(atPath: speech.path)[0]
        try FileManager.default.removeItem(at: speech.appending(path: lost))
        try FileManager.default.removeItem(at: studio.workspaceFolder.appending(path: "sound"))
        try FileManager.default.createDirectory(
            at: studio.workspaceFolder.appending(path: "sound"), withIntermediateDirectories: true)

        _ = try await studio.make(studio.brief())

        #expect(studio.log.count("speak") == 1)
        #expect(studio.log.count("master") == 1)
    }

    @Test("a damaged checkpoint is made again, not believed")
    func damagedCheckpoint() async throws {
        let studio = try TestStudio()
        _ = try await studio.make(studio.brief())
        studio.log.clear()
        let stages = studio.workspaceFolder.appending(path: "stages")
        for name in try FileManager.default.contentsOfDirectory(atPath: stages.path)
        where name.hasPrefix("speech") || name.hasPrefix("narration") {
            try Data("{\"fingerprint\":".utf8).write(to: stages.appending(path: name))
        }

        _ = try await studio.make(studio.brief())

        #expect(studio.log.count("speak") > 0)
        #expect(studio.published.contains("film.mp4"))
    }

    @Test("cancelling stops the work and publishes nothing")
    func cancellation() async throws {
        let studio = try TestStudio()
        let brief = studio.brief()
        let (started, signal) = AsyncStream<Void>.makeStream()
        let waiting = FakeSpeech(studio.log) { _ in
            signal.yield()
            try await Task.sleep(for: .seconds(3600))
        }

        // unstructured: the test cancels the work from outside, as a signal does.
        let work = Task { _ = try await studio.make(brief, speech: waiting) }
        for await _ in started { break }
        work.cancel()

        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(studio.published.isEmpty)
    }
}
