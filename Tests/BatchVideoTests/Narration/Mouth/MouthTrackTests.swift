import Foundation
import Testing

@testable import BatchVideo

@Suite("Mouth track")
struct MouthTrackTests {
    private let nonsense = SpokenNonsense(seed: 5, syllables: 60)

    @Test("the opening follows the phonemes: correlation 0.9", arguments: [24, 25, 30, 50])
    func follows(_ fps: Int) {
        let track = MouthTrack(nonsense.events, length: nonsense.length, fps: fps)

        let truth = nonsense.openings(fps: fps)

        #expect(track.frameCount == nonsense.length.frame(fps: fps))
        #expect(correlation(track.shapes.map(\.opening), truth) >= 0.9)
    }

    @Test("the opening follows sound without phonemes: correlation 0.5", arguments: [25, 30])
    func hears(_ fps: Int) {
        let track = MouthTrack(hearing: nonsense.sound, length: nonsense.length, fps: fps)

        let truth = nonsense.openings(fps: fps)

        #expect(track.frameCount == truth.count)
        #expect(correlation(track.shapes.map(\.opening), truth) >= 0.5)
    }

    @Test("lips are closed in the frame nearest to every p, b and m", arguments: [12, 25, 30, 60])
    func closes(_ fps: Int) {
        let track = MouthTrack(nonsense.events, length: nonsense.length, fps: fps)

        let closures = nonsense.events.filter { $0.viseme == .p }
        #expect(closures.count > 3)
        for closure in closures {
            let middle = (closure.start + closure.end) / 2 - MouthCurve.lead
            let frame = Int((middle * Double(fps)).rounded())
            #expect(track.shapes[frame].opening == 0)
        }
    }

    @Test("a mouth is seen 20 ms before it is heard")
    func leads() {
        let event = MouthEvent(.a, from: 1, to: 1.2)
        let track = MouthTrack([event], length: MediaTime(ms: 2500), fps: 100)

        let openings = track.shapes.map(\.opening)
        let weighted = openings.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
        let middle = weighted / openings.reduce(0, +) / 100

        #expect(abs(middle - (1.1 - 0.02)) < 0.005)
    }

    @Test("sounds shade into their neighbours, and nothing jumps")
    func smooth() {
        let track = MouthTrack(nonsense.events, length: nonsense.length, fps: 200)

        let steps = zip(track.shapes, track.shapes.dropFirst()).map { abs($0.width - $1.width) }

        #expect((steps.max() ?? 1) < 0.12)
    }

    @Test("silence leaves the mouth closed", arguments: [8_000, 16_000, 44_100])
    func silence(_ rate: Int) {
        let sound = MonoSound(sampleRate: rate, samples: [Float](repeating: 0, count: rate * 2))
        let track = MouthTrack(hearing: sound, length: MediaTime(ms: 2000), fps: 25)

        #expect(track.frameCount == 50)
        #expect(track.shapes.allSatisfy { $0.opening < 0.02 })
    }

    @Test("the same narration moves the mouth the same")
    func determinism() {
        let other = SpokenNonsense(seed: 5, syllables: 60)

        #expect(
            MouthTrack(nonsense.events, hearing: nonsense.sound, length: nonsense.length, fps: 30)
                == MouthTrack(other.events, hearing: other.sound, length: other.length, fps: 30))
    }

    @Test("a diphthong's shapes share its time, and the last phoneme lasts to the end")
    func speech() {
        let speech = Speech(
            sampleRate: 1000, sampleCount: 600, words: [],
            phonemes: [
                SpokenPhoneme(name: "m", startSample: 0), SpokenPhoneme(name: "aI", startSample: 100),
                SpokenPhoneme(name: "_:", startSample: 500),
            ])

        let events = MouthEvent.events(in: speech)

        #expect(events.map(\.viseme) == [.p, .a, .i, .silence])
        #expect(events.map { Int(($0.start * 1000).rounded()) } == [0, 100, 300, 500])
        #expect(events.last?.end == 0.6)
    }

    @Test("a sentence without phonemes follows its sound, the others their phonemes")
    func mixed() throws {
        let half = nonsense.length.ms / 2
        let known = nonsense.events.flatMap { event in
            event.end * 1000 < Double(half)
                ? [TimedPhoneme(name: name(event), start: MediaTime(seconds: event.start))] : []
        }
        let sentence = Sentence(index: 0, paragraph: 0, text: "la", joiner: " ")
        let narration = Narration(
            language: .english, audio: "", sampleRate: 16_000,
            sampleCount: nonsense.length.sample(rate: 16_000),
            sentences: [
                NarratedSentence(
                    sentence: sentence, span: TimeSpan(startMs: 0, endMs: half), words: [], phonemes: known),
                NarratedSentence(
                    sentence: sentence, span: TimeSpan(startMs: half, endMs: nonsense.length.ms), words: []),
            ])
        let truth = nonsense.openings(fps: 25)

        let track = MouthTrack(narration, hearing: nonsense.sound, fps: 25)
        let deaf = MouthTrack(narration, hearing: nil, fps: 25)

        let openings = track.shapes.map(\.opening)
        let middle = half * 25 / 1000
        #expect(track.frameCount == narration.duration.frame(fps: 25) + 1)
        #expect(correlation(Array(openings[..<(middle - 6)]), Array(truth[..<(middle - 6)])) >= 0.9)
        #expect(correlation(Array(openings[middle...]), Array(truth[middle...])) >= 0.5)
        #expect(deaf.shapes[(middle + 12)...].allSatisfy { $0.opening < 0.02 })
    }

    private func name(_ event: MouthEvent) -> String {
        event.viseme == .silence ? "_" : event.viseme == .sh ? "S" : event.viseme == .th ? "T" : event.viseme.rawValue
    }
}
