import BatchVideo
import Foundation
import Pipeline

/// How near a film's makespan comes to what its vendors allow.
///
/// The bound is the film made by vendors that take no time, and on the critical path through theirs:
/// all sentences; then the pictures, or the first picture and all clips, whichever takes longer.
struct VendorBench: Sendable {
    let paces: PacedVendors
    let runCount: Int
    let studio: Studio
    let folder: URL

    private static let mix = 34
    private static let shots = 12

    func run() async throws -> [Figure] {
        let (picture, clip) = (folder.appending(path: "picture.png"), folder.appending(path: "clip.mp4"))
        try await studio.paintSample(picture: picture, clip: clip)
        let idle = Pace(seconds: 0, atOnce: 64)
        let instant = PacedVendors(speech: idle, images: idle, clips: idle)
        var (alone, paced): ([Double], [Double]) = ([], [])
        var film: Manifest?
        for number in 0..<runCount {
            alone.append(try await seconds(instant, picture, clip, "instant-\(number)").0)
            let (time, manifest) = try await seconds(paces, picture, clip, "paced-\(number)")
            paced.append(time)
            film = manifest
        }
        guard let film, let alone = alone.median, let paced = paced.median else { return [] }
        let moving = film.shots.count { $0.visual.medium == .clip }
        let waiting =
            paces.speech.least(for: film.sentences.count)
            + max(
                paces.images.least(for: film.shots.count),
                paces.images.seconds + paces.clips.least(for: moving))
        return [
            Figure("shots", Double(film.shots.count), target: .exactly(Double(Self.shots))),
            Figure("of them moving", Double(moving)),
            Figure("sentences", Double(film.sentences.count)),
            Figure("film with vendors that take no time", alone, "s"),
            Figure("critical path of the vendors", waiting, "s", note: text),
            Figure("makespan", paced, "s"),
            Figure("makespan / bound", paced / (alone + waiting), target: .atMost(1.05)),
        ]
    }

    private var text: String {
        [("speech", paces.speech), ("pictures", paces.images), ("clips", paces.clips)]
            .map { "\($0) \($1.seconds.short) s, \($1.atOnce) at once" }.joined(separator: "; ")
    }

    private func seconds(
        _ vendors: PacedVendors, _ picture: URL, _ clip: URL, _ name: String
    ) async throws -> (Double, Manifest) {
        let place = folder.appending(path: name, directoryHint: .isDirectory)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let brief = FilmBrief(
            text: Self.text, title: "The lighthouse", language: .english, voice: "paced/en-us",
            canvas: .landscape, mix: Self.mix, quality: .draft, seed: 5, music: .none)
        let pipeline = studio.pipeline(
            with: vendors.vendors(voice: studio.voices.embedded, picture: picture, clip: clip))
        let start = ContinuousClock.now
        let publication = try await pipeline.make(
            brief, in: try Workspace(place.appending(path: "work")),
            as: PublicationPaths(film: place.appending(path: "film.mp4")), events: Unheard())
        let elapsed = ContinuousClock.now - start
        return (elapsed / .seconds(1), publication.manifest)
    }

    private struct Unheard: EventSink {
        func note(_ event: FilmEvent) {}
    }

    /// Twelve shots.
    private static let text = """
        The old keeper climbs the stairs of the tower before the sun goes down over the sea. \
        Two hundred steps, every evening, for more than thirty years of his long life. \
        He lights the lamp and watches the first ships turn their bows toward the harbour. \
        On some nights the fog is so thick that he cannot see the rocks below the window. \
        Then he rings the bell by hand, once every minute, until the morning comes. \
        A child from the village once asked him why he works for people he will never meet. \
        He thought for a while and showed her the line of small lights far out on the water. \
        Every one of them is somebody who is going home tonight, he told her quietly. \
        In spring the birds come back from the south and rest on the iron railing outside. \
        In autumn the storms throw spray as high as the lantern and salt covers the glass. \
        On calm days he paints the door again and listens to the radio from the other shore. \
        He wipes it clean in the morning and writes two lines into the heavy book. \
        The light burned all night, and everybody came home.
        """
}
