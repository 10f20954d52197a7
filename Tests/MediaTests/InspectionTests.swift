import BatchVideo
import Foundation
import Testing

@testable import Media

@Suite("Film inspection")
struct InspectionTests {
    let studio: Studio
    let inspection: FilmInspection
    static let frameCount = 150

    init() throws {
        studio = try Studio()
        inspection = FilmInspection(paths: studio.paths)
    }

    /// How a film is made; each test spoils one thing.
    private struct Recipe {
        var picture = "testsrc2=s=320x180:r=30:d=5"
        var filter = "null"
        var frames = frameCount
        var sound = speechLike(seconds: 5)
        var volume = "0dB"
        var video = ["-c:v", "libx264", "-preset", "superfast", "-profile:v", "high", "-g", "30"]
        var tags = ["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"]
        var audio = ["-c:a", "aac", "-b:a", "160k", "-ar", "48000"]
        var flags = ["-movflags", "+faststart"]
    }

    private func film(_ recipe: Recipe) async throws -> URL {
        let narration = try studio.write(recipe.sound, to: "n-\(UUID().uuidString).wav")
        let master = studio.file("m-\(UUID().uuidString).wav")
        _ = try await StudioSoundEngineer(paths: studio.paths)
            .master(SoundScore(narration: narration, music: nil), to: master)
        let out = studio.file("\(UUID().uuidString).mp4")
        let inputs = ["-v", "error", "-f", "lavfi", "-i", recipe.picture, "-i", master.path]
        let filters = [
            "-vf", "\(recipe.filter),trim=end_frame=\(recipe.frames),format=yuv420p", "-af", "volume=\(recipe.volume)",
        ]
        let codecs = recipe.video + recipe.tags + recipe.audio
        try await studio.runner.run(
            Command(studio.paths.ffmpeg, inputs + filters + codecs + recipe.flags + [out.path]))
        return out
    }

    private func target(
        cues: [Cue] = [], tolerated: [TimeSpan] = [], size: PixelSize = PixelSize(width: 320, height: 180)
    ) -> InspectionTarget {
        let timeline = Timeline(
            canvas: Canvas(size: size), frameCount: Self.frameCount, clips: [],
            sound: SoundTrack(file: "m.wav", sha256: ""))
        return InspectionTarget(
            timeline: timeline, cues: CueSheet(language: .english, cues: cues), hasCaptions: false,
            tolerated: tolerated)
    }

    private func faults(_ recipe: Recipe, _ target: InspectionTarget? = nil) async throws -> [String: String] {
        let report = try await inspection.inspect(try await film(recipe), against: target ?? self.target())
        return Dictionary(report.faults.map { ($0.name, $0.detail) }, uniquingKeysWith: { $0 + "; " + $1 })
    }

    private func cue(_ index: Int, _ startMs: Int, _ endMs: Int, _ line: String = "hello there") -> Cue {
        Cue(
            index: index, span: TimeSpan(startMs: startMs, endMs: endMs), lines: [line], text: line,
            sentence: 0, range: TextRange(0, 1), words: [])
    }

    @Test("a good film has no fault, and its figures are right")
    func good() async throws {
        let report = try await inspection.inspect(
            try await film(Recipe()), against: target(cues: [cue(0, 0, 2000), cue(1, 2000, 5000)]))

        #expect(report.faults == [])
        #expect(report.durationMs == 5000 && report.frameCount == 150)
        #expect(report.videoCodec == "h264" && report.audioCodec == "aac")
        #expect(report.size == PixelSize(width: 320, height: 180))
        #expect(abs(report.loudness.integratedLUFS + 16) < 0.5 && report.fileBytes > 10_000)
    }

    @Test("a black stretch is named with its time, unless it is tolerated")
    func black() async throws {
        let recipe = Recipe(filter: "drawbox=t=fill:c=black:enable='between(t,1,2.5)'")

        let found = try await faults(recipe)
        let tolerated = try await faults(recipe, target(tolerated: [TimeSpan(startMs: 900, endMs: 2600)]))

        #expect(found["black"]?.contains("0:01.000-0:02.533") == true, "\(found)")
        #expect(found["frozen"] != nil)
        #expect(tolerated.isEmpty)
    }

    @Test("a frozen stretch is named, a slow camera move is not")
    func frozen() async throws {
        let frozen = try await faults(Recipe(filter: "loop=loop=45:size=1:start=60,setpts=N/30/TB"))
        let slow = try await faults(
            Recipe(
                picture: "testsrc=s=320x180:r=30:d=5",
                filter:
                    "select='eq(n,0)',scale=1280:720,loop=loop=149:size=1,zoompan=z='1+0.0005*on':d=1:fps=30:s=320x180")
        )

        #expect(frozen["frozen"]?.contains("-0:03.5") == true, "\(frozen)")
        #expect(slow == [:])
    }

    @Test("silence of more than 2.5 s is named")
    func silence() async throws {
        var sound = speechLike(seconds: 5)
        for index in 48_000..<192_000 { sound[index] = 0 }

        let found = try await faults(Recipe(sound: sound))

        #expect(found["silence"]?.contains("-0:04.0") == true, "\(found)")
    }

    @Test("too quiet, too loud and over the peak are named")
    func loudness() async throws {
        #expect(try await faults(Recipe(volume: "-3dB"))["loudness"]?.contains("-19") == true)
        let loud = try await faults(Recipe(volume: "9dB"))
        #expect(loud["loudness"] != nil && loud["true-peak"] != nil)
    }

    @Test("wrong codecs, colours, sizes and an index at the end are named")
    func streams() async throws {
        var recipe = Recipe()
        recipe.video = ["-c:v", "libx264", "-preset", "ultrafast", "-profile:v", "baseline"]
        recipe.tags = []
        recipe.audio = ["-c:a", "libmp3lame", "-ar", "44100", "-ac", "1"]
        recipe.flags = []

        let found = try await faults(recipe, target(size: PixelSize(width: 640, height: 360)))

        #expect(found["video-stream"]?.contains("Baseline") == true)
        #expect(found["colour"]?.contains("matrix") == true)
        #expect(found["audio-stream"]?.contains("mp3") == true && found["audio-stream"]?.contains("44100") == true)
        #expect(found["faststart"] != nil && found["size"]?.contains("320x180, not 640x360") == true)
    }

    @Test("missing frames and sound that ends early are named")
    func lengths() async throws {
        let short = try await faults(Recipe(frames: 140))
        let early = try await faults(Recipe(sound: speechLike(seconds: 4.8)))

        #expect(short["frames"]?.contains("140 frames") == true && short["duration"] != nil)
        #expect(early["duration"]?.contains("the sound lasts 4.8") == true, "\(early)")
    }

    @Test("damage inside the file is named")
    func damage() async throws {
        let url = try await film(Recipe())
        var data = try Data(contentsOf: url)
        for index in 0..<400 { data[data.count / 2 + index * 40] ^= 0x5A }
        try data.write(to: url)

        let report = try await inspection.inspect(url, against: target())

        #expect(report.faults.contains { $0.name == "decode" })
    }

    @Test("captions that overlap, last no time, leave the film or the safe area are named")
    func captions() async throws {
        let cues = [
            cue(0, 0, 1500), cue(1, 1400, 2000), cue(2, 2000, 2000), cue(3, 2500, 5200),
            cue(4, 5200, 5300, String(repeating: "wide words ", count: 6)), cue(5, 5300, 5400, " "),
        ]
        let rules = CaptionRules(
            sheet: CueSheet(language: .english, cues: cues), canvas: .landscape, durationMs: 5000)

        let names = rules.faults().map { "\($0.name) \($0.detail.split(separator: " ")[1])" }

        #expect(
            Set(names) == [
                "caption-overlap 2", "caption-length 3", "caption-range 4", "caption-range 5", "caption-width 5",
                "caption-range 6", "caption-empty 6",
            ])
    }

    @Test("the widest lines that captions may have stay inside the safe area")
    func widths() {
        for (canvas, chinese, latin) in [(Canvas.landscape, 18, 42), (.portrait, 12, 24)] {
            let lines = [String(repeating: "秋", count: chinese), String(repeating: "w", count: latin)]
            let cues = lines.enumerated().map { cue($0.offset, $0.offset * 1000, $0.offset * 1000 + 900, $0.element) }
            let sheet = CueSheet(language: .mandarin, cues: cues)

            #expect(CaptionRules(sheet: sheet, canvas: canvas, durationMs: 9000).faults() == [])
        }
    }

    @Test("a file that is no film throws and names it")
    func noFilm() async throws {
        let text = studio.file("film.mp4")
        try Data("not a film".utf8).write(to: text)

        await expectError(.media, saying: "film.mp4") {
            _ = try await inspection.inspect(text, against: target())
        }
        await expectError(.notFound, saying: "none.mp4") {
            _ = try await inspection.inspect(studio.file("none.mp4"), against: target())
        }
    }

    @Test("what is outside tolerated stretches is cut exactly")
    func outside() {
        let span = TimeSpan(startMs: 100, endMs: 900)

        #expect(span.outside([]) == [span])
        #expect(span.outside([TimeSpan(startMs: 0, endMs: 1000)]) == [])
        #expect(
            span.outside([TimeSpan(startMs: 300, endMs: 400), TimeSpan(startMs: 800, endMs: 2000)])
                == [TimeSpan(startMs: 100, endMs: 300), TimeSpan(startMs: 400, endMs: 800)])
    }
}
