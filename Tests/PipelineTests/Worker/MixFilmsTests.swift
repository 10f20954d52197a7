import BatchVideo
import Foundation
import Pipeline
import TestKit
import Testing

/// A library of clips that all fit everything.
private struct ShelfLibrary: FootageLibrary {
    let name = "shelf"
    let version = "1"
    let terms = CallTerms()
    let wantsEnglish = false
    var mostItems: Int { clips }
    let clips: Int
    /// Found, but not there any more.
    var gone: Set<String> = []
    let log: CallLog

    func search(_ query: FootageQuery) async throws -> [FootageItem] {
        (0..<min(clips, query.limit)).map { number in
            FootageItem(
                library: name, id: "\(number)", length: MediaTime(ms: 20_000), tags: ["sea"],
                page: "https://shelf.example/\(number)", author: "A", licence: "CC0",
                renditions: [.init(url: "shelf:\(number)", size: query.canvas)])
        }
    }

    func fetch(_ item: FootageItem, covering canvas: PixelSize, to file: URL) async throws {
        guard !gone.contains(item.id) else {
            throw BatchVideoError(
                .notFound, "shelf has \(item.id) no more",
                cause: VendorFailure(.outage, vendor: name, words: "gone", isUnpaid: true))
        }
        log.add("fetch \(item.id)")
        try Data("clip \(item.id)".utf8).write(to: file, options: .atomic)
    }
}

@Suite("Films with a mix", .timeLimit(.minutes(20)))
struct MixFilmsTests {
    /// A batch of films of the same text, each made whole.
    private struct Batch {
        let desk: WorkDesk
        let films: [Manifest]
        let shots: [[ShotRow]]
        let report: FootageReport
    }

    private func batch(
        _ count: Int, clips: Int, gone: Set<String> = [], extra: [String: JSONValue]
    ) async throws -> (Batch, CallLog) {
        let desk = try await WorkDesk()
        let log = CallLog()
        var vendors = FilmVendors()
        vendors.libraries = [ShelfLibrary(clips: clips, gone: gone, log: log)]
        let studio = try TestStudio(vendors: vendors)
        let owner = Owner.everyone
        let drafts = (0..<count).map {
            JobDraft(title: "Film \($0)", content: TestStudio.text, extra: .object(extra))
        }
        let filed = try await desk.stores.batches.create(
            BatchDraft(name: "fifty", jobs: drafts), seed: 5, owner: owner, now: Date())
        try await desk.work(studio.filmRun(desk)) { try await desk.isOver(count) }
        var shots: [[ShotRow]] = []
        for id in filed.jobIDs {
            let latest = try await desk.job(id).latest
            #expect(latest.state == .succeeded, "\(latest.errorMessage ?? "")")
            shots.append(try await desk.stores.shots.shots(of: id, owner: owner))
        }
        let films = try filed.jobIDs.map { id in
            let file = desk.folder.file("objects/jobs/\(id)/project.json")
            return try JSONDecoder().decode(Manifest.self, from: Data(contentsOf: file))
        }
        let report = try await desk.stores.footage.reuse(in: filed.batch.id, owner: owner)
        return (Batch(desk: desk, films: films, shots: shots, report: report), log)
    }

    /// The clips of the library that a film shows.
    private func clips(_ film: Manifest) -> [String] {
        film.shots.map(\.visual.provenance).filter { $0.source == "shelf" }.map(\.detail)
    }

    @Test("fifty films of one text: the share exact in each, no clip twice in a film, and what came again reported")
    func fifty() async throws {
        let (batch, log) = try await batch(
            50, clips: 60, extra: ["mix": 40, "mix_sources": ["library", "loop"]])

        for (film, shots) in zip(batch.films, batch.shots) {
            let count = film.shots.count
            let moving = film.shots.count { $0.visual.medium == .clip }
            #expect(moving == min((count * 40 + 50) / 100, count - 1))
            #expect(shots.count { $0.video != nil } == moving)
            let shown = clips(film)
            #expect(shown.count == moving && Set(shown).count == moving)
            #expect(film.mix?.moving == moving && film.mix?.sources == ["library": moving])
        }
        let all = batch.films.flatMap(clips)
        let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
        #expect(batch.report.shots == all.count && batch.report.clips == 60)
        #expect(batch.report.reused.count == counts.count { $0.value > 1 })
        #expect(batch.films.contains { $0.mix?.reused.isEmpty == false })
        // Every clip came once before any came again: nobody is two films ahead.
        let (least, most) = (counts.values.min() ?? 0, counts.values.max() ?? 0)
        #expect(most - least <= 1)
        #expect(log.count("fetch") == all.count)
    }

    @Test("while there are fresh clips, no two films of a batch show the same")
    func fresh() async throws {
        let (batch, _) = try await batch(8, clips: 200, extra: ["mix": 50, "mix_sources": ["library"]])
        let all = batch.films.flatMap(clips)
        #expect(!all.isEmpty && Set(all).count == all.count)
        #expect(batch.report.reused.isEmpty)
    }

    @Test("a clip that its library has no more makes room for another")
    func gone() async throws {
        let (batch, _) = try await batch(
            1, clips: 12, gone: ["0", "1", "2", "3", "4", "5"], extra: ["mix": 50, "mix_sources": ["library", "loop"]])
        let film = try #require(batch.films.first)
        #expect(film.mix?.moving ?? 0 > 0 && film.mix?.sources == ["library": film.mix?.moving ?? 0])
        #expect(batch.report.shots == film.mix?.moving)
        #expect(clips(film).allSatisfy { (Int($0.prefix { $0.isNumber }) ?? 0) >= 6 })
    }

    @Test("sources are asked in order, and what one has nothing for goes to the next")
    func order() async throws {
        let (batch, _) = try await batch(
            1, clips: 1, extra: ["mix": 100, "mix_sources": ["library", "loop"]])
        let film = try #require(batch.films.first)
        #expect(film.mix?.sources == ["library": 1, "loop": film.shots.count - 1])
    }
}
