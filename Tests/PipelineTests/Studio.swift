import BatchVideo
import Foundation
import Pipeline
import Synchronization
import TestKit

/// A pipeline of fakes in a temporary folder, and what it was asked to do.
final class TestStudio: Sendable {
    let folder: TemporaryFolder
    let log = CallLog()
    let events = RecordedEvents()

    private let vendors: FilmVendors

    init(vendors: FilmVendors = .none) throws {
        folder = try TemporaryFolder()
        self.vendors = vendors
    }

    static let text = """
        The old man climbs the tower before the sun goes down over the sea.

        Snow covered the whole coast and the village slept in silence. Nobody came. \
        The lamp burned until the morning came over the mountains.

        A child asked him how he could work for strangers. He only smiled at her.
        """

    func brief(_ text: String = TestStudio.text, _ change: (inout FilmBrief) -> Void = { _ in }) -> FilmBrief {
        var brief = FilmBrief(
            text: text, title: "The tower", language: .english, voice: "fake",
            canvas: .landscape, seed: 7)
        change(&brief)
        return brief
    }

    var paths: PublicationPaths { PublicationPaths(film: folder.file("film.mp4")) }
    var workspaceFolder: URL { folder.file("work") }

    func make(
        _ brief: FilmBrief, speech: FakeSpeech? = nil, renderer: FakeRenderer? = nil,
        faults: [InspectionReport.Fault] = []
    ) async throws -> Publication {
        try await VideoPipeline(
            parts(speech: speech, renderer: renderer, faults: faults), workers: 2
        ).make(
            brief, in: try Workspace(workspaceFolder), as: paths, events: events)
    }

    var pipeline: VideoPipeline { VideoPipeline(parts(), workers: 2) }

    private func parts(
        speech: FakeSpeech? = nil, renderer: FakeRenderer? = nil,
        faults: [InspectionReport.Fault] = []
    ) -> PipelineParts {
        let painter = FakePainter(log)
        return PipelineParts(
            speech: speech ?? FakeSpeech(log), decoder: FakeDecoder(), aligner: FakeAligner(log),
            sound: FakeSoundEngineer(log), music: FakePerformer(log), painter: painter,
            loops: painter, labels: painter, presenter: FakePresenterPainter(log), chinese: FakeConverter(),
            importer: FakeImporter(log),
            renderer: renderer ?? FakeRenderer(log), inspector: FakeInspector(faults: faults),
            vendors: vendors)
    }

    /// Makes the films of a desk's jobs.
    func filmRun(_ desk: WorkDesk) -> FilmRun {
        let shelf = ObjectShelf(desk.folder.file("objects"))
        let voice = Voice(
            id: "fake", name: "Fake", language: .english, gender: .neutral, provider: "fake")
        return FilmRun(
            FilmRun.Parts(
                pipeline: pipeline, stores: desk.stores,
                briefing: JobBriefing(
                    stores: desk.stores,
                    voices: .init(
                        named: { $0 == "fake" ? voice : nil }, forLanguage: { _ in voice }),
                    file: { try shelf.url(of: $0) }),
                shelf: shelf, work: desk.folder.file("work")))
    }

    /// Published files, by name.
    var published: [String] { folder.files.filter { !$0.hasPrefix("work/") } }
}

final class RecordedEvents: EventSink {
    private let events = Mutex<[FilmEvent]>([])

    func note(_ event: FilmEvent) { events.withLock { $0.append(event) } }

    var all: [FilmEvent] { events.withLock { $0 } }
    var warnings: [String] { all.filter { $0.kind == .warning }.compactMap(\.message) }
}
